import { type DetectLanguage, languageOfViews } from '../src/scoring/language'
import { viewsOf } from '../src/text/views'
import type { Data, Row } from './rows'

/** Texts of one length, how many, and the share of them that is told as what it is on an English site. */
export type LanguageFigures = { language: string; shares: { texts: number; right: number }[] }

const edges = [0, 20, 50, 120, 100_000]
export const lengthClasses = ['under 20', '20–49', '50–119', '120 and more'] as const

const englishSources = new Set(['ucc', 'fox', 'civil_spans', 'cad', 'davidson'])

function languageRows(data: Data): Row[] {
  const english = [...data.newsDev, ...data.toxicDev].filter(({ source }) =>
    englishSources.has(source),
  )
  return [...english, ...data.multiDev, ...data.spamDev.filter(({ lang }) => lang === 'ru')]
}

/** How often the language step is right on an English site, by language and by length in characters. */
export function languageFigures(detect: DetectLanguage, data: Data): LanguageFigures[] {
  const told = languageRows(data).map(({ text, lang }) => ({
    lang,
    length: text.length,
    isRight: languageOfViews(viewsOf(text), 'en', detect) === lang,
  }))
  return [...new Set(told.map(({ lang }) => lang))].map((language) => ({
    language,
    shares: lengthClasses.map((_, index) => {
      const [from = 0, to = 0] = edges.slice(index)
      const texts = told.filter(
        ({ lang, length }) => lang === language && length >= from && length < to,
      )
      const right = texts.filter(({ isRight }) => isRight).length
      return { texts: texts.length, right: right / texts.length }
    }),
  }))
}
