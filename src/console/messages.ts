import { desk } from './english-desk'
import { formats } from './english-formats'
import { office } from './english-office'

/** Every text of the console. Another language is another object of the same shape. */
export const english = { ...formats, ...office, ...desk }

export type Words = typeof english

/** The catalogue of a language, English where there is none yet. */
export const wordsOf = (_language: string): Words => english
