import type { secondStep as english } from '../en/second-step'
import { count, number } from './formats'

/** The second step at sign-in, and switching it on and off. */
export const secondStep: typeof english = {
  title: 'Double authentification',
  offText:
    'Désactivée. Une fois activée, la connexion demande votre mot de passe et un code à six chiffres fourni par une application de votre téléphone : un mot de passe découvert ne suffit plus.',
  onText: (since) => `Activée le ${since}. La connexion demande votre mot de passe et un code.`,
  codesLeft: (left, all) =>
    left === 0
      ? 'Il ne reste aucun code de secours. Créez-en de nouveaux, sinon la perte de votre téléphone vous priverait d’accès.'
      : `Il reste ${count(left, 'code de secours', 'codes de secours')} sur ${number(all)}.`,
  password: 'Votre mot de passe',
  switchOn: 'Configurer',
  switchOff: 'Désactiver',
  switchOffTitle: 'Désactiver la double authentification',
  switchedOff:
    'La double authentification est désactivée : le mot de passe suffit pour se connecter.',
  remake: 'Créer de nouveaux codes de secours',
  remakeHint: 'Les anciens cessent aussitôt de fonctionner.',

  setUpTitle: 'Configurer la double authentification',
  scan: '1. Scannez ce code avec une application d’authentification, par exemple celle de votre gestionnaire de mots de passe.',
  qr: 'Code QR contenant la clé secrète pour votre application d’authentification',
  sameDevice: 'L’application est sur cet appareil : l’ouvrir',
  byHand: 'Ou saisissez cette clé secrète dans l’application (code temporel à six chiffres) :',
  confirm: '2. Saisissez le code que l’application affiche maintenant.',
  confirmHint:
    'Rien ne change tant que le code n’est pas correct. Vos autres sessions seront fermées.',
  submit: 'Activer',
  cancel: 'Retour à votre compte',
  wrongSetUpCode:
    'Ce n’est pas le code du moment. Attendez le suivant et vérifiez l’heure de votre téléphone.',

  codesTitle: 'Vos codes de secours',
  codesIntro:
    'Chacun permet de se connecter une fois sans le téléphone. Ils ne s’affichent que maintenant : imprimez-les ou conservez-les dans un gestionnaire de mots de passe.',
  isOn: 'La double authentification est activée.',
  remade: 'Voici vos nouveaux codes de secours ; les anciens ne fonctionnent plus.',
  kept: 'Je les ai conservés',

  codeTitle: 'Encore une étape',
  codeIntro: 'Saisissez le code à six chiffres affiché par votre application d’authentification.',
  code: 'Code',
  codeSubmit: 'Se connecter',
  useRecovery: 'Utiliser plutôt un code de secours',
  recovery: 'Code de secours',
  recoveryHint: 'Dix lettres et chiffres, par exemple k7f2m-9qx4w. Il ne fonctionne qu’une fois.',
  wrongCode: 'Ce code est incorrect ou a déjà servi.',
  throttled: 'Trop de codes incorrects. Veuillez patienter un quart d’heure.',
  expired: 'Le délai est dépassé, ou quelque chose a changé. Veuillez vous connecter de nouveau.',
  otherAccount: 'Utiliser un autre compte',
}
