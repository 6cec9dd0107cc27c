import { pino } from 'pino'

/** One JSON line an event. Never give it a comment's text, a token, a key, a cookie or an address. */
export const logger = pino({ level: 'info', base: undefined })
