import type { fields as english } from '../en/setting-fields'

const seconds = 'segundos'
const characters = 'caracteres'
const share = '0.7 es el 70\u00a0%.'

/** Each setting with what it does. */
export const fields: typeof english = {
  default_action: {
    label: 'Comentarios sobre los que no se pronuncia ninguna regla',
    help: 'Retenerlos: antes los ve una persona. Aprobarlos: se publican de inmediato.',
  },
  unscored: {
    label: 'Comentarios a los que les falta una puntuación',
    help: 'De spam o de toxicidad, por ejemplo en un idioma sin modelo. Sin ella deciden las demás reglas y el ajuste anterior.',
  },
  comments_open: {
    label: 'Los comentarios están abiertos',
    help: 'Si no, nadie puede escribir en este sitio; lo que ya hay se conserva.',
  },
  edit_window_seconds: {
    label: 'Tiempo que tienen los autores para editar',
    help: 'Un comentario editado se vuelve a comprobar. 0: nunca.',
    unit: seconds,
  },
  language: { label: 'Idioma de los artículos', help: 'Dos letras (ISO 639-1), por ejemplo es.' },
  time_zone: {
    label: 'Zona horaria',
    help: 'Para las reglas que tienen en cuenta la hora, por ejemplo Europe/Madrid.',
  },
  'limits.max_links': { label: 'Máximo de enlaces', help: 'Con más, se retiene.', unit: 'enlaces' },
  'limits.newcomer_links': {
    label: 'Retener los enlaces de autores nuevos',
    help: 'Hasta que se apruebe uno de los comentarios del autor.',
  },
  'limits.hold_newcomers': {
    label: 'Retener todos los comentarios de autores nuevos',
    help: 'Hasta que se apruebe uno de los comentarios del autor.',
  },
  'limits.max_duplicates': {
    label: 'Textos iguales en 24 horas',
    help: 'Si hay más, se retienen. Solo son spam cuando un autor o una red repite la misma publicidad, o un autor el mismo texto largo.',
    unit: 'textos',
  },
  'limits.max_near_duplicates': {
    label: 'Textos similares en 24 horas',
    help: 'Si hay más, se retienen.',
    unit: 'textos',
  },
  'limits.author_per_hour': {
    label: 'Comentarios de un autor en una hora',
    help: 'Si hay más, se retienen.',
    unit: 'comentarios',
  },
  'limits.network_per_hour': {
    label: 'Comentarios de una red en una hora',
    help: 'Si hay más, se retienen. En una redacción o una escuela, muchos pueden compartir la red.',
    unit: 'comentarios',
  },
  'limits.max_caps': {
    label: 'Proporción de mayúsculas',
    help: `Con una proporción mayor, se retiene. ${share}`,
  },
  'limits.min_length': {
    label: 'Comentario más corto',
    help: 'Los más cortos se retienen.',
    unit: characters,
  },
  'limits.max_length': {
    label: 'Comentario más largo',
    help: 'Los más largos se retienen.',
    unit: characters,
  },
  captcha_min_age_ms: {
    label: 'Respuesta más rápida a la suma',
    help: 'Una más rápida no se acepta, y el lector recibe otra suma.',
    unit: 'milisegundos',
  },
  captcha_ttl_seconds: {
    label: 'Plazo para responder a una suma',
    help: 'Con un día, los lectores pueden dejar la página abierta.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Formulario más rápido',
    help: 'Se retienen los comentarios enviados antes de este tiempo desde que se abrió la página.',
    unit: seconds,
  },
  'points.hold': {
    label: 'Retener desde',
    help: 'Total de los puntos de todas las reglas.',
    unit: 'puntos',
  },
  'points.reject': {
    label: 'Rechazar desde',
    help: 'Total de los puntos de todas las reglas.',
    unit: 'puntos',
  },
  'rule_guard.authors': {
    label: 'Autores sobre los que puede actuar una regla recién cambiada',
    help: 'En el día siguiente a su último cambio; si supera este número y la proporción de abajo, pasa al modo sombra.',
    unit: 'autores',
  },
  'rule_guard.share': {
    label: 'Y proporción de comentarios sobre la que puede actuar',
    help: `De los analizados desde el cambio. ${share}`,
  },
  'learning.enabled': {
    label: 'Aprender de las decisiones',
    help: 'Desactivado: las puntuaciones prescinden de lo aprendido, que no se olvida.',
  },
  'learning.most_per_moderator_day': {
    label: 'Decisiones de un moderador en un día que cuentan por entero',
    help: 'Si son más, cuentan juntas por este número, para que nadie pueda sesgar las puntuaciones. Quien decide solo enseña con todas.',
    unit: 'decisiones',
  },
  'learning.sample_share': {
    label: 'Proporción de descartes automáticos que se muestran a una persona',
    help: `Mientras tanto siguen en pie; así se ve en qué se equivocan las reglas. ${share}`,
  },
  'learning.approval_sample_share': {
    label: 'Proporción de aprobaciones automáticas que se muestran a una persona',
    help: `Mientras tanto siguen publicadas; así se ve qué dejan pasar las reglas y las puntuaciones. ${share}`,
  },
  'learning.since': {
    label: 'Aprender de las decisiones desde',
    help: 'Vacío: de todas. En UTC.',
  },
  second_review_share: {
    label: 'Proporción de decisiones que pasan por una segunda revisión',
    help: `Otro moderador decide sin conocer la primera decisión. ${share}`,
  },
  blocked_domains: {
    label: 'Bloqueados',
    help: 'Un comentario que enlaza con uno de ellos se rechaza.',
  },
  allowed_domains: {
    label: 'De confianza',
    help: 'Los enlaces a ellos no se cuentan, ni tampoco los que llevan a páginas del propio sitio.',
  },
  blocked_networks: {
    label: 'Redes bloqueadas',
    help: 'Sus comentarios se retienen para una persona. Nada se rechaza solo por eso, porque muchos pueden compartir una red.',
  },
  origins: {
    label: 'Orígenes',
    help: 'Las páginas de otros orígenes no pueden usar la API de lectores de este sitio.',
  },
  'external_scorer.kind': {
    label: 'Tipo de servicio',
    help: 'Antes, el administrador tiene que incluir su servidor en EXTERNAL_SCORER_HOSTS.',
  },
  'external_scorer.url': { label: 'Dirección', help: 'Por ejemplo, https://api.example.' },
  'external_scorer.key': {
    label: 'Clave',
    help: 'No se vuelve a mostrar y solo se envía a esta dirección.',
  },
  'external_scorer.timeout_ms': {
    label: 'Espera máxima',
    help: 'Después deciden nuestras propias puntuaciones.',
    unit: 'milisegundos',
  },
  'external_scorer.mode': {
    label: 'Cómo cuenta',
    help: 'La puntuación más alta de las dos, o solo donde falte la nuestra.',
  },
}
