import { pino } from 'pino'

/** One JSON line an event. Never give it a comment's text, a token, a key, a cookie or an address. */
export const logger = pino({ level: 'info', base: undefined })

/** Where an error arose, at most five places; neither message nor first line, which may quote a text. */
export const placesIn = (error: unknown): readonly string[] =>
  (error instanceof Error && error.stack?.match(/^ +at .*$/gm)?.slice(0, 5)) || []
