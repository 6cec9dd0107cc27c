import type { Link } from '../text/links'
import { linksOf } from '../text/links'
import type { TextViews } from '../text/views'
import { featureBits, hashPair, hashText } from './feature-hash'
import { isIdentity } from './identity-words'
import { styleOf } from './style'
import { type Token, tokensOf } from './tokens'

/** Changes whenever the same text could get other tokens; heads of another version are refused. */
export const normaliserVersion = 1

/**
 * The features of a text: numbers below 2^18, each at most once a kind. `wordTokens` and `charTokens`
 * name the token that showed the feature first.
 */
export type Features = {
  words: Uint32Array
  chars: Uint32Array
  style: Uint32Array
  wordTokens: Uint32Array
  charTokens: Uint32Array
}

/** `open` reads the names of groups of people, `masked` reads each of them as `<identity>`. */
export type FeaturisedText = {
  tokens: Token[]
  open: Features
  masked: Features
}

const seeds = { word: 0x811c9dc5, chars: 0x51ed270b, host: 0x77, style: 0x99 } as const
const size = 2 ** featureBits
const wholeMask = size - 1
const longestWord = 40
const identityWord = '<identity>'
const edge = 0x2545f491

/** Numbers without repeats, in order of appearance, with the token each was first seen in. */
class FeatureSet {
  private readonly lastRound = new Int32Array(size)
  private round = 0
  private count = 0
  private features = new Uint32Array(1024)
  private owners = new Uint32Array(1024)

  start(): void {
    this.round++
    this.count = 0
  }

  add(hash: number, token: number): void {
    const feature = hash & wholeMask
    if (this.lastRound[feature] === this.round) return
    this.lastRound[feature] = this.round
    if (this.count === this.features.length) this.grow()
    this.features[this.count] = feature
    this.owners[this.count] = token
    this.count++
  }

  taken(): { features: Uint32Array; owners: Uint32Array } {
    return {
      features: this.features.slice(0, this.count),
      owners: this.owners.slice(0, this.count),
    }
  }

  private grow(): void {
    const { features, owners } = this
    this.features = new Uint32Array(features.length * 2)
    this.owners = new Uint32Array(features.length * 2)
    this.features.set(features)
    this.owners.set(owners)
  }
}

// Reused from text to text: clearing 2 MiB for each would cost more than the features.
const words = new FeatureSet()
const chars = new FeatureSet()

type Range = { shortest: number; longest: number }
const alphabetRange: Range = { shortest: 3, longest: 5 }
/** A Hangul syllable holds two or three letters. */
const syllableRange: Range = { shortest: 2, longest: 4 }

function rangeOf(word: string): Range {
  const code = word.charCodeAt(0)
  return code >= 0xac00 && code <= 0xd7a3 ? syllableRange : alphabetRange
}

function addChars(word: string, token: number): void {
  const padded = ` ${word.slice(0, longestWord)} `
  const { shortest, longest } = rangeOf(word)
  for (let length = shortest; length <= longest; length++) {
    for (let start = 0; start + length <= padded.length; start++) {
      chars.add(hashText(padded, start, start + length, seeds.chars ^ length), token)
    }
  }
}

function addSpelling(word: string, token: number): void {
  words.add(hashText(word, 0, word.length, seeds.word), token)
  if (word.length > 1 && !word.startsWith('<')) addChars(word, token)
}

function addTokens(tokens: Token[], isMasked: boolean): void {
  let before = edge
  tokens.forEach(({ text, unstretched }, index) => {
    const word = isMasked && isIdentity(text) ? identityWord : text
    const hash = hashText(word, 0, word.length, seeds.word)
    addSpelling(word, index)
    words.add(hashPair(before, hash), index)
    if (unstretched !== '') addSpelling(unstretched, index)
    before = hash
  })
  words.add(hashPair(before, edge), Math.max(0, tokens.length - 1))
}

function addHosts(tokens: Token[], links: Link[]): void {
  const owner = Math.max(
    0,
    tokens.findIndex(({ text }) => text === '<url>'),
  )
  for (const { host } of links) {
    const ending = host.slice(host.lastIndexOf('.') + 1)
    words.add(hashText(host, 0, host.length, seeds.host), owner)
    words.add(hashText(ending, 0, ending.length, seeds.host ^ 1), owner)
  }
}

/** Shorter sentences are read together with the one before. */
const fewestSentenceTokens = 3

function sentenceStarts(tokens: Token[]): number[] {
  const starts = [0]
  tokens.forEach(({ opens }, index) => {
    const length = index - (starts.at(-1) ?? 0)
    if (opens && length >= fewestSentenceTokens) starts.push(index)
  })
  const isShort = tokens.length - (starts.at(-1) ?? 0) < fewestSentenceTokens
  return isShort && starts.length > 1 ? starts.slice(0, -1) : starts
}

/**
 * The features of each sentence by itself, masked; none when there is only one sentence. An insult in
 * a long and otherwise calm comment shows here.
 */
export function featuriseSentences({ tokens, masked }: FeaturisedText): Features[] {
  const starts = sentenceStarts(tokens)
  if (starts.length < 2) return []
  return starts.map((start, index) => {
    const parts = { tokens: tokens.slice(start, starts[index + 1]), links: [], style: masked.style }
    return featuresOf(parts, true)
  })
}

type Parts = { tokens: Token[]; links: Link[]; style: Uint32Array }

function featuresOf({ tokens, links, style }: Parts, isMasked: boolean): Features {
  words.start()
  chars.start()
  addTokens(tokens, isMasked)
  addHosts(tokens, links)
  const ofWords = words.taken()
  const ofChars = chars.taken()
  return {
    words: ofWords.features,
    chars: ofChars.features,
    style,
    wordTokens: ofWords.owners,
    charTokens: ofChars.owners,
  }
}

/**
 * Words, pairs of neighbouring words, parts of words (3 to 5 characters, 2 to 4 syllables in Hangul)
 * and outward signs of a text, hashed. Each kind is yes or no: saying it twice adds nothing. Linear.
 */
export function featurise(views: TextViews): FeaturisedText {
  const links = linksOf(views)
  const tokens = tokensOf(views, links)
  const names = styleOf(views, tokens, links)
  const style = Uint32Array.from(
    names,
    (name) => hashText(name, 0, name.length, seeds.style) & wholeMask,
  )
  const parts = { tokens, links, style }
  const open = featuresOf(parts, false)
  const hasIdentity = tokens.some(({ text }) => isIdentity(text))
  return { tokens, open, masked: hasIdentity ? featuresOf(parts, true) : open }
}
