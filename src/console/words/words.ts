import { english } from './en/english'
import { kazakh } from './kk/kazakh'

/** Every text of the console. Another language is another object of the same shape. */
export type Words = typeof english

const catalogues = { en: english, kk: kazakh } satisfies Record<string, Words>

export type Language = keyof typeof catalogues

export const languages = Object.keys(catalogues) as Language[]

export const wordsOf = (language: Language): Words => catalogues[language]

export const readLanguage = (value: unknown): Language | undefined =>
  languages.find((one) => one === value)
