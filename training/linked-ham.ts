import { citedLink } from './made-up'
import { pick, type Random } from './random'
import type { Row } from './rows'

const introductions = [
  '',
  'Source: ',
  'See ',
  'Read this: ',
  'Here is the link: ',
  'As reported by ',
  'From ',
  'According to ',
] as const

const copiedShare = 0.3

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s/)[0] ?? text
}

function withLink(text: string, random: Random): string {
  const cited = pick(random, introductions) + citedLink(random)
  const opening = firstSentence(text)
  const said = random() < 0.5 ? opening : text
  const place = random()
  if (place < 0.75) return `${said} ${cited}`
  return place < 0.9 ? `${cited} ${said}` : `${opening} ${cited} ${text.slice(opening.length)}`
}

/** Copies of ordinary comments that cite a source, so that a link alone is no sign of spam. */
export function linkedHam(ham: Row[], random: Random): { row: Row; text: string }[] {
  return ham
    .filter(() => random() < copiedShare)
    .map((row) => ({ row, text: withLink(row.text, random) }))
}
