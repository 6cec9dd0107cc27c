import type { houseRules as english } from '../en/house-rules'
import { number } from './formats'

/** The house rules of a site and their versions. */
export const houseRules: typeof english = {
  title: 'Charte',
  intro:
    'Ce que les lecteurs peuvent écrire sur ce site, et ce qu’ils ne peuvent pas écrire. Chaque décision mentionne la version alors en vigueur, et l’auteur du commentaire peut la lire.',
  open: 'Afficher',
  none: 'Ce site n’a pas encore de charte. Les lecteurs ne voient aucun lien vers elle.',
  current: (version) => `Version ${number(version)}, en vigueur`,
  onSite: 'Voir comme les lecteurs',
  write: 'Rédiger une nouvelle version',
  text: 'Texte',
  textHint:
    'Un paragraphe par ligne. Une ligne commençant par « 1. » ou « - » devient un point numéroté, que l’on peut citer. 10 000 caractères au plus.',
  comment: 'Ce qui change',
  commentHint: 'Pour la liste des versions ; les lecteurs ne le voient pas.',
  preview: 'Aperçu',
  previewTitle: 'Aperçu : rien n’est encore publié',
  changesTitle: 'Différences avec la version en vigueur',
  publish: 'Publier cette version',
  published: 'Version publiée. Les décisions la mentionnent désormais.',
  wrongText: 'Rédigez un texte de 10 000 caractères au plus.',
  wrongComment: 'Utilisez au plus 300 caractères.',
  overtaken: (version) =>
    `Entre-temps, quelqu’un d’autre a publié la version ${number(version)} ; la vôtre ne l’a donc pas été. Vous voyez ci-dessous ce que vous y changeriez.`,
  same: 'Ce texte est celui de la version en vigueur.',
  versions: 'Toutes les versions',
  version: 'Version',
  by: 'Qui',
  at: 'Quand',
  versionOf: (version) => `Version ${number(version)}`,
  back: 'Charte',
  changesSince: (version) => `Différences avec la version ${number(version)}`,
  noChanges: 'Rien n’a changé.',
  tooDifferent: 'Les textes diffèrent trop pour être comparés.',
  useAgain: 'Reprendre ce texte dans une nouvelle version',
  inForce: (version) => `charte, version ${number(version)}`,
}
