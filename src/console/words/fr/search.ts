import type { search as english } from '../en/search'
import { count, number } from './formats'

/** The texts of searching comments. */
export const search: typeof english = {
  title: 'Recherche',
  back: 'Retour à la recherche',
  text: 'Mots ou partie du texte',
  author: 'Auteur',
  article: 'Article (dernière partie de son adresse)',
  status: 'Statut',
  anyStatus: 'Tous les statuts',
  from: 'À partir du (UTC)',
  to: 'Avant le (UTC)',
  rule: 'Règle déclenchée',
  anyRule: 'Peu importe la règle',
  moderator: 'Décision prise par',
  anybody: 'Peu importe qui',
  reason: 'Motif',
  anyReason: 'Tous les motifs',
  scores: 'Scores',
  atLeast: 'Au moins',
  atMost: 'Au plus',
  submit: 'Rechercher',
  none: 'Aucun résultat.',
  noneYet:
    'Rien n’a été trouvé jusqu’ici. Une ou deux lettres, ou des signes, se cherchent dans 20\u202f000 commentaires à la fois.',
  lookFurther: 'Chercher plus loin',
  found: (value, more) =>
    more ? `Les ${number(value)} derniers` : count(value, 'commentaire', 'commentaires'),
  newest: 'du plus récent au plus ancien',
  start: 'Recherchez parmi tous les commentaires de vos sites, quel que soit leur statut.',
  invalid: 'Cette recherche n’est pas possible. Vérifiez les champs.',
}
