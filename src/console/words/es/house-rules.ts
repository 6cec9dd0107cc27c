import type { houseRules as english } from '../en/house-rules'
import { number } from './formats'

/** The house rules of a site and their versions. */
export const houseRules: typeof english = {
  title: 'Normas de participación',
  intro:
    'Qué pueden escribir los lectores en este sitio y qué no. Cada decisión cita la versión vigente en ese momento, que se muestra al autor del comentario.',
  open: 'Mostrar',
  none: 'Este sitio todavía no tiene normas de participación. Los lectores no ven ningún enlace a ellas.',
  current: (version) => `Versión ${number(version)}, vigente`,
  onSite: 'Verlas como los lectores',
  write: 'Escribir una versión nueva',
  text: 'Texto',
  textHint:
    'Un párrafo por línea. Una línea que empieza por «1.» o «-» se convierte en un punto numerado, para poder citarlo. 10.000 caracteres como máximo.',
  comment: 'Qué cambia',
  commentHint: 'Para la lista de versiones; los lectores no lo ven.',
  preview: 'Vista previa',
  previewTitle: 'Vista previa: todavía no se ha publicado nada',
  changesTitle: 'Cambios respecto a la versión vigente',
  publish: 'Publicar esta versión',
  published: 'Versión publicada. A partir de ahora, las decisiones citan esta versión.',
  wrongText: 'Escriba un texto de 10.000 caracteres como máximo.',
  wrongComment: 'Use 300 caracteres como máximo.',
  overtaken: (version) =>
    `Mientras tanto, otra persona ha publicado la versión ${number(version)}, así que la de usted no se ha publicado. Abajo se indica qué cambiaría en ella.`,
  same: 'Este es el texto de la versión vigente.',
  versions: 'Todas las versiones',
  version: 'Versión',
  by: 'Quién',
  at: 'Cuándo',
  versionOf: (version) => `Versión ${number(version)}`,
  back: 'Normas de participación',
  changesSince: (version) => `Cambios respecto a la versión ${number(version)}`,
  noChanges: 'No hay diferencias.',
  tooDifferent: 'Los textos son demasiado distintos para compararlos.',
  useAgain: 'Empezar una versión nueva con este texto',
  inForce: (version) => `normas de participación, versión ${number(version)}`,
}
