const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** @param share 0..1 (nearest rank) */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = ascending(numbers)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers)
  const middle = sorted.length / 2
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN)
}

/** Three significant digits, thousands with a comma. */
export const figure = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(value >= 10 ? 3 : 2)))

/** Prints a Markdown table; the first row is its head. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  console.log(`\n### ${title}\n`)
  console.log([line(head), line(head.map(() => '---')), ...body.map(line)].join('\n'))
}
