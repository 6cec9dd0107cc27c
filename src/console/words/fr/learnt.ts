import type { learnt as english } from '../en/learnt'
import { count } from './formats'

/** What a site's scores have learnt from its moderators. */
export const learnt: typeof english = {
  title: 'Ce que les scores ont appris',
  link: 'Voir ce que les scores ont appris, ou l’effacer',
  back: 'Tous les paramètres',
  isOn: 'Les scores de ce site apprennent des décisions de l’équipe.',
  isOff: 'L’apprentissage est désactivé : ce qui a été appris est conservé, mais ne sert pas.',
  since: (moment) => `Seules comptent les décisions prises depuis le ${moment}.`,
  none: 'Rien n’a encore été appris. Il faut d’abord quelques dizaines de décisions ; après une mise à jour, elles sont toutes reprises en une minute ou deux.',
  decisions: (value, when) =>
    `Appris de ${count(value, 'décision', 'décisions')}. Dernier apprentissage : ${when}.`,
  raises: 'Ce qui augmente le plus le score',
  lowers: 'Ce qui le diminue le plus',
  noWords: 'Aucun mot ne se détache.',
  limits: 'Où placer un seuil',
  fitted: (value) =>
    `Ajusté à ce site sur ${count(value, 'décision', 'décisions')} : parmi les commentaires au score de 0,8, environ huit sur dix sont rejetés ici.`,
  notFitted:
    'Pas encore ajusté à ce site : il faut cinquante décisions, dont cinq de chaque sorte.',
  limitsIntro:
    'Un commentaire qui atteint le seuil est mis en attente. Voici la part des commentaires approuvés par l’équipe qui s’y trouvent :',
  limitFrom: 'Seuil',
  limitHolds: 'Des commentaires approuvés',
  noLimits: 'Trop peu de commentaires ont été approuvés pour dire où placer un seuil.',
  limitsNow: 'En vigueur :',
  setLimits: (score) => `Régler les seuils : ${score}`,
  quality: 'À quelle fréquence le score allait dans le sens de l’équipe',
  qualityIntro:
    'Parmi les commentaires tranchés par l’équipe, par semaine ; un score d’au moins un demi compte pour un oui. Repérés : parmi ceux rejetés pour ce motif ; fausses alertes : parmi les approuvés.',
  week: 'Semaine du',
  decided: 'Tranchés',
  right: 'Même sens',
  found: 'Repérés',
  wronglyFlagged: 'Fausses alertes',
  shareOf: (right, of) => `${of === 0 ? 0 : Math.round((right / of) * 100)} %`,
  noQuality:
    'Au cours des six derniers mois, l’équipe n’a pris aucune décision sur des commentaires avec score.',
  forgetTitle: 'Effacer ce qui a été appris',
  forgetText:
    'Les scores reviennent à leur état d’origine. L’apprentissage recommence avec les prochaines décisions ; les précédentes ne comptent plus. Cela ne peut pas être annulé.',
  confirm: 'Oui, effacer pour ce site',
  forget: 'Effacer',
  notConfirmed: 'Rien n’a été effacé : cochez d’abord la case.',
  forgotten: 'Apprentissage effacé. Il recommence avec les prochaines décisions.',
}
