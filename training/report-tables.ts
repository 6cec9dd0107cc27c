import type { FinishedHead } from './finish-head'

/** A piece of the report, with the plots that it shows by name. */
export type Section = { text: string; plots: Record<string, string> }

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function three(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

export function percent(value: number): string {
  return Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`
}

/** AUC and average precision of every head on every development source that has both classes. */
export function sourceTable(heads: readonly FinishedHead[]): string {
  return table(
    ['head', 'development source', 'rows (of the class)', 'AUC', 'average precision'],
    heads.flatMap(({ recipe, figures }) =>
      figures.perSource.map(({ source, rows, positive, area, precision }) => [
        recipe.name,
        source,
        `${rows} (${positive})`,
        three(area),
        three(precision),
      ]),
    ),
  )
}

/** Thresholds by the share of clean texts that they flag. */
export function thresholdTable(heads: readonly FinishedHead[]): string {
  return table(
    ['head', 'clean texts', 'flagged', 'score from', 'found', 'found, lengths matched'],
    heads.flatMap(({ recipe, figures }) =>
      figures.thresholds.map(({ flagged, threshold, recall, matchedRecall, cleanRows }) => [
        recipe.name,
        `${cleanRows} ${recipe.yardstick}`,
        percent(flagged),
        threshold.toFixed(4),
        three(recall),
        recipe.score === 'spam' ? '–' : three(matchedRecall),
      ]),
    ),
  )
}

export function sizeTable(heads: readonly FinishedHead[]): string {
  return table(
    ['head', 'languages', 'reads', 'KiB', 'learnt from (of the class)'],
    heads.map(({ recipe, head, bytes }) => [
      recipe.name,
      recipe.languages.join(', '),
      recipe.reading,
      String(bytes.length / 1024),
      `${sum(head.card.trained_on.map(({ rows }) => rows))} (${sum(head.card.trained_on.map(({ positive }) => positive))})`,
    ]),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
