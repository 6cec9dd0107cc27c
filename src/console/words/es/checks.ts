import type { NamedEntries, SecondSign } from '../../../rules/built-in/details'
import type { ScoreFailure, ScoreName } from '../../../scoring/score'
import type { HostSign } from '../../../text/host-signs'
import type { english } from '../en/english'
import { desk } from './desk'
import { count as counted, decimal, number, percent } from './formats'

const scoreRules: Record<`score_${ScoreName}`, string> = {
  score_spam: 'Puntuación de spam',
  score_toxicity: 'Puntuación de toxicidad',
  score_insult: 'Puntuación de insulto',
  score_threat: 'Puntuación de amenaza',
  score_identity_attack: 'Puntuación de ataque a la identidad',
  score_profanity: 'Puntuación de lenguaje soez',
  score_sexual: 'Puntuación de contenido sexual',
}

/** A title contains the label of its reason where it can: a card then says it once. */
export const builtInRules: (typeof english)['builtInRules'] = {
  honeypot: 'Campo trampa rellenado',
  too_fast: 'Enviado demasiado rápido',
  blocked_words: 'Palabra bloqueada',
  suspect_words: 'Palabra sospechosa',
  blocked_domains: 'Dominio bloqueado',
  blocked_network: 'Red bloqueada',
  many_links: 'Demasiados enlaces',
  newcomer_link: 'Enlace de un autor nuevo',
  refused_domain: 'Enlace ya descartado por los moderadores',
  suspicious_link: 'Enlace que oculta o finge su destino',
  repeated_text: 'Texto repetido',
  similar_text: 'Texto repetido con cambios mínimos',
  author_flooding: 'Exceso de comentarios de un mismo autor',
  network_flooding: 'Exceso de comentarios desde una misma red',
  ...scoreRules,
  not_scored: 'Sin puntuar',
  shouting: 'Abuso de mayúsculas',
  too_short: 'Demasiado corto',
  too_long: 'Demasiado largo',
  newcomer: 'Autor nuevo',
}

/** `«uno», «dos» y 4 más` */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `«${entry}»`).join(', ')
  return others > 0 ? `${quoted} y ${number(others)} más` : quoted
}

const missing = { spam: 'puntuación de spam', toxicity: 'puntuación de toxicidad' }

const causes: Record<ScoreFailure, string> = {
  failed: ' La puntuación falló.',
  out_of_time: ' La puntuación tardó demasiado y se detuvo.',
  away: ' El otro servicio no respondió.',
}

const signs: Record<HostSign, string> = {
  shortener: 'un servicio que oculta adónde lleva el enlace',
  punycode: 'un nombre que no se escribe como se lee',
  mixed_scripts: 'letras de varios alfabetos',
  bare_address: 'una dirección de red sin nombre',
  lookalike: 'un nombre que imita a otro en el que este sitio confía',
}

const scoreNouns: Record<ScoreName, string> = {
  spam: 'spam',
  toxicity: 'toxicidad',
  insult: 'insulto',
  threat: 'amenaza',
  identity_attack: 'ataque a la identidad',
  profanity: 'lenguaje soez',
  sexual: 'contenido sexual',
}

const links = (value: number): string => counted(value, 'enlace', 'enlaces')
const characters = (value: number): string => counted(value, 'carácter', 'caracteres')
const times = (value: number): string => counted(value, 'vez', 'veces')
const moreComments = (value: number): string => counted(value, 'comentario más', 'comentarios más')

/** The sentences of the built-in rules. */
const secondSigns: Record<SecondSign, string> = {
  honeypot: 'Se rellenó un campo que los lectores no ven.',
  blocked_network: 'Se envió desde una red que este sitio bloquea.',
  spam_author: 'La moderación marcó como spam un comentario de este autor.',
  spam_network: 'La moderación marcó como spam comentarios de esta red.',
  refused_domain: 'La moderación descartó comentarios con estos enlaces.',
  copies: 'El mismo autor o la misma red ya envió esta publicidad.',
}

export const details: (typeof english)['details'] = {
  author_flooding: ({ count, limit }) =>
    `El mismo autor envió ${moreComments(count)} en la última hora; el límite es de ${number(limit)} por hora.`,
  network_flooding: ({ count, limit }) =>
    `La misma red envió ${moreComments(count)} en la última hora; el límite es de ${number(limit)} por hora.`,
  blocked_domains: ({ host }) => `Enlaza con ${host}, que está bloqueado en este sitio.`,
  blocked_network: (_) => 'Llegó desde una red bloqueada en este sitio.',
  blocked_words: ({ isDisguised, ...found }) =>
    isDisguised
      ? `Podría contener, con otra apariencia, ${entries(found)} de la lista «blocked».`
      : `Contiene ${entries(found)} de la lista «blocked».`,
  suspect_words: (found) => `Contiene ${entries(found)} de la lista «suspect».`,
  rule_failed: (_) => 'No se pudo ejecutar la regla.',
  out_of_time: ({ limit }) =>
    `Las reglas de este sitio tardaron más de ${number(limit)} ms; no se ejecutaron todas.`,
  not_searched: (_) =>
    'El texto es demasiado largo o tarda demasiado en compararse con los patrones de este sitio; no se compararon todos.',
  honeypot: (_) => 'Se rellenó un campo que los lectores no ven.',
  many_links: ({ count, limit }) => `Tiene ${links(count)}; el límite es de ${number(limit)}.`,
  newcomer_link: ({ count }) =>
    `Tiene ${links(count)} y su autor todavía no tiene ningún comentario aprobado.`,
  newcomer: (_) => 'Su autor todavía no tiene ningún comentario aprobado.',
  not_scored: ({ lang, lacking: [score, other], because }) => {
    const text = lang ? `un texto en el idioma «${lang}»` : 'este texto'
    const said =
      score === undefined || other !== undefined
        ? `No se pudo puntuar ${text}.`
        : `No se pudo dar una ${missing[score]} a ${text}.`
    return said + (because ? causes[because] : '')
  },
  refused_domain: ({ hosts }) =>
    `Los moderadores han descartado comentarios con enlaces a ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }) => `${host}: ${sign ? signs[sign] : 'un dominio sospechoso'}.`,
  repeated_text: ({ count, own, limit }) =>
    `El mismo texto se envió ${times(count)} en 24 horas, de ellas ${times(own)} por este autor o desde esta red; el límite es de ${number(limit)}.`,
  similar_text: ({ count, limit }) =>
    `Un texto casi igual se envió ${times(count)} en 24 horas; el límite es de ${number(limit)}.`,
  shouting: ({ share, limit }) =>
    `El ${percent(share)} de sus letras son mayúsculas; el límite es del ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }) =>
    `Su puntuación de ${scoreNouns[score]} es ${decimal(value)}; a partir de ${number(limit)}: ${desk.ruleAction[action]}.${sign ? ` ${secondSigns[sign]}` : ''}`,
  too_fast: ({ seconds, limit }) =>
    `El formulario se envió a los ${number(Math.round(seconds * 10) / 10)} s; el tiempo mínimo creíble es de ${number(limit)} s.`,
  too_long: ({ count, limit }) =>
    `Tiene ${characters(count)}; el máximo permitido es de ${number(limit)}.`,
  too_short: ({ count, limit }) =>
    `Tiene ${characters(count)}; el mínimo permitido es de ${number(limit)}.`,
}
