import type { rulesEditor as english } from '../en/rules-editor'
import { count, number } from './formats'
import { examples } from './rule-examples'

/** Small shares with one digit. */
const percent = (share: number): string => {
  const value = share * 100
  return `${number(value > 0 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} %`
}

/** The texts of the editor of rules: form, condition, try box, backtest. */
export const rulesEditor: typeof english = {
  add: 'Nouvelle règle',
  edit: (name) => `Modifier : ${name}`,
  name: 'Nom',
  nameHint: 'L’équipe le voit à côté de chaque commentaire qui déclenche la règle.',
  explain: 'À quoi elle sert, en une phrase',

  condition: {
    title: 'Commentaires visés',
    toText: 'Écrire en texte',
    toRows: 'Utiliser le formulaire',
    onlyText: 'Le formulaire ne peut pas afficher cette condition. Elle ne se modifie qu’en texte.',
    fixFirst: 'Le formulaire pourra l’afficher quand elle sera sans erreur.',
    join: 'La règle se déclenche si',
    joins: {
      all: 'toutes ces conditions sont remplies',
      any: 'au moins une de ces conditions est remplie',
    },
    or: { all: 'ou', any: 'et' },
    noRows: 'Choisissez ci-dessous ce que la règle examine en premier.',
    addFirst: 'Critère',
    add: { all: 'Et aussi', any: 'Ou bien' },
    addInner: { all: 'ou …', any: 'et …' },
    addInnerTo: {
      all: (field) => `Ou, à la place de « ${field} »`,
      any: (field) => `Et, en plus de « ${field} »`,
    },
    addButton: 'Ajouter',
    comparison: (field) => `${field} : comparaison`,
    value: (field) => `${field} : valeur`,
    severalHint: 'Séparez plusieurs valeurs par des virgules.',
    remove: (field) => `Retirer : ${field}`,
    removeShort: 'Retirer',
    noBank: 'Ce site n’a pas encore de liste de ce type.',
    written: 'La même condition en texte',
    text: 'Condition',
    textHint:
      'Reliez les comparaisons par && (et), || (ou) et ! (non). Les noms des champs se complètent pendant la saisie.',
    check: 'Vérifier',
    fine: 'Cette condition est utilisable.',
    empty: 'La règle a besoin d’une condition.',
    wrong: 'La condition n’est pas encore utilisable :',
    isWrong: 'La condition contient une erreur.',
    place: (start, end) =>
      end - start > 1
        ? `caractères ${number(start + 1)} à ${number(end)}`
        : `caractère ${number(start + 1)}`,
    rowsWrong: 'Certaines lignes du formulaire sont incomplètes.',
    suggestions: 'Suggestions : {n}. Choisissez avec les flèches, validez avec Entrée.',
    suggestionList: 'Suggestions',
  },

  reference: {
    title: 'Tout ce qu’une condition peut examiner',
    field: 'Champ',
    type: 'Type, valeurs',
    meaning: 'Signification',
    functions: 'Listes et fonctions',
    examples: 'Exemples',
    take: 'Reprendre cette condition',
    takeOf: (name) => `Reprendre cette condition : ${name}`,
  },
  examples,

  effect: {
    title: 'Suite donnée',
    actions: {
      hold: 'Mettre en attente',
      reject: 'Rejeter',
      spam: 'Marquer comme spam',
      approve: 'Approuver',
      score: 'Ajouter des points',
    },
    means: {
      hold: 'Quelqu’un de l’équipe le lit d’abord.',
      reject: 'Il n’est pas publié ; le motif est indiqué à l’auteur.',
      spam: 'Comme un rejet, et il compte comme spam.',
      approve: 'Il est publié, sauf si une autre règle s’y oppose.',
      score:
        'Les points de plusieurs règles s’additionnent : 5 mettent en attente, 12 font rejeter, sauf réglage contraire du site.',
    },
    reason: 'Motif',
    reasonHint: 'C’est celui qui est indiqué à l’auteur.',
    queue: 'File',
    queueHint:
      'Où patientent les commentaires en attente : « default », ou un nom court comme « legal ».',
    priority: 'Priorité',
    priorityHint: 'De 0 à 100 ; les plus élevées sont lues d’abord.',
    score: 'Points',
    scoreHint: 'De −20 à 20.',
    note: 'Note pour l’équipe',
  },

  reach: {
    title: 'Où, pour qui et jusqu’à quand',
    sections: 'Seulement dans ces rubriques',
    articles: 'Seulement sous ces articles',
    namesHint: 'Une par ligne ; vide : partout.',
    articlesHint: 'La dernière partie de l’adresse, une par ligne ; vide : tous.',
    exempt: 'Auteurs exemptés',
    roles: { reader: 'lecteurs', trusted: 'auteurs de confiance', staff: 'rédaction' },
    expiresAt: 'Fin (UTC)',
    expiresHint: 'Vide : jamais.',
  },

  save: {
    comment: 'Ce que vous avez modifié, pour la liste des versions',
    save: 'Enregistrer',
    shadow: 'Enregistrer et observer',
    draft: 'Enregistrer en brouillon',
    isLive:
      'Cette règle est active : ce que vous enregistrez s’applique dès le prochain commentaire.',
    liveToShadow: 'Enregistrer et mettre en observation',
    problems: 'Rien n’a été enregistré. Vérifiez les champs signalés :',
  },
  problemOf: (field, text) => `${field} : ${text}`,
  problemFields: {
    name: 'Nom',
    condition: 'Commentaires visés',
    explain: 'À quoi elle sert',
    action: 'Suite donnée',
    reason: 'Motif',
    queue: 'File',
    priority: 'Priorité',
    score: 'Points',
    note: 'Note pour l’équipe',
    sections: 'Rubriques',
    articles: 'Articles',
    exempt: 'Auteurs exemptés',
    expiresAt: 'Fin',
    comment: 'Ce que vous avez modifié',
    mode: 'Mode',
  },
  problems: {
    name: 'Indiquez un nom de 120 caractères au plus.',
    explain: 'Utilisez au plus 500 caractères.',
    action: 'Choisissez la suite à donner aux commentaires.',
    reason: 'Choisissez un motif dans la liste.',
    queue:
      'Minuscules sans accent, chiffres, « - » et « _ », 40 caractères au plus ; commencez par une lettre.',
    priority: 'Un nombre entier de 0 à 100.',
    score: 'Un nombre de −20 à 20.',
    note: 'Utilisez au plus 500 caractères.',
    sections: '50 rubriques au plus.',
    articles: '200 articles au plus.',
    exempt: 'Choisissez dans la liste.',
    expiresAt: 'Indiquez un jour et une heure.',
    comment: 'Utilisez au plus 500 caractères.',
    mode: 'Un site peut faire tourner 200 règles au plus ; désactivez-en d’abord une.',
  },

  conflict: {
    title: 'Quelqu’un d’autre a modifié cette règle entre-temps',
    text: 'Rien de votre saisie n’est perdu : elle est dans le formulaire ci-dessous. Voici ce que dit la règle maintenant, et en quoi votre texte diffère.',
    theirs: (version) => `Version ${number(version)}, enregistrée entre-temps`,
    sides: { before: 'L’autre version', after: 'La vôtre' },
    anyway:
      'Enregistrer de nouveau la remplace par la vôtre, comme nouvelle version. L’autre reste dans la liste.',
    gone: 'Quelqu’un d’autre a supprimé cette règle depuis que vous avez ouvert cette page. Enregistrez de nouveau pour la recréer.',
  },

  try: {
    title: 'Essayer sur un texte',
    intro: 'Ce que cette condition dit d’un commentaire, partie par partie.',
    body: 'Un texte, comme écrit par un inconnu',
    recent: 'Ou l’un des derniers commentaires',
    recentNone: 'Le texte ci-dessus',
    recentLine: (author, text) => `${author} : ${text}`,
    id: 'Ou un commentaire, par son adresse ou son identifiant',
    submit: 'Essayer',
    met: 'La règle se déclencherait sur ce commentaire.',
    notMet: 'La règle ne se déclencherait pas sur ce commentaire.',
    parts: 'Partie par partie',
    part: 'Partie',
    saw: 'Valeur lue',
    result: 'Résultat',
    true: 'remplie',
    false: 'non remplie',
    others: 'Ce que disent les autres règles',
    othersNone: 'Aucune autre règle ne s’exprime.',
    silent: (value) =>
      `${count(value, 'autre règle reste muette', 'autres règles restent muettes')}.`,
    rule: 'Règle',
    says: 'Résultat',
    because: 'Explication',
    unknown: 'Ce site n’a pas de commentaire analysé correspondant.',
    nothing: 'Indiquez un texte ou choisissez un commentaire.',
    tooLong: 'Utilisez au plus 5 000 caractères.',
    conditionFirst: 'La condition doit d’abord être sans erreur.',
  },

  backtest: {
    title: 'Voir ce qu’elle aurait fait',
    intro:
      'Applique la condition aux commentaires passés, chacun tel qu’il était lors de son analyse. Rien n’est modifié.',
    limit: 'Examiner',
    limits: (value) => `les ${number(value)} derniers commentaires`,
    days: 'Âge maximal',
    anyAge: 'sans limite',
    dayCount: (value) => count(value, 'jour', 'jours'),
    submit: 'Test rétrospectif',
    busy: 'Examen des commentaires passés …',
    none: 'Aucun commentaire n’a été analysé durant cette période.',
    matches: (matches, comments, share) =>
      `Elle aurait visé ${count(matches, 'commentaire', 'commentaires')} sur ${number(comments)} (${percent(share)}).`,
    humans: 'Ce que l’équipe en a décidé',
    human: {
      rejected: (value) => count(value, 'refusé', 'refusés'),
      approved: (value) => count(value, 'approuvé', 'approuvés'),
      held: (value) => `${number(value)} en attente`,
      undecided: (value) => `${number(value)} sans décision de l’équipe`,
    },
    precision: (estimate, low, high, sample) =>
      `L’équipe lui a donné raison dans ${percent(estimate)} des cas (${count(sample, 'décision', 'décisions')}). Avec une certitude de 95 %, le vrai taux se situe entre ${percent(low)} et ${percent(high)}.`,
    fewDecisions:
      'Cela fait peu de décisions : lisez les exemples avant de vous fier à ce chiffre.',
    noPrecision:
      'L’équipe n’a décidé d’aucun d’entre eux ; nul ne peut donc dire si elle a souvent raison.',
    caught: (fresh, already) =>
      `Sans action d’une règle active : ${number(fresh)} ; déjà traités par une règle active : ${number(already)}.`,
    current: (added, lost, matches) =>
      `Par rapport à la version en vigueur (${count(matches, 'commentaire visé', 'commentaires visés')}) : ${number(added)} de plus, ${number(lost)} de moins.`,
    samples: 'Exemples',
    sampleGroups: {
      added: 'Visés par le nouveau texte seulement',
      lost: 'Visés par la version en vigueur seulement',
      newly_caught: 'Visés, sans action d’une règle active',
      matched: 'Visés',
    },
    sampleCount: (title, shown) => `${title} (${number(shown)})`,
    newWindow: '(s’ouvre dans une nouvelle fenêtre)',
    stale: 'La condition a changé depuis ce test.',
    conditionFirst: 'La condition doit d’abord être sans erreur.',
  },
}
