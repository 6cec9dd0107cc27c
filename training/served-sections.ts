import type { DetectLanguage } from '../src/scoring/language'
import { type EvasionFigures, evasionFigures } from './evasion'
import { type FinishedHead, thresholdOf } from './finish-head'
import { fillerFigures } from './foreign-filler'
import { languageFigures, lengthClasses } from './language-figures'
import { barChart } from './plot'
import { percent, type Section, table, three } from './report-tables'
import type { Data } from './rows'
import type { Serve } from './served'

function evasionTable(figures: readonly EvasionFigures[]): string {
  return table(
    ['disguise', 'found', 'share kept', 'read as English'],
    figures.map(({ disguise, flagged, kept, readAsEnglish }) => [
      disguise,
      three(flagged),
      three(kept),
      percent(readAsEnglish),
    ]),
  )
}

/** Disguised words, measured the whole way that a comment takes on an English site. */
export function evasionSection({ head }: FinishedHead, serve: Serve, data: Data): Section {
  const figures = evasionFigures(head, serve, data)
  return {
    text:
      '## By disguise\n\nThe three strongest words of each toxic comment disguised; same threshold, on an ' +
      'English site, the language step included: what is read as another language counts as not found.\n\n' +
      `${evasionTable(figures)}\n\n![Found by disguise](scoring/by-disguise.svg)`,
    plots: {
      'by-disguise': barChart(
        'Toxic comments found, by disguise of the three strongest words',
        figures.map(({ disguise, flagged }) => ({ label: disguise, value: flagged })),
        figures[0]?.flagged,
      ),
    },
  }
}

/** A toxic comment beside calm sentences in another language. */
export function fillerSection(finished: FinishedHead, serve: Serve, data: Data): Section {
  const rows = fillerFigures(serve, data).map(({ texts, filler, readAsEnglish, flagged }) => [
    texts,
    filler,
    percent(readAsEnglish),
    three(flagged),
  ])
  const { threshold } = thresholdOf(finished, 0.02)
  return {
    text:
      '## Beside another language\n\nToxic comments with calm sentences in another language before or behind ' +
      `them, on an English site; found by the English head, at the same threshold (${threshold.toFixed(2)}). A ` +
      'comment is read as one language, by how it begins.\n\n' +
      table(['toxic comments', 'calm sentences', 'read as English', 'found'], rows),
    plots: {},
  }
}

/** The language step by itself: what it misses has no score, or that of another language. */
export function languageSection(detect: DetectLanguage, data: Data): Section {
  const rows = languageFigures(detect, data).map(({ language, shares }) => [
    language,
    ...shares.map(({ texts, right }) => (texts === 0 ? '–' : `${three(right)} of ${texts}`)),
  ])
  return {
    text:
      '## Language\n\nShare of development texts that are told as what they are on an English site, by length in ' +
      'characters. Texts under 20 letters count as the site’s language there.\n\n' +
      table(['language', ...lengthClasses], rows),
    plots: {},
  }
}
