import type { rulesPages as english } from '../en/rules-pages'
import { count, number } from './formats'

const percent = (share: number): string => `${Math.round(share * 100)} %`

const comments = (value: number): string => count(value, 'commentaire', 'commentaires')

/** The texts of the pages about rules, but their editor. */
export const rulesPages: typeof english = {
  title: 'Règles',
  titleOf: (site) => `Règles : ${site}`,
  intro:
    'Une règle dit quels commentaires elle vise et quelle suite leur est donnée. Mettez d’abord les nouvelles en observation : elles ne font alors que compter.',
  introForReaders:
    'Ce que les propriétaires ont établi. Vous pouvez lire les règles ; eux seuls les modifient.',
  open: 'Afficher',
  add: 'Nouvelle règle',
  back: 'Toutes les règles',
  backToRule: 'Retour à la règle',
  none: 'Il n’y a encore aucune règle',
  noneText:
    'Seule l’analyse intégrée examine les commentaires pour l’instant. Commencez par les règles utiles à la plupart des sites d’information, que vous adapterez ensuite, ou écrivez vous-même la première.',
  addPack: 'Commencer avec les règles par défaut',
  addPackHint:
    'Ajoute les règles et les listes de mots nécessaires. Ce qui existe déjà ne change pas.',
  packAdded: 'Les règles par défaut sont en place.',
  modes: {
    draft: 'Brouillon',
    shadow: 'En observation',
    live: 'Active',
    off: 'Désactivée',
  },
  modeMeans: {
    draft: 'Elle est conservée et n’examine aucun commentaire.',
    shadow: 'Elle examine chaque nouveau commentaire et compte. Elle ne change rien.',
    live: 'Elle agit sur chaque nouveau commentaire.',
    off: 'Elle est au repos et n’examine aucun commentaire.',
  },
  modeActions: {
    draft: 'Repasser en brouillon',
    shadow: 'Mettre en observation',
    live: 'Activer',
    off: 'Désactiver',
  },
  modesMean: 'Ce que signifient les modes',
  modeActionOf: (action, name) => `${action} : ${name}`,
  modeActionMeans: {
    draft: 'Elle s’arrête, le temps d’être retravaillée.',
    shadow: 'Elle continue de compter, mais cesse d’agir.',
    live: 'Elle agit dès le prochain commentaire.',
    off: 'Elle s’arrête ; rien n’est perdu.',
  },
  noHits: 'Aucun déclenchement en 30 jours.',
  liveHits: (value) => `A agi sur ${comments(value)} en 30 jours.`,
  shadowHits: (value) => `En observation : s’est déclenchée sur ${comments(value)} en 30 jours.`,
  agreement: (estimate, low, high) =>
    `L’équipe lui a donné raison dans ${percent(estimate)} des cas (de ${percent(low)} à ${percent(high)}).`,
  noAgreement: 'L’équipe n’a encore rien décidé à leur sujet.',
  does: {
    hold: 'Met en attente',
    reject: 'Rejette',
    spam: 'Marque comme spam',
    approve: 'Approuve',
    score: 'Ajoute des points',
  },
  points: (value) => `${value > 0 ? '+' : ''}${count(value, 'point', 'points')}`,
  queue: (name) => `file « ${name} »`,
  priority: (value) => `priorité ${number(value)}`,
  guardTitle: 'Remise en observation par le garde-fou',
  guardSaw: (found) =>
    `Dans la journée suivant sa dernière modification, elle a touché ${count(found.authors, 'auteur', 'auteurs')} sur ${count(found.comments, 'commentaire analysé', 'commentaires analysés')} ; limite : ${count(found.limit, 'auteur', 'auteurs')}.`,
  expired: (when) => `terminée le ${when}`,
  expires: (when) => `se termine le ${when}`,
  onlySections: (names) => `Rubriques visées : ${names}.`,
  onlyArticles: (names) => `Articles visés : ${names}.`,
  exempt: (names) => `Auteurs exemptés : ${names}.`,
  roles: { reader: 'lecteurs', trusted: 'auteurs de confiance', staff: 'rédaction' },
  saved: 'Règle enregistrée. Elle s’applique dès le prochain commentaire.',
  modeChanged: 'Le mode est changé. Il s’applique dès le prochain commentaire.',
  rolledBack: 'La version antérieure est de nouveau en vigueur, comme nouvelle version.',
  deleted: 'La règle est supprimée. Ses résultats sont conservés.',
  overtaken:
    'Quelqu’un d’autre a modifié cette règle entre-temps. La voici telle qu’elle est maintenant.',
  refused: 'C’est impossible :',

  rule: {
    condition: 'Condition',
    inWords: {
      all: 'Toutes ces conditions sont remplies :',
      any: 'Au moins une de ces conditions est remplie :',
    },
    or: { all: 'ou', any: 'et' },
    asText: 'En texte',
    edit: 'Modifier, essayer, tester',
    mode: 'Mode',
    promote: (estimate, low, high, sample) =>
      `En observation, l’équipe lui a donné raison dans ${percent(estimate)} des cas (${count(sample, 'décision', 'décisions')} ; probablement entre ${percent(low)} et ${percent(high)}).`,
    promoteUnknown:
      'En observation, l’équipe n’a rien décidé sur un commentaire qui la déclenche. Attendez, ou faites d’abord un test rétrospectif.',
    guard:
      'Le garde-fou surveille une règle active pendant 24 heures après chaque modification : si elle touche trop d’auteurs, il la remet lui-même en observation et le signale ici.',
    statistics: 'Les 30 derniers jours',
    chart: (live, shadow) =>
      `Déclenchements des 30 derniers jours : ${number(live)} avec effet, ${number(shadow)} en observation. Les mêmes chiffres figurent dans le tableau ci-dessous.`,
    acted: 'avec effet',
    counted: 'en observation',
    table: 'Les chiffres',
    version: 'Version',
    hits: 'Commentaires',
    approved: 'Approuvés par l’équipe',
    refused: 'Refusés par l’équipe',
    agreed: 'Accord avec la règle',
    share: (estimate, low, high) => `${percent(estimate)} (de ${percent(low)} à ${percent(high)})`,
    noHits: 'Elle ne s’est pas déclenchée durant les 30 derniers jours.',
    met: 'Derniers déclenchements',
    human: {
      approve: 'approuvé par l’équipe',
      reject: 'rejeté par l’équipe',
      spam: 'marqué comme spam par l’équipe',
      hold: 'mis en attente par l’équipe',
    },
    undecided: 'sans décision de l’équipe',
    versions: 'Versions',
    by: (who) => `par ${who}`,
    active: 'en vigueur',
    compare: (from, to) => `Différences entre ${number(from)} et ${number(to)}`,
    first: 'première version',
    rollBack: (version) => `Rétablir la version ${number(version)}`,
    backTo: (version) => `Retour à la version ${number(version)}`,
    more: 'Autres actions',
    toReturns: 'Renvoyer vers la file ce qu’elle a tranché',
    toDelete: 'Supprimer cette règle',
    name: (version) => `Version ${number(version)}`,
  },

  diff: {
    title: (name, from, to) => `${name} : version ${number(from)} et version ${number(to)}`,
    from: 'De la version',
    to: 'À la version',
    show: 'Comparer',
    same: 'Ces deux versions sont identiques.',
    field: 'Champ',
    before: 'Avant',
    after: 'Après',
    removed: 'retiré',
    added: 'ajouté',
    nothing: 'rien',
    fields: {
      name: 'Nom',
      explain: 'À quoi elle sert',
      when: 'Condition',
      'scope.sections': 'Rubriques',
      'scope.articles': 'Articles',
      'then.action': 'Suite donnée',
      'then.reason': 'Motif',
      'then.queue': 'File',
      'then.priority': 'Priorité',
      'then.score': 'Points',
      'then.note': 'Note pour l’équipe',
      'then.notifyAuthor': 'Prévenir l’auteur',
      exempt: 'Auteurs exemptés',
      expiresAt: 'Fin',
    },
  },

  returns: {
    title: (name) => `Renvoyer vers la file : ${name}`,
    intro:
      'Ce que la règle a approuvé ou refusé d’elle-même repasse devant l’équipe. Ce que celle-ci a décidé depuis ne change pas.',
    version: 'Version de la règle',
    from: 'À partir de (UTC)',
    to: 'Avant (UTC)',
    count: 'Compter',
    found: (value) =>
      `${count(value, 'commentaire reviendrait', 'commentaires reviendraient')} dans la file d’attente.`,
    none: 'Rien à renvoyer : durant cette période, cette version n’a rien décidé qui vaille encore.',
    confirm: (value) => `Renvoyer ${comments(value)} vers la file`,
    wrong: 'Indiquez deux moments, le premier avant le second.',
  },

  delete: {
    title: (name) => `Supprimer « ${name} » ?`,
    text: 'Elle n’examinera plus aucun commentaire et disparaîtra de cette liste. Ses versions et ses résultats restent dans le journal et sur les commentaires.',
    instead: 'Pour l’arrêter un moment, désactivez-la plutôt.',
    confirm: 'Supprimer la règle',
    cancel: 'Conserver',
  },
}
