import type { Action } from '../../../comments/comment'
import type { NamedEntries, SecondSign } from '../../../rules/built-in/details'
import type { ScoreFailure } from '../../../scoring/score'
import type { HostSign } from '../../../text/host-signs'
import type { builtInRules as english, details as englishDetails } from '../en/checks'
import { count, decimal, number } from './formats'

export const builtInRules: typeof english = {
  honeypot: 'Champ piège rempli',
  too_fast: 'Envoi trop rapide',
  blocked_words: 'Mot interdit',
  suspect_words: 'Mot suspect',
  blocked_domains: 'Domaine interdit',
  blocked_network: 'Réseau bloqué',
  many_links: 'Beaucoup de liens',
  newcomer_link: 'Lien d’un nouvel auteur',
  refused_domain: 'Lien déjà refusé par la modération',
  suspicious_link: 'Lien masqué ou trompeur',
  repeated_text: 'Texte répété',
  similar_text: 'Texte quasi identique',
  author_flooding: 'Rafale de commentaires d’un même auteur',
  network_flooding: 'Rafale de commentaires d’un même réseau',
  score_spam: 'Score de spam',
  score_toxicity: 'Score de toxicité',
  score_insult: 'Score d’insulte',
  score_threat: 'Score de menace',
  score_identity_attack: 'Score d’attaque contre un groupe',
  score_profanity: 'Score de vulgarité',
  score_sexual: 'Score de contenu sexuel',
  not_scored: 'Sans score',
  shouting: 'Abus de majuscules',
  too_short: 'Trop court',
  too_long: 'Trop long',
  newcomer: 'Nouvel auteur',
}

const missing = { spam: 'score de spam', toxicity: 'score de toxicité' }

const causes: Record<ScoreFailure, string> = {
  failed: ' L’évaluation a échoué.',
  out_of_time: ' L’évaluation a pris trop de temps et a été arrêtée.',
  away: ' L’autre service n’a pas répondu.',
}

const signs: Record<HostSign, string> = {
  shortener: 'un service qui cache la destination',
  punycode: 'un nom qui ne s’écrit pas comme il se lit',
  mixed_scripts: 'des lettres de plusieurs écritures',
  bare_address: 'une adresse réseau sans nom',
  lookalike: 'un nom qui imite celui d’un site de confiance',
}

const thresholds: Record<Action, string> = {
  approve: 'seuil d’approbation',
  reject: 'seuil de rejet',
  spam: 'seuil de spam',
  hold: 'seuil de mise en attente',
}

/** « un », « deux » et 4 autres */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `« ${entry} »`).join(', ')
  return others > 0 ? `${quoted} et ${count(others, 'autre', 'autres')}` : quoted
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const links = (value: number): string => count(value, 'lien', 'liens')
const characters = (value: number): string => count(value, 'caractère', 'caractères')
const others = (value: number): string => count(value, 'autre commentaire', 'autres commentaires')

/** What the built-in rules say, of a comment: in the masculine. */
const secondSigns: Record<SecondSign, string> = {
  honeypot: 'Un champ invisible pour les lecteurs a été rempli.',
  blocked_network: 'Il provient d’un réseau bloqué par ce site.',
  spam_author: 'La modération a marqué un commentaire de cet auteur comme spam.',
  spam_network: 'La modération a marqué des commentaires de ce réseau comme spam.',
  refused_domain: 'La modération a refusé des commentaires contenant ces liens.',
  copies: 'Le même auteur ou le même réseau a déjà envoyé cette publicité.',
}

export const details: typeof englishDetails = {
  author_flooding: (found) =>
    `Son auteur a envoyé ${others(found.count)} durant la dernière heure ; limite : ${number(found.limit)} par heure.`,
  network_flooding: (found) =>
    `Son réseau a envoyé ${others(found.count)} durant la dernière heure ; limite : ${number(found.limit)} par heure.`,
  blocked_domains: ({ host }) => `Il renvoie vers ${host}, un domaine interdit sur ce site.`,
  blocked_network: (_) => 'Il vient d’un réseau bloqué sur ce site.',
  blocked_words: (found) =>
    found.isDisguised
      ? `Il contient peut-être, sous une forme déguisée, ${entries(found)} (liste « blocked »).`
      : `Il contient ${entries(found)} (liste « blocked »).`,
  suspect_words: (found) => `Il contient ${entries(found)} (liste « suspect »).`,
  rule_failed: (_) => 'La règle n’a pas pu être exécutée.',
  out_of_time: ({ limit }) =>
    `Les règles de ce site ont pris plus de ${number(limit)} ms ; elles n’ont pas toutes été exécutées.`,
  not_searched: (_) =>
    'Le texte est trop long, ou sa comparaison avec les expressions régulières de ce site trop lente ; elles n’ont pas toutes été essayées.',
  honeypot: (_) => 'Un champ invisible pour les lecteurs a été rempli.',
  many_links: (found) => `Il contient ${links(found.count)} ; limite : ${number(found.limit)}.`,
  newcomer_link: (found) =>
    `Il contient ${links(found.count)}, et aucun commentaire de son auteur n’a encore été approuvé.`,
  newcomer: (_) => 'Aucun commentaire de son auteur n’a encore été approuvé.',
  not_scored: ({ lang, lacking: [score, other], because }) => {
    const what = score === undefined || other !== undefined ? 'score' : missing[score]
    const language = lang ? ` (langue : ${lang})` : ''
    return `Aucun ${what} n’a pu être attribué à ce texte${language}.${because ? causes[because] : ''}`
  },
  refused_domain: ({ hosts }) =>
    `L’équipe a refusé des commentaires renvoyant vers ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }) => `${host} : ${sign ? signs[sign] : 'un hôte suspect'}.`,
  repeated_text: (found) =>
    `Le même texte a été envoyé ${number(found.count)} fois en 24 heures, dont ${number(found.own)} fois par cet auteur ou depuis ce réseau ; limite : ${number(found.limit)}.`,
  similar_text: (found) =>
    `Un texte quasi identique a été envoyé ${number(found.count)} fois en 24 heures ; limite : ${number(found.limit)}.`,
  shouting: ({ share, limit }) =>
    `Majuscules parmi ses lettres : ${percent(share)} ; limite : ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }) =>
    `${builtInRules[`score_${score}`]} : ${decimal(value)} ; ${thresholds[action]} : ${number(limit)}.${sign ? ` ${secondSigns[sign]}` : ''}`,
  too_fast: ({ seconds, limit }) =>
    `Le formulaire a été envoyé au bout de ${number(Math.round(seconds * 10) / 10)} s ; durée minimale crédible : ${number(limit)} s.`,
  too_long: (found) => `Il compte ${characters(found.count)} ; maximum : ${number(found.limit)}.`,
  too_short: (found) => `Il compte ${characters(found.count)} ; minimum : ${number(found.limit)}.`,
}
