import type { batch as english } from '../en/batch'
import { count, number } from './formats'

const comments = (value: number) => count(value, 'commentaire', 'commentaires')

/** The texts of deciding on many comments by their score. */
export const batch: typeof english = {
  batch: {
    open: 'Décider par score',
    title: 'Décision par score',
    intro:
      'Choisissez une plage de score, parcourez ce qu’elle contient, décochez ce qui n’y a pas sa place et décidez du reste en une fois. Une seule annulation défait le tout.',
    back: 'Retour à la file d’attente',
    state: 'Section de la file d’attente',
    score: 'Score',
    from: 'De',
    to: 'À',
    show: 'Afficher',
    scored: (score) => `Répartition des commentaires par score : ${score}`,
    chart: (score, counted) =>
      `${comments(counted)} selon le score « ${score} ». Les mêmes chiffres figurent dans le tableau ci-dessous.`,
    dragHint: 'Faites glisser le pointeur sur les barres, ou déplacez les deux bornes.',
    scale:
      'Les barres croissent moins vite que les nombres, pour que les petites restent visibles à côté des grandes.',
    table: 'Les chiffres',
    comments: 'Commentaires',
    step: (from, to) => `de ${from} à ${to}`,
    bar: (from, to, value) => `De ${from} à ${to} : ${comments(value)}`,
    notScored: (value) => `Sans score, donc hors de toute plage : ${number(value)}.`,
    notScoredRow: 'Sans score',
    cutOldest: (value) =>
      `Il y en a davantage : seuls les ${number(value)} plus anciens sont comptés ici.`,
    cutNewest: (value) =>
      `Il y en a davantage : seuls les ${number(value)} plus récents sont comptés ici.`,
    list: 'Dans cette plage',
    oldestFirst: (value) => `${comments(value)} dans cette plage, du plus ancien au plus récent`,
    newestFirst: (value) => `${comments(value)} dans cette plage, du plus récent au plus ancien`,
    oldestOf: (shown, value) =>
      `Du plus ancien au plus récent : ${number(shown)} sur ${comments(value)} dans cette plage`,
    newestOf: (shown, value) =>
      `Du plus récent au plus ancien : ${number(shown)} sur ${comments(value)} dans cette plage`,
    none: 'Aucun commentaire dans cette plage.',
    decide: 'Décision sur les commentaires cochés',
    hint: 'Tout est coché au départ. Décochez ce qui n’y a pas sa place, puis :',
    all: 'Tous',
    ticked: 'Cochés : {n} sur {total}',
    reason: 'Motif du rejet',
    confirm: {
      approve: (value) => `Approuver ${comments(value)} ?`,
      reject: (value) => `Rejeter ${comments(value)} ?`,
      spam: (value) => `Marquer ${comments(value)} comme spam ?`,
      hold: (value) => `Mettre ${comments(value)} en attente ?`,
    },
    sure: {
      approve: (value) => `Approuver ${comments(value)}`,
      reject: (value) => `Rejeter ${comments(value)}`,
      spam: (value) => `Marquer ${comments(value)} comme spam`,
      hold: (value) => `Mettre ${comments(value)} en attente`,
    },
    because: (reason) => `Motif : ${reason}.`,
    oneUndo:
      'Si quelqu’un d’autre décide entre-temps de certains commentaires, ils ne sont pas touchés. Une seule annulation défait le reste.',
    cancel: 'Retour à la liste',
    failed: 'Le chargement a échoué. Vérifiez la connexion et réessayez.',
  },
}
