import type { ScoreName } from '../../../scoring/score'
import type { Words } from '../words'

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
export const builtInRules: Words['builtInRules'] = {
  honeypot: 'Campo trampa rellenado',
  too_fast: 'Enviado demasiado rápido',
  blocked_words: 'Palabra bloqueada',
  suspect_words: 'Palabra sospechosa',
  blocked_domains: 'Dominio bloqueado',
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
