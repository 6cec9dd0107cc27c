import { classOf, codeAt, digitBit, letterBit, unitsOf, wordBits } from '../text/character-class'
import type { Link } from '../text/links'
import type { TextViews } from '../text/views'

/**
 * What a scorer reads as one piece: a word, a sign such as "!!", an emoji, or a stand-in such as
 * `<url>`. Offsets are those of the skeleton view.
 */
export type Token = {
  text: string
  start: number
  end: number
  /** The word as it would be without stretched letters: "idiooot" gives "idiot"; "" when the same. */
  unstretched: string
  /** Begins a sentence: after a full stop, a question or exclamation mark, or a line break. */
  opens: boolean
}

const star = 0x2a
const apostrophe = 0x27
const atSign = 0x40
const longestPhone = 24
const phoneDigits = { fewest: 9, most: 15 }
const longestMailHost = 64
const longestSigns = 3
const currencies = new Set([...'$€£₽¥'].map((sign) => sign.charCodeAt(0)))
const phoneSigns = new Set([...' -.()+'].map((sign) => sign.charCodeAt(0)))

function isWordCode(code: number): boolean {
  return (classOf(code) & wordBits) !== 0 || code === star
}

function isLetterAt(text: string, index: number): boolean {
  return (classOf(codeAt(text, index)) & letterBit) !== 0
}

function wordEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const code = codeAt(text, end)
    const isInner = code === apostrophe && end > start && isLetterAt(text, end + 1)
    if (!isWordCode(code) && !isInner) break
    end += unitsOf(code)
  }
  return end
}

function isDigitAt(text: string, index: number): boolean {
  return (classOf(codeAt(text, index)) & digitBit) !== 0
}

/** Where a telephone number that starts here ends, 0 for none. Looks at 24 characters at most. */
function phoneEnd(text: string, start: number): number {
  let digits = 0
  let end = start
  for (let index = start; index < Math.min(text.length, start + longestPhone); index++) {
    if (isDigitAt(text, index)) {
      digits++
      end = index + 1
    } else if (!phoneSigns.has(text.charCodeAt(index))) break
  }
  return digits >= phoneDigits.fewest && digits <= phoneDigits.most ? end : 0
}

function numberEnd(text: string, start: number): number {
  let end = start
  while (isDigitAt(text, end) || (/[.,:]/.test(text.charAt(end)) && isDigitAt(text, end + 1))) end++
  return end
}

/** Where the mail address ends whose `@` is at `at`, 0 when it is none. */
function mailEnd(text: string, at: number): number {
  let end = at + 1
  while (end < at + longestMailHost && /[a-z0-9.-]/.test(text.charAt(end))) end++
  return text.slice(at + 2, end - 1).includes('.') ? end : 0
}

function unstretch(word: string): string {
  const single = word.replace(/(\p{L})\1+/gu, '$1')
  return single === word ? '' : single
}

function isPictograph(code: number): boolean {
  return code >= 0x1f000 || (code >= 0x2600 && code <= 0x27bf)
}

/** A full stop before a blank, not the one of "3.5" or "U.S."; a line break; an ellipsis. */
function endsSentence(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code === 0x0a || code === 0x2026 || code === 0x3002) return true
  return code === 0x2e && !/[^\s"')]/.test(text.charAt(index + 1))
}

/** Reads the tokens of one text from left to right. */
class TokenReader {
  readonly tokens: Token[] = []
  private readonly text: string
  private index = 0
  private nextLink = 0
  private opensNext = true
  /** What begins before is no number: a letter follows all of it. */
  private noNumberBefore = 0

  constructor(
    private readonly views: TextViews,
    private readonly links: Link[],
  ) {
    this.text = views.skeleton.text
  }

  readAll(): Token[] {
    while (this.index < this.text.length) {
      if (this.skipLink()) continue
      const code = codeAt(this.text, this.index)
      if (isWordCode(code)) this.readWord(code)
      else this.readSign(code)
    }
    return this.tokens
  }

  private push(text: string, end: number, unstretched = ''): void {
    this.tokens.push({ text, start: this.index, end, unstretched, opens: this.opensNext })
    this.opensNext = false
    this.index = end
  }

  private typedAt(index: number): number {
    return this.views.skeleton.starts[index] ?? this.views.raw.length
  }

  private skipLink(): boolean {
    const typed = this.typedAt(this.index)
    let link = this.links[this.nextLink]
    while (link !== undefined && link.end <= typed) link = this.links[++this.nextLink]
    if (link === undefined || typed < link.start) return false
    let end = this.index + 1
    while (end < this.text.length && this.typedAt(end) < link.end) end++
    this.push('<url>', end)
    return true
  }

  private readWord(code: number): void {
    const { text, index } = this
    if ((classOf(code) & digitBit) !== 0 && this.readNumber()) return
    const end = wordEnd(text, index)
    const mail = text.charCodeAt(end) === atSign ? mailEnd(text, end) : 0
    const word = text.slice(index, end)
    if (mail > 0) this.push('<mail>', mail)
    else if (/^\*+$/.test(word)) this.index = end
    else this.pushWord(word, end)
  }

  private pushWord(word: string, end: number): void {
    const { index } = this
    const typed = this.typedAt(index)
    const isStretched = (this.views.skeleton.ends[end - 1] ?? 0) - typed > end - index
    if (this.views.raw.charCodeAt(typed) === atSign) {
      this.push('<user>', index)
    }
    this.push(word, end, isStretched ? unstretch(word) : '')
  }

  private readNumber(): boolean {
    const { text, index } = this
    const phone = phoneEnd(text, index)
    if (phone > 0) {
      this.push('<phone>', phone)
      return true
    }
    if (index < this.noNumberBefore) return false
    const end = numberEnd(text, index)
    if (isLetterAt(text, end)) {
      this.noNumberBefore = end
      return false
    }
    const isMoney =
      currencies.has(text.charCodeAt(index - 1)) || currencies.has(text.charCodeAt(end))
    this.push(isMoney ? '<money>' : '<num>', end)
    return true
  }

  private readSign(code: number): void {
    const { text, index } = this
    const end = index + unitsOf(code)
    if (code === 0x21 || code === 0x3f) this.readMarks()
    else if (isPictograph(code)) this.push(text.slice(index, end), end)
    else if (code === atSign && isLetterAt(text, end)) this.push('<user>', end)
    else {
      if (endsSentence(text, index)) this.opensNext = true
      this.index = end
    }
  }

  private readMarks(): void {
    const { text, index } = this
    let end = index
    while (/[!?]/.test(text.charAt(end))) end++
    this.push(text.slice(index, Math.min(end, index + longestSigns)), end)
    this.opensNext = true
  }
}

/** The tokens of a text in order, at most one a character. Linear. */
export function tokensOf(views: TextViews, links: Link[]): Token[] {
  return new TokenReader(views, links).readAll()
}
