import type { secondStep as english } from '../en/second-step'
import { count, number } from './formats'

/** The second step at sign-in, and switching it on and off. */
export const secondStep: typeof english = {
  title: 'Verificación en dos pasos',
  offText:
    'Desactivada. Con ella, para iniciar sesión hacen falta la contraseña y un código de seis cifras de una aplicación del teléfono: una contraseña robada no basta para entrar.',
  onText: (since) =>
    `Activada desde el ${since}. Para iniciar sesión hacen falta la contraseña y un código.`,
  codesLeft: (left, all) =>
    left === 0
      ? 'No queda ningún código de recuperación. Genere otros: si pierde el teléfono, no podrá entrar.'
      : `Le quedan ${number(left)} de ${count(all, 'código de recuperación', 'códigos de recuperación')}.`,
  password: 'Su contraseña',
  switchOn: 'Configurarla',
  switchOff: 'Desactivarla',
  switchOffTitle: 'Desactivar la verificación en dos pasos',
  switchedOff: 'Verificación en dos pasos desactivada: basta la contraseña para iniciar sesión.',
  remake: 'Generar códigos de recuperación nuevos',
  remakeHint: 'Los anteriores dejan de funcionar al momento.',

  setUpTitle: 'Configurar la verificación en dos pasos',
  scan: '1. Escanee este código con una aplicación de autenticación, como la de su gestor de contraseñas.',
  qr: 'Código QR con el secreto para su aplicación de autenticación',
  sameDevice: 'La aplicación está en este dispositivo: abrirla',
  byHand: 'O escriba este secreto en la aplicación (basado en la hora, seis cifras):',
  confirm: '2. Escriba el código que muestra ahora la aplicación.',
  confirmHint:
    'Nada cambia hasta que el código sea correcto. Al activarla se cierran sus demás sesiones.',
  submit: 'Activarla',
  cancel: 'Volver a su cuenta',
  wrongSetUpCode:
    'Este no es el código de este momento. Espere al siguiente y compruebe la hora de su teléfono.',

  codesTitle: 'Sus códigos de recuperación',
  codesIntro:
    'Cada uno sirve para iniciar sesión una vez cuando no tenga el teléfono a mano. Solo se muestran ahora: imprímalos o guárdelos en un gestor de contraseñas.',
  isOn: 'Verificación en dos pasos activada.',
  remade: 'Estos son sus códigos de recuperación nuevos; los anteriores ya no funcionan.',
  kept: 'Ya los he guardado',

  codeTitle: 'Un paso más',
  codeIntro: 'Escriba el código de seis cifras que muestra su aplicación de autenticación.',
  code: 'Código',
  codeSubmit: 'Iniciar sesión',
  useRecovery: 'Usar un código de recuperación',
  recovery: 'Código de recuperación',
  recoveryHint: 'Diez letras y cifras, como k7f2m-9qx4w. Funciona una sola vez.',
  wrongCode: 'Este código no es correcto o ya se ha usado.',
  throttled: 'Demasiados códigos incorrectos. Espere un cuarto de hora.',
  expired: 'Ha pasado demasiado tiempo o algo ha cambiado. Inicie sesión de nuevo.',
  otherAccount: 'Iniciar sesión con otra cuenta',
}
