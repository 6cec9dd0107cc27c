import type { office as english } from '../en/office'
import { count, number } from './formats'

/** The texts around reviewing: access, owners' pages, keys, errors. */
export const office: typeof english = {
  frame: {
    product: 'Postbag',
    skip: 'Aller au contenu principal',
    navigation: 'Console',
    queue: 'File d’attente',
    reviews: 'Seconds avis',
    search: 'Recherche',
    statistics: 'Statistiques',
    rules: 'Règles',
    banks: 'Listes',
    people: 'Équipe',
    settings: 'Paramètres',
    houseRules: 'Charte',
    audit: 'Journal',
    account: (name) => `Compte : ${name}`,
    signOut: 'Déconnexion',
    keys: 'Raccourcis',
    title: (page) => `${page} – Console Postbag`,
  },

  signIn: {
    title: 'Connexion',
    intro:
      'La console est réservée aux modérateurs et aux propriétaires de cet espace de commentaires.',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    refused: 'L’adresse e-mail ou le mot de passe est incorrect.',
    throttled:
      'Trop de mots de passe incorrects depuis cette connexion. Veuillez patienter un quart d’heure.',
    busy: 'Trop de mots de passe attendent d’être vérifiés. Rien n’a été vérifié ni modifié ; veuillez réessayer dans dix secondes.',
    ended:
      'Votre session a pris fin : rien n’est encore enregistré. Connectez-vous dans une autre fenêtre, puis rechargez cette page : ce que vous avez envoyé le sera de nouveau.',
    left: 'Votre session est fermée.',
    leftEverywhere: 'Toutes vos sessions sont fermées.',
  },

  account: {
    title: 'Votre compte',
    role: { moderator: 'Modérateur', owner: 'Propriétaire' },
    allSites: 'tous les sites',
    signedInAs: 'Compte',
    mayUse: 'Rôle',
    password: 'Changer le mot de passe',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe',
    nextHint:
      'Au moins 8 caractères ; quelques mots pris au hasard conviennent bien. Vos autres sessions seront fermées.',
    submit: 'Changer le mot de passe',
    changed: 'Le mot de passe est changé et vos autres sessions sont fermées.',
    throttled: 'Trop de mots de passe incorrects. Veuillez patienter un quart d’heure.',
    problems: {
      'too-short': 'Utilisez au moins 8 caractères.',
      'too-long': 'Utilisez au plus 200 caractères.',
      'own-address': 'N’utilisez pas votre adresse e-mail.',
      'well-known':
        'Ce mot de passe est de ceux que l’on essaie en premier. Choisissez-en un autre.',
      'as-before': 'Choisissez un autre mot de passe que l’actuel.',
      wrong: 'Ce n’est pas votre mot de passe.',
    },
    choose: 'Choisir votre mot de passe',
    chooseText:
      'Le mot de passe avec lequel vous vous êtes connecté a été créé pour vous. Choisissez le vôtre avant de continuer.',
    oneTime: 'Mot de passe à usage unique',
    language: 'Langue',
    ownLanguage: 'Langue du navigateur',
    chooseLanguage: 'Utiliser cette langue',
    languageChosen: 'La console s’affiche maintenant dans votre langue.',
    masking: 'Mots choquants',
    mask: 'Masquer les mots relevés par les règles et les scores',
    maskHint:
      'Un mot masqué apparaît sous le pointeur, avec Tab ou d’un simple toucher. L’utilité du masquage est discutée : essayez-le et gardez ce qui vous convient. Rien ne change pour les autres.',
    chooseMasking: 'Enregistrer',
    maskingOn: 'Les mots choquants sont maintenant masqués pour vous.',
    maskingOff: 'Les mots choquants sont de nouveau affichés.',
    sessions: 'Sessions',
    sessionCount: (value) =>
      `Vous avez ${count(value, 'session ouverte', 'sessions ouvertes')}. Une session prend fin après deux heures sans activité, et dans tous les cas au bout de douze heures.`,
    everywhere: 'Se déconnecter partout',
  },

  banks: {
    title: 'Listes de mots et d’expressions régulières',
    intro:
      'Ce qui figure dans la liste « blocked » est rejeté, ce qui figure dans « suspect » est mis en attente ; les autres listes servent aux règles.',
    open: 'Afficher',
    name: 'Nom',
    kind: 'Type',
    kinds: { words: 'Mots', patterns: 'Expressions régulières' },
    entries: 'Entrées',
    entriesHint: {
      words:
        'Un mot ou une locution par ligne, 20 000 au plus. Seuls les mots entiers sont trouvés, en majuscules comme en minuscules ; une étoile à la fin (« mot* ») trouve aussi les mots plus longs.',
      patterns:
        'Une expression par ligne (syntaxe RE2), 500 au plus. Le texte leur est soumis en minuscules.',
    },
    disguises:
      'Trouver aussi les graphies déguisées (elles sont mises en attente, jamais rejetées)',
    changed: 'Modification',
    none: 'Ce site n’a pas encore de liste.',
    edit: (name) => `Liste « ${name} »`,
    add: 'Ajouter une liste',
    save: 'Enregistrer',
    delete: 'Supprimer cette liste',
    saved: 'Liste enregistrée. Elle s’applique dès le prochain commentaire.',
    deleted: 'Liste supprimée.',
    wrong: 'Rien n’a été enregistré :',
    entryWrong: (place, entry, mistake) => `Entrée ${number(place)} (${entry}) : ${mistake}`,
    moreWrong: (others) => `Et ${count(others, 'autre', 'autres')}.`,
    exists: (name) =>
      `La liste «\u00a0${name}\u00a0» existe déjà. Choisissez un autre nom ou modifiez cette liste.`,
    inUse: (rules) =>
      `Des règles utilisent cette liste : ${rules}. Modifiez-les ou désactivez-les d’abord.`,
    overtaken:
      'Quelqu’un d’autre a enregistré cette liste depuis que vous avez ouvert cette page. Enregistrez de nouveau pour que la vôtre la remplace.',
    gone: 'Quelqu’un d’autre a supprimé cette liste depuis que vous avez ouvert cette page. Enregistrez de nouveau pour la recréer.',
    onlyTheirs: (entries) => `La liste enregistrée contient ce qui manque à la vôtre : ${entries}`,
    deleteOf: (name) => `Supprimer la liste « ${name} » ?`,
    deleteText: 'Ses entrées disparaissent définitivement : aucune version n’en est conservée.',
    back: 'Toutes les listes',
  },

  keys: {
    title: 'Raccourcis clavier',
    close: 'Fermer',
    hint: 'Ils agissent sur le commentaire marqué, sauf pendant la saisie dans un champ.',
    list: [
      ['A', 'Approuver'],
      ['R, puis 1–9', 'Rejeter pour un motif'],
      ['P', 'Spam'],
      ['H', 'Mettre en attente'],
      ['E', 'Transmettre au responsable'],
      ['S', 'Passer : laisser à d’autres pour l’instant'],
      ['U', 'Annuler la dernière décision'],
      ['J / K', 'Commentaire suivant / précédent'],
      ['X', 'Sélectionner pour une décision groupée'],
      ['O', 'Ouvrir l’historique'],
      ['?', 'Cette aide'],
    ],
    rejectTitle: 'Motif du rejet',
    cancel: 'Annuler',
    on: 'Utiliser les raccourcis',
  },

  errors: {
    404: {
      title: 'Introuvable',
      text: 'Il n’y a rien à cette adresse, ou cela ne fait pas partie de vos sites.',
    },
    403: { title: 'Accès refusé', text: 'Il faut pour cela le rôle de propriétaire.' },
    crossSite: 'Cette requête venait d’un autre site ; rien n’a été fait.',
    409: { title: 'Trop tard', text: 'Quelqu’un d’autre a été plus rapide.' },
    503: {
      title: 'Service occupé',
      text: 'Le service est occupé. Veuillez réessayer dans un instant.',
    },
    500: {
      title: 'Une erreur s’est produite',
      text: 'L’exploitant a été prévenu. Veuillez réessayer.',
    },
    400: { title: 'Requête incorrecte', text: 'La requête n’a pas été comprise.' },
    toQueue: 'Vers la file d’attente',
  },
}
