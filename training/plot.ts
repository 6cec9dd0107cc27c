export type Bar = { label: string; value: number }

const width = 640
const labelWidth = 180
const barHeight = 18
const gap = 6
const top = 34

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A horizontal bar chart of values of 0..1 as SVG; `mark` draws a line at a value to compare with. */
export function barChart(title: string, bars: readonly Bar[], mark?: number): string {
  const scale = width - labelWidth - 60
  const height = top + bars.length * (barHeight + gap) + 8
  const rows = bars.map(({ label, value }, index) => {
    const y = top + index * (barHeight + gap)
    const length = Math.max(0, Math.min(1, value)) * scale
    return (
      `<text x="${labelWidth - 8}" y="${y + 13}" text-anchor="end">${escaped(label)}</text>` +
      `<rect x="${labelWidth}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="#36c"/>` +
      `<text x="${(labelWidth + length + 6).toFixed(1)}" y="${y + 13}">${value.toFixed(3)}</text>`
    )
  })
  const at = mark === undefined ? 0 : labelWidth + mark * scale
  const line =
    mark === undefined
      ? ''
      : `<line x1="${at}" x2="${at}" y1="${top - 6}" y2="${height}" stroke="#c33" stroke-dasharray="4 3"/>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" ` +
    `font-family="sans-serif" font-size="12"><title>${escaped(title)}</title>` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<text x="8" y="18" font-size="14" font-weight="bold">${escaped(title)}</text>` +
    `${rows.join('')}${line}</svg>\n`
  )
}
