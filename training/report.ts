import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DetectLanguage } from '../src/scoring/language'
import { figuresBesideLong } from './beside-long'
import { biasSection } from './bias-section'
import { figuresByLength } from './by-length'
import { findings } from './findings'
import { type FinishedHead, headNamed, thresholdOf } from './finish-head'
import { barChart } from './plot'
import {
  percent,
  type Section,
  sizeTable,
  sourceTable,
  table,
  three,
  thresholdTable,
} from './report-tables'
import type { Data } from './rows'
import { servedBy } from './served'
import { evasionSection, fillerSection, languageSection } from './served-sections'
import { spamFigures } from './spam-figures'

function sourceSection(heads: readonly FinishedHead[]): Section {
  const toxicity = headNamed(heads, 'toxicity.en')
  const bars = toxicity.figures.perSource.map(({ source, area }) => ({
    label: source,
    value: area,
  }))
  return {
    text: `## Per source\n\n${sourceTable(heads)}\n\n![AUC per source](scoring/per-source.svg)`,
    plots: { 'per-source': barChart('Toxicity (English): AUC per development source', bars, 0.5) },
  }
}

function besideLong({ head, figures }: FinishedHead, data: Data): string {
  const shares = figures.thresholds.map(({ flagged }) => flagged)
  const { medianLength, found } = figuresBesideLong(head, data, shares)
  return (
    `Clean comments are longer elsewhere. With those above joined to letters (half of them over ${medianLength} ` +
    'characters), which makes each of them as bad as its worst part:\n\n' +
    table(
      ['long comments flagged', 'found'],
      found.map(({ flagged, recall }) => [percent(flagged), three(recall)]),
    )
  )
}

function lengthSection(finished: FinishedHead, data: Data): Section {
  const figures = figuresByLength(finished.head, data, thresholdOf(finished, 0.02).odds)
  const label = (from: number, to: number) => (to > 10_000 ? `${from}+` : `${from}–${to - 1}`)
  const rows = figures.map(({ from, to, toxic, recall, clean, flagged }) => [
    label(from, to),
    `${toxic}`,
    three(recall),
    `${clean}`,
    percent(flagged),
  ])
  const columns = ['characters', 'toxic comments', 'found', 'clean comments', 'flagged']
  return {
    text:
      '## By length\n\nAt the score that 2 % of clean news comments reach.\n\n' +
      `${table(columns, rows)}\n\n![Found by length](scoring/by-length.svg)\n\n${besideLong(finished, data)}`,
    plots: {
      'by-length': barChart(
        'Toxic news comments found, by length',
        figures.map(({ from, to, recall }) => ({ label: label(from, to), value: recall })),
      ),
    },
  }
}

function spamSection(finished: FinishedHead, data: Data): Section {
  const { bySet, byKind } = spamFigures(finished, data)
  return {
    text:
      '## Spam\n\nAt the score that 1 % of real news comments reach. The measured head has not learnt ' +
      'from the templates (“spamcheck”); the one that ships has.\n\n' +
      table(
        ['set', 'found', 'ham flagged'],
        bySet.map(({ set, recall, flagged }) => [set, three(recall), percent(flagged)]),
      ) +
      '\n\n' +
      table(
        ['kind of template', 'spam?', 'flagged'],
        byKind.map(({ kind, isSpam, flagged }) => [kind, isSpam ? 'yes' : 'no', percent(flagged)]),
      ) +
      '\n\n![Spam by kind](scoring/spam-by-kind.svg)',
    plots: {
      'spam-by-kind': barChart(
        'Spam templates flagged, by kind (ham kinds last)',
        byKind.map(({ kind, flagged }) => ({ label: kind, value: flagged })),
      ),
    },
  }
}

export type Findings = { heads: readonly FinishedHead[]; data: Data; detect: DetectLanguage }

function sectionsOf({ heads, data, detect }: Findings): Section[] {
  const toxicity = headNamed(heads, 'toxicity.en')
  const serve = servedBy(toxicity.head, detect, thresholdOf(toxicity, 0.02).threshold)
  return [
    sourceSection(heads),
    lengthSection(toxicity, data),
    evasionSection(toxicity, serve, data),
    languageSection(detect, data),
    fillerSection(toxicity, serve, data),
    biasSection(heads),
    spamSection(headNamed(heads, 'spam.en'), data),
  ]
}

/** Writes scoring-report.md and the plots that it shows into a folder. */
export function writeReport(folder: string, measured: Findings): void {
  const sections = sectionsOf(measured)
  const text = [
    '# Report of the last training\n\nWritten by `npm run train`; all figures are on development data ' +
      'that no head has learnt from. Levels differ on texts from elsewhere.',
    `## Heads\n\n${sizeTable(measured.heads)}`,
    '## Thresholds\n\nThe score that a share of clean texts lies above; shares that fewer than three clean ' +
      'texts would make up are left out. Where the clean texts are no news comments, take a threshold as a ' +
      `start and look at what your site approves.\n\n${thresholdTable(measured.heads)}`,
    ...sections.map((section) => section.text),
    findings,
  ]
  const plots = path.join(folder, 'scoring')
  mkdirSync(plots, { recursive: true })
  writeFileSync(path.join(folder, 'scoring-report.md'), `${text.join('\n\n')}\n`)
  for (const [name, svg] of sections.flatMap((section) => Object.entries(section.plots))) {
    writeFileSync(path.join(plots, `${name}.svg`), svg)
  }
}
