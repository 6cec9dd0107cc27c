import type { Link } from '../text/links'
import { linksOf } from '../text/links'
import type { TextViews } from '../text/views'
import { featureBits, hashPair, hashText } from './feature-hash'
import {
  maskedSpelling,
  type SpelledText,
  type SpelledToken,
  type Spelling,
  spellTokens,
} from './spelling'
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
  spelled: SpelledText
}

const seeds = { host: 0x77, style: 0x99 } as const
const size = 2 ** featureBits
const wholeMask = size - 1
const mostRounds = 255
const edge = 0x2545f491

/** Numbers without repeats, in order of appearance, with the token each was first seen in. */
class FeatureSet {
  // One byte each: it is read all over the place, and four would not fit into a core's cache.
  private readonly lastRound = new Uint8Array(size)
  private round = 0
  private count = 0
  private features = new Uint32Array(1024)
  private owners = new Uint32Array(1024)

  start(): void {
    this.count = 0
    if (this.round === mostRounds) this.lastRound.fill(0)
    this.round = (this.round % mostRounds) + 1
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

// Reused from text to text: clearing 512 KiB for each would cost more than the features.
const words = new FeatureSet()
const chars = new FeatureSet()

function addSpelling({ hash, from, to }: Spelling, token: number, parts: Uint32Array): void {
  words.add(hash, token)
  for (let place = from; place < to; place++) chars.add(parts[place] as number, token)
}

function addTokens({ tokens, parts }: SpelledText, isMasked: boolean): void {
  let before = edge
  for (let index = 0; index < tokens.length; index++) {
    const { said, unstretched, isIdentity } = tokens[index] as SpelledToken
    const spelling = isMasked && isIdentity ? maskedSpelling : said
    addSpelling(spelling, index, parts)
    words.add(hashPair(before, spelling.hash), index)
    if (unstretched !== null) addSpelling(unstretched, index, parts)
    before = spelling.hash
  }
  words.add(hashPair(before, edge), Math.max(0, tokens.length - 1))
}

function addHosts(links: Link[], tokens: Token[]): void {
  if (links.length === 0) return
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

/** `firstToken`: which token of the text it begins with; its features count tokens from there. */
export type SentenceFeatures = Features & { firstToken: number }

/**
 * The features of each sentence by itself, masked; none when there is only one sentence. An insult in
 * a long and otherwise calm comment shows here.
 */
export function featuriseSentences({
  tokens,
  masked,
  spelled,
}: FeaturisedText): SentenceFeatures[] {
  const starts = sentenceStarts(tokens)
  if (starts.length < 2) return []
  return starts.map((start, index) => {
    const sentence = spelled.tokens.slice(start, starts[index + 1])
    readTokens({ tokens: sentence, parts: spelled.parts }, true)
    return { ...takeFeatures(masked.style), firstToken: start }
  })
}

function readTokens(spelled: SpelledText, isMasked: boolean): void {
  words.start()
  chars.start()
  addTokens(spelled, isMasked)
}

function takeFeatures(style: Uint32Array): Features {
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
 * Words, pairs of neighbouring words, parts of words and outward signs of a text, hashed. Each kind is
 * yes or no: saying it twice adds nothing. Linear.
 */
export function featurise(views: TextViews): FeaturisedText {
  const links = linksOf(views)
  const tokens = tokensOf(views, links)
  const names = styleOf(views, tokens, links)
  const style = Uint32Array.from(
    names,
    (name) => hashText(name, 0, name.length, seeds.style) & wholeMask,
  )
  const spelled = spellTokens(tokens)
  const read = (isMasked: boolean) => {
    readTokens(spelled, isMasked)
    addHosts(links, tokens)
    return takeFeatures(style)
  }
  const open = read(false)
  const hasIdentity = spelled.tokens.some(({ isIdentity }) => isIdentity)
  return { tokens, open, masked: hasIdentity ? read(true) : open, spelled }
}
