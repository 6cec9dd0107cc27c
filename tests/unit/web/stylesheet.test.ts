import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const css = readFileSync(join(__dirname, '../../../src/web/assets/site.css'), 'utf8')

type Palette = Record<string, string>
const colours = (part: string): Palette =>
  Object.fromEntries(
    Array.from(part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g), ([, name, value]) => [name, value]),
  )
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)')
const light = colours(css.slice(0, darkAt))
const dark = { ...light, ...colours(css.slice(darkAt)) }

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(palette: Palette, front: string, back: string): number {
  const [high = 0, low = 0] = [front, back]
    .map((name) => luminance(palette[name] ?? ''))
    .toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('The %s colours', (_, palette) => {
  it.each([
    ...['paper', 'panel', 'own'].flatMap((back) =>
      ['ink', 'muted', 'accent', 'accent-hover'].map((front) => [front, back]),
    ),
    ['wrong', 'paper'],
    ['wrong', 'panel'],
    ['wrong', 'wrong-panel'],
    ['ink', 'wrong-panel'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['paper', 'wrong'],
  ])('make %s readable on %s (4.5:1)', (front = '', back = '') => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(4.5)
  })

  it('make the edge of a field visible (3:1)', () => {
    expect(contrast(palette, 'strong-line', 'paper')).toBeGreaterThanOrEqual(3)
    expect(contrast(palette, 'strong-line', 'panel')).toBeGreaterThanOrEqual(3)
  })
})

describe('The stylesheet', () => {
  it('loads nothing from anywhere', () => {
    expect(css).not.toMatch(/@import|url\(|@font-face/)
  })

  it.each([
    'prefers-color-scheme: dark',
    'forced-colors: active',
    '@media print',
    ':focus-visible',
  ])('knows %s', (feature) => {
    expect(css).toContain(feature)
  })
})
