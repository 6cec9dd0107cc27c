import { german } from './de/german'
import { english } from './en/english'
import { spanish } from './es/spanish'
import { french } from './fr/french'
import { kazakh } from './kk/kazakh'
import { russian } from './ru/russian'

/** Every text of the console. Another language is another object of the same shape. */
export type Words = typeof english

const catalogues = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ru: russian,
  kk: kazakh,
} satisfies Record<string, Words>

export type Language = keyof typeof catalogues

export const languages = Object.keys(catalogues) as Language[]

export const wordsOf = (language: Language): Words => catalogues[language]

export const readLanguage = (value: unknown): Language | undefined =>
  languages.find((one) => one === value)
