import type { Link } from '../text/links'
import type { TextViews } from '../text/views'
import type { Token } from './tokens'

function bucket(name: string, count: number): string[] {
  if (count <= 0) return []
  if (count === 1) return [`${name}1`]
  return [count > 3 ? `${name}4` : `${name}2`]
}

type Letters = { capitals: number; letters: number; exclamations: number; beyondAscii: number }

function lettersOf(raw: string): Letters {
  const found: Letters = { capitals: 0, letters: 0, exclamations: 0, beyondAscii: 0 }
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index)
    if (code >= 97 && code <= 122) found.letters++
    else if (code >= 65 && code <= 90) {
      found.letters++
      found.capitals++
    } else if (code === 33) found.exclamations++
    else if (code > 127) found.beyondAscii++
  }
  return found
}

function capitals({ capitals, letters }: Letters): string[] {
  const share = letters > 7 ? capitals / letters : 0
  if (share > 0.6) return ['capitals2']
  return share > 0.3 ? ['capitals1'] : []
}

const fewestInvisible = 2

/**
 * Outward signs of a text, as names: how often there are links, mail addresses, telephone numbers,
 * sums of money, mentions, exclamation marks and stretched words, mark-up, capitals, invisible
 * characters, and the order of magnitude of its length.
 */
export function styleOf(views: TextViews, tokens: Token[], links: Link[]): string[] {
  const letters = lettersOf(views.raw)
  const counts = new Map<string, number>()
  for (const { text, unstretched } of tokens) {
    if (text.startsWith('<')) counts.set(text, (counts.get(text) ?? 0) + 1)
    if (unstretched !== '') counts.set('stretched', (counts.get('stretched') ?? 0) + 1)
  }
  const invisible = views.raw.length - views.norm.text.length
  return [
    ...bucket('links', links.length),
    ...['<mail>', '<phone>', '<money>', '<user>', 'stretched'].flatMap((name) =>
      bucket(name, counts.get(name) ?? 0),
    ),
    ...bucket('exclamations', letters.exclamations),
    ...bucket('invisible', letters.beyondAscii > 0 && invisible >= fewestInvisible ? invisible : 0),
    ...(/\[\/?url|<a\s|href\s?=/i.test(views.raw) ? ['markup'] : []),
    ...capitals(letters),
    `length${Math.min(11, Math.floor(Math.log2(1 + views.raw.length)))}`,
  ]
}
