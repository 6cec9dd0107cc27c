import type { desk as english } from '../en/desk'
import { count, did, didTo, lowered, number, status } from './formats'

/** The texts of reviewing: queue, cards, decisions, a comment's story. */
export const desk: typeof english = {
  queue: {
    title: 'File d’attente',
    states: {
      held: 'En attente',
      reported: 'Signalés',
      appealed: 'Contestés',
      sampled: 'Échantillon',
      lead: 'Pour le responsable',
      pending: 'En analyse',
      approved: 'Approuvés',
      rejected: 'Rejetés',
      spam: 'Spam',
    },
    sorts: {
      priority: 'Priorité',
      oldest: 'Anciens',
      newest: 'Récents',
      risk: 'Risque',
    },
    sort: 'Ordre',
    site: 'Site',
    allSites: 'Tous les sites',
    section: 'Rubrique',
    allSections: 'Toutes les rubriques',
    named: 'File',
    allNamed: 'Toutes les files',
    show: 'Afficher',
    tabs: 'Sections de la file d’attente',
    heading: (state, total) => `${state} : ${count(total, 'commentaire', 'commentaires')}`,
    oldest: 'Attente la plus longue',
    empty: {
      held: 'Aucun commentaire en attente. Tous ont reçu une réponse.',
      reported: 'Aucun signalement n’attend de réponse.',
      appealed: 'Aucune contestation n’attend de réponse.',
      sampled: 'Aucune décision automatique n’est à relire.',
      lead: 'Rien ne vous a été transmis, et aucun avis ne diverge.',
      pending: 'Rien n’est en cours d’analyse.',
      approved: 'Rien n’a encore été approuvé.',
      rejected: 'Rien n’a encore été rejeté.',
      spam: 'Rien n’a encore été marqué comme spam.',
    },
    emptyPage: 'Cette page est terminée.',
    emptyPart: 'Rien ici avec ce choix.',
    showAll: 'Tout afficher',
    toStart: 'Revenir au début de la liste',
    more: 'Commentaires suivants',
  },

  // "signé" before names: "de" would have to be elided before some of them
  card: {
    select: (author) => `Sélectionner le commentaire signé ${author}`,
    on: 'sur',
    replyTo: 'en réponse à',
    replies: (value) => count(value, 'réponse', 'réponses'),
    edited: (when) => `modifié (${when})`,
    newcomer: 'Premier commentaire',
    standing: (approved, refused) =>
      `${count(approved, 'publié', 'publiés')}, ${count(refused, 'refusé', 'refusés')}`,
    standingHint: 'Autres commentaires du même auteur sur ce site',
    why: 'Pourquoi ce commentaire est ici',
    noFinding: 'Aucune règle n’y trouve à redire.',
    notJudged: 'L’analyse automatique n’a pas encore eu lieu.',
    shadow: 'en observation, sans effet',
    scores: 'Scores',
    notScored: 'Sans score : aucun modèle n’a lu ce texte.',
    otherScores: (low, isAll) =>
      isAll
        ? 'Tous les scores sont faibles.'
        : `${count(low, 'autre score est faible', 'autres scores sont faibles')}.`,
    unscoredNames: (names) => `Sans score : ${names}.`,
    reports: (value) => count(value, 'signalement', 'signalements'),
    appeal: 'Contestation de l’auteur',
    notes: 'Notes',
    heldBy: (name) => `${name} s’en occupe`,
    decided: (status, who, when) => `${status} par ${who}, ${when}`,
    masked: 'Mot masqué : afficher',
    moreText: (value) => `Afficher la suite (${count(value, 'caractère', 'caractères')})`,
    open: 'Historique',
    openLabel: (author) => `Historique du commentaire signé ${author}`,
    erased: '[supprimé par l’auteur]',
    hidden: (value) =>
      count(
        value,
        'caractère invisible ou changeant le sens d’écriture',
        'caractères invisibles ou changeant le sens d’écriture',
      ),
    actions: (author) => `Décision sur le commentaire signé ${author}`,
    highPriority: 'Urgent',
  },

  score: {
    spam: 'Spam',
    toxicity: 'Toxicité',
    insult: 'Insulte',
    threat: 'Menace',
    identity_attack: 'Attaque contre un groupe',
    profanity: 'Vulgarité',
    sexual: 'Contenu sexuel',
  },
  scoreWord: {
    low: 'faible',
    possible: 'possible',
    likely: 'probable',
    'very-likely': 'très probable',
    'not-scored': 'sans score',
  },

  status,
  did,
  ruleAction: {
    approve: 'approuver',
    reject: 'rejeter',
    spam: 'spam',
    hold: 'mettre en attente',
    score: 'points',
  },
  who: {
    rules: 'les règles',
    system: 'le système',
    reader: 'un lecteur',
    author: 'l’auteur',
    unknown: 'quelqu’un',
    you: 'vous',
  },

  decide: {
    approve: 'Approuver',
    approveAgain: 'Conserver',
    reject: 'Rejeter',
    rejectAgain: 'Maintenir le rejet',
    spam: 'Spam',
    spamAgain: 'Maintenir en spam',
    hold: 'En attente',
    giveBack: 'Rendre à la file',
    escalate: 'Transmettre',
    skip: 'Passer',
    reason: 'Motif',
    note: 'Note pour l’équipe',
    addNote: 'Note',
    saveNote: 'Enregistrer la note seule',
    noted: 'La note est enregistrée.',
    emptyNote: 'La note était vide.',
    undo: 'Annuler',
    bulk: 'Décision sur les commentaires sélectionnés',
    selectHint: 'Cochez des commentaires ci-dessus, puis :',
    selectAll: 'Tout sélectionner sur cette page',
    noneSelected: 'Aucun commentaire n’était sélectionné.',
    allOvertaken: 'Rien n’a changé : pour chacun, quelqu’un d’autre a été plus rapide.',
    allTaken: 'Rien n’a changé : quelqu’un d’autre s’occupe de ces commentaires.',
    done: (did, author) => `${did} : commentaire signé ${author}.`,
    undone: (status, author) =>
      `Décision annulée. Le commentaire signé ${author} retrouve le statut « ${status} ».`,
    bulkDone: (did, done, left, taken) =>
      `${didTo(done, did)} : ${count(done, 'commentaire', 'commentaires')}.${
        left > 0
          ? ` ${count(left, 'inchangé', 'inchangés')} : quelqu’un d’autre a été plus rapide.`
          : ''
      }${taken > 0 ? ` ${count(taken, 'inchangé', 'inchangés')} : quelqu’un d’autre s’en occupe.` : ''}`,
    bulkUndone: (done, left) =>
      `${count(done, 'décision annulée', 'décisions annulées')}.${
        left > 0
          ? ` Entre-temps, ${count(left, 'commentaire a fait', 'commentaires ont fait')} l’objet d’une nouvelle décision.`
          : ''
      }`,
    standing: (did, who, when) => `Rien à faire : déjà ${lowered(did)} par ${who} (${when}).`,
    gone: 'Ce commentaire n’existe plus.',
    nothingToUndo: 'Rien à annuler : c’est déjà fait, ou une autre décision a été prise.',
  },

  comment: {
    title: (author) => `Commentaire signé ${author}`,
    back: 'Retour à la file d’attente',
    onPage: 'Voir sur la page',
    text: 'Texte',
    findings: 'Ce que disent les règles',
    rule: 'Règle',
    says: 'Résultat',
    because: 'Explication',
    places: 'Passages',
    noFindings: 'Aucune règle ne s’est exprimée.',
    scores: 'Scores',
    model: (model, lang) => `Modèle : ${model}${lang ? `, langue : ${lang}` : ''}.`,
    features: 'Tout ce que les règles pouvaient lire',
    decisions: 'Décisions',
    noDecisions: 'Aucune décision pour l’instant.',
    decision: (did, who) => `${did} par ${who}`,
    undoes: 'annule une décision antérieure',
    inBatch: 'décision groupée',
    edits: 'Versions antérieures',
    reports: 'Signalements',
    appeals: 'Contestations',
    // said of both, of a masculine and of a feminine word
    answered: 'réponse donnée',
    open: 'sans réponse',
    others: 'Autres commentaires du même auteur',
    noOthers: 'C’est le seul sur ce site.',
    totals: (approved, held, rejected, spam) =>
      `${count(approved, 'approuvé', 'approuvés')}, ${number(held)} en attente, ${count(rejected, 'rejeté', 'rejetés')}, ${count(spam, 'spam', 'spams')}`,
    thread: 'Conversation',
    parent: 'En réponse à',
    replies: 'Réponses',
    noThread: 'Il ne répond à personne, et personne n’y a répondu.',
    audit: 'Journal',
    event: 'Événement',
    at: 'Quand',
    by: 'Qui',
    facts: 'Détails',
  },
}
