import { pick, type Random } from './random'

const vowels = /[aeiou]/
const leetSigns = new Map(Object.entries({ a: '4', e: '3', i: '1', o: '0', s: '$' }))
const lookalikes = new Map(Object.entries({ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і' }))

function inside(word: string, random: Random): number {
  return 1 + Math.floor(random() * (word.length - 2))
}

function signs(word: string, table: Map<string, string>): string {
  return [...word].map((letter) => table.get(letter) ?? letter).join('')
}

/** Ways in which people write a word so that a filter does not see it; each keeps short words. */
export const disguises = {
  leet: (word) => signs(word, leetSigns),
  lookalike: (word) => signs(word, lookalikes),
  invisible: (word) => [...word].join('\u200b'),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  stretched: (word) => word.replace(/[aeiou]/, (vowel) => vowel.repeat(4)),
  vowel_starred: (word) => word.replace(vowels, '*'),
  middle_starred: (word) =>
    word.length > 2 ? `${word[0]}${'*'.repeat(word.length - 2)}${word.at(-1)}` : word,
  swapped: (word, random) => {
    if (word.length < 4) return word
    const at = inside(word, random)
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
  },
  dropped: (word, random) => {
    if (word.length < 4) return word
    const at = inside(word, random)
    return word.slice(0, at) + word.slice(at + 1)
  },
} as const satisfies Record<string, (word: string, random: Random) => string>

export type Disguise = keyof typeof disguises
export const disguiseNames = Object.keys(disguises) as Disguise[]

const trainedOn: readonly [Disguise, ...Disguise[]] = [
  'middle_starred',
  'middle_starred',
  'vowel_starred',
  'vowel_starred',
  'swapped',
  'swapped',
  'swapped',
  'dropped',
  'dropped',
  'dropped',
  'leet',
]

/** Weight of a word, the higher the more it speaks for the class. */
export type WeightOf = (word: string) => number

/** Disguises the `count` strongest words (of three letters or more) of a text. */
export function disguiseStrongest(
  text: string,
  { weightOf, count }: { weightOf: WeightOf; count: number },
  change: (word: string) => string,
): string {
  const found = [...text.matchAll(/[A-Za-z]{3,}/g)]
    .map((match) => ({ at: match.index, word: match[0], weight: weightOf(match[0].toLowerCase()) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, count)
    .sort((one, other) => other.at - one.at)
  return found.reduce(
    (changed, { at, word }) =>
      changed.slice(0, at) + change(word.toLowerCase()) + changed.slice(at + word.length),
    text,
  )
}

/** A copy for training: one to three of the strongest words disguised in one way. */
export function disguisedCopy(text: string, weightOf: WeightOf, random: Random): string {
  const disguise = disguises[pick(random, trainedOn)]
  const count = 1 + Math.floor(random() * 3)
  return disguiseStrongest(text, { weightOf, count }, (word) => disguise(word, random))
}
