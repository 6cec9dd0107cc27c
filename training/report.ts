import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { biasByIdentity, lookalikesFlagged, neutralFlagged } from './bias'
import { figuresByLength } from './by-length'
import { evasionFigures } from './evasion'
import { findings } from './findings'
import type { FinishedHead } from './finish-head'
import { barChart } from './plot'
import { newsTable, percent, sizeTable, sourceTable, table, three } from './report-tables'
import type { Data } from './rows'
import { spamFigures } from './spam-figures'

type Section = { text: string; plots: Record<string, string> }

function headNamed(heads: readonly FinishedHead[], name: string): FinishedHead {
  const found = heads.find(({ recipe }) => recipe.name === name)
  if (found === undefined) throw new Error(`There is no head ${name}.`)
  return found
}

function oddsAt({ figures }: FinishedHead, flagged: number): number {
  return figures.news.find((row) => row.flagged === flagged)?.odds ?? 0
}

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

function lengthSection({ head, ...finished }: FinishedHead, data: Data): Section {
  const figures = figuresByLength(head, data, oddsAt({ head, ...finished }, 0.02))
  const label = (from: number, to: number) => (to > 10_000 ? `${from}+` : `${from}–${to - 1}`)
  const rows = figures.map(({ from, to, toxic, recall, clean, flagged }) => [
    label(from, to),
    `${toxic}`,
    three(recall),
    `${clean}`,
    percent(flagged),
  ])
  const head1 = ['characters', 'toxic comments', 'found', 'clean comments', 'flagged']
  return {
    text:
      '## By length\n\nAt the score that 2 % of clean news comments reach.\n\n' +
      `${table(head1, rows)}\n\n![Found by length](scoring/by-length.svg)`,
    plots: {
      'by-length': barChart(
        'Toxic news comments found, by length',
        figures.map(({ from, to, recall }) => ({ label: label(from, to), value: recall })),
      ),
    },
  }
}

function evasionSection({ head, ...finished }: FinishedHead, data: Data): Section {
  const figures = evasionFigures(head, data, oddsAt({ head, ...finished }, 0.02))
  const rows = figures.map(({ disguise, recall, kept }) => [disguise, three(recall), three(kept)])
  return {
    text:
      '## By disguise\n\nThe three strongest words of each toxic comment disguised; same threshold.\n\n' +
      `${table(['disguise', 'found', 'share kept'], rows)}\n\n![Found by disguise](scoring/by-disguise.svg)`,
    plots: {
      'by-disguise': barChart(
        'Toxic comments found, by disguise of the three strongest words',
        figures.map(({ disguise, recall }) => ({ label: disguise, value: recall })),
        figures[0]?.recall,
      ),
    },
  }
}

const worstShown = 12

function biasSection(heads: readonly FinishedHead[]): Section {
  const names = ['toxicity.en', 'identity_attack.en']
  const [acting, unmasked] = names
    .map((name) => headNamed(heads, name))
    .map((finished) => ({
      figures: biasByIdentity(finished.head),
      flagged: [0.02, 0.1].map((share) => neutralFlagged(finished.head, oddsAt(finished, share))),
      lookalikes: lookalikesFlagged(finished.head, oddsAt(finished, 0.02)),
    }))
  const rows = (acting?.figures ?? []).slice(0, worstShown).map((figures) => {
    const other = unmasked?.figures.find(({ identity }) => identity === figures.identity)
    return [
      figures.identity,
      three(figures.neutralBelowHostile),
      three(figures.hostileAboveNeutral),
      three(other?.neutralBelowHostile ?? Number.NaN),
    ]
  })
  const columns = ['group', 'neutral below hostile', 'hostile above neutral', 'same, unmasked head']
  return {
    text:
      '## Bias\n\nOwn sentence templates for 50 groups (AUC by group; 1 is best). The acting head ' +
      `masks names of groups. Worst ${worstShown} groups:\n\n${table(columns, rows)}\n\n` +
      `Neutral sentences flagged by the acting head at 2 % / 10 %: ` +
      `${(acting?.flagged ?? []).map(percent).join(' / ')}; by the unmasked one: ` +
      `${(unmasked?.flagged ?? []).map(percent).join(' / ')}.\n\n` +
      `Harmless look-alikes (“Scunthorpe”) flagged at 2 %: ${acting?.lookalikes.length ?? 0} of 20.\n\n` +
      '![Bias by group](scoring/bias.svg)',
    plots: {
      bias: barChart(
        'Toxicity: neutral sentences of a group below hostile ones (AUC)',
        (acting?.figures ?? []).slice(0, worstShown).map(({ identity, neutralBelowHostile }) => ({
          label: identity,
          value: neutralBelowHostile,
        })),
        0.5,
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

/** Writes docs/scoring-report.md and the plots that it shows. */
export function writeReport(folder: string, heads: readonly FinishedHead[], data: Data): void {
  const toxicity = headNamed(heads, 'toxicity.en')
  const sections = [
    sourceSection(heads),
    lengthSection(toxicity, data),
    evasionSection(toxicity, data),
    biasSection(heads),
    spamSection(headNamed(heads, 'spam.en'), data),
  ]
  const text = [
    '# Report of the last training\n\nWritten by `npm run train`; all figures are on development data ' +
      'that no head has learnt from. Levels differ on texts from elsewhere.',
    `## Heads\n\n${sizeTable(heads)}`,
    `## Thresholds on clean news comments\n\n${newsTable(heads)}`,
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
