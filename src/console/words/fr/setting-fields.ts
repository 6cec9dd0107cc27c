import type { fields as english } from '../en/setting-fields'

const seconds = 'secondes'
const characters = 'caractères'
const share = '0,7 signifie 70 %.'

/** Each setting with what it does. */
export const fields: typeof english = {
  default_action: {
    label: 'Commentaire sur lequel aucune règle ne s’exprime',
    help: 'Mise en attente : quelqu’un le lit d’abord. Approbation : il est aussitôt public.',
  },
  unscored: {
    label: 'Commentaire auquel il manque un score',
    help: 'De spam ou de toxicité, par exemple dans une langue sans modèle. Sans ce score, les autres règles et le réglage ci-dessus décident.',
  },
  comments_open: {
    label: 'Les commentaires sont ouverts',
    help: 'Sinon, personne ne peut écrire sur ce site ; ce qui s’y trouve reste.',
  },
  edit_window_seconds: {
    label: 'Délai de modification pour les auteurs',
    help: 'Un commentaire modifié est de nouveau analysé. 0 : jamais.',
    unit: seconds,
  },
  language: { label: 'Langue des articles', help: 'Deux lettres (ISO 639-1), par exemple fr.' },
  time_zone: {
    label: 'Fuseau horaire',
    help: 'Pour les règles qui tiennent compte de l’heure, par exemple Europe/Paris.',
  },
  'limits.max_links': {
    label: 'Nombre maximal de liens',
    help: 'Au-delà, mise en attente.',
    unit: 'liens',
  },
  'limits.newcomer_links': {
    label: 'Mettre en attente les liens des nouveaux auteurs',
    help: 'Jusqu’à l’approbation d’un de leurs commentaires.',
  },
  'limits.hold_newcomers': {
    label: 'Mettre en attente tous les commentaires des nouveaux auteurs',
    help: 'Jusqu’à l’approbation d’un de leurs commentaires.',
  },
  'limits.max_duplicates': {
    label: 'Textes identiques en 24 heures',
    help: 'Au-delà, ils sont mis en attente. Ils ne sont marqués comme spam que si un auteur ou un réseau répète la même publicité, ou un auteur le même long texte.',
    unit: 'textes',
  },
  'limits.max_near_duplicates': {
    label: 'Textes quasi identiques en 24 heures',
    help: 'Au-delà, mise en attente.',
    unit: 'textes',
  },
  'limits.author_per_hour': {
    label: 'Commentaires d’un même auteur en une heure',
    help: 'Au-delà, mise en attente.',
    unit: 'commentaires',
  },
  'limits.network_per_hour': {
    label: 'Commentaires d’un même réseau en une heure',
    help: 'Au-delà, mise en attente. Une rédaction ou une école peut partager un réseau.',
    unit: 'commentaires',
  },
  'limits.max_caps': {
    label: 'Part de majuscules',
    help: `Au-delà, mise en attente. ${share}`,
  },
  'limits.min_length': {
    label: 'Longueur minimale',
    help: 'En deçà, mise en attente.',
    unit: characters,
  },
  'limits.max_length': {
    label: 'Longueur maximale',
    help: 'Au-delà, mise en attente.',
    unit: characters,
  },
  captcha_min_age_ms: {
    label: 'Réponse la plus rapide au calcul',
    help: 'Une réponse plus rapide est refusée, et un autre calcul est proposé.',
    unit: 'millisecondes',
  },
  captcha_ttl_seconds: {
    label: 'Durée de validité d’un calcul',
    help: 'Une journée permet de laisser la page ouverte.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Envoi le plus rapide du formulaire',
    help: 'Un commentaire envoyé plus tôt après l’ouverture de la page est mis en attente.',
    unit: seconds,
  },
  'points.hold': {
    label: 'Attente dès',
    help: 'Somme des points de toutes les règles.',
    unit: 'points',
  },
  'points.reject': {
    label: 'Rejet dès',
    help: 'Somme des points de toutes les règles.',
    unit: 'points',
  },
  'rule_guard.authors': {
    label: 'Nombre d’auteurs qu’une règle récente peut toucher',
    help: 'Dans la journée suivant sa modification ; au-delà de ce nombre et de la part ci-dessous, elle revient en observation.',
    unit: 'auteurs',
  },
  'rule_guard.share': {
    label: 'Part des commentaires qu’elle peut toucher',
    help: `Parmi ceux analysés depuis la modification. ${share}`,
  },
  'learning.enabled': {
    label: 'Apprendre des décisions',
    help: 'Désactivé : les scores se passent de ce qui a été appris, sans que ce soit effacé.',
  },
  'learning.most_per_moderator_day': {
    label: 'Décisions d’une même personne par jour qui comptent pleinement',
    help: 'Au-delà, elles comptent ensemble pour ce nombre, pour que personne ne puisse fausser les scores. Qui décide seul enseigne avec toutes.',
    unit: 'décisions',
  },
  'learning.sample_share': {
    label: 'Part des refus automatiques montrés à l’équipe',
    help: `Ils restent refusés entre-temps ; on voit ainsi où les règles se trompent. ${share}`,
  },
  'learning.approval_sample_share': {
    label: 'Part des approbations automatiques montrées à l’équipe',
    help: `Ces commentaires restent publiés entre-temps ; on voit ainsi ce que les règles et les scores laissent passer. ${share}`,
  },
  'learning.since': {
    label: 'Apprendre des décisions prises depuis',
    help: 'Vide : de toutes les décisions. En UTC.',
  },
  second_review_share: {
    label: 'Part des décisions soumises à un second avis',
    help: `Quelqu’un d’autre se prononce sans connaître la première décision. ${share}`,
  },
  blocked_domains: {
    label: 'Interdits',
    help: 'Un commentaire avec un lien vers l’un d’eux est rejeté.',
  },
  allowed_domains: {
    label: 'De confiance',
    help: 'Les liens vers ces domaines ne sont pas comptés, ni ceux vers les pages du site lui-même.',
  },
  blocked_networks: {
    label: 'Réseaux bloqués',
    help: 'Leurs commentaires sont mis en attente. Rien n’est refusé pour cette seule raison, car un réseau est souvent partagé.',
  },
  origins: {
    label: 'Origines',
    help: 'Les pages d’autres origines ne peuvent pas utiliser l’API de lecture de ce site.',
  },
  'external_scorer.kind': {
    label: 'Protocole',
    help: 'L’exploitant doit d’abord déclarer son hôte dans EXTERNAL_SCORER_HOSTS.',
  },
  'external_scorer.url': { label: 'Adresse', help: 'Par exemple https://api.example.' },
  'external_scorer.key': {
    label: 'Clé',
    help: 'Elle ne sera plus jamais affichée, et n’est envoyée qu’à cette adresse.',
  },
  'external_scorer.timeout_ms': {
    label: 'Attente maximale',
    help: 'Passé ce délai, nos propres scores décident.',
    unit: 'millisecondes',
  },
  'external_scorer.mode': {
    label: 'Prise en compte',
    help: 'Le plus élevé des deux scores, ou seulement quand le nôtre manque.',
  },
}
