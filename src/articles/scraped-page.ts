/** The sum below a scraped form. */
export type ScrapedSum = {
  left: number
  operator: '+' | '-' | '×'
  right: number
  /** Digits of the longer operand, 1..3. */
  digits: number
}

/** A news page as a scraper leaves it: headline, text, what is left of the comment form. */
export type ScrapedPage = {
  title: string
  paragraphs: string[]
  /** The form's words for an empty comment and an empty name, in that page's spelling. */
  warnings: string[]
  captcha: ScrapedSum | null
}

export type ScrapedPageReading =
  | { outcome: 'article'; page: ScrapedPage }
  | { outcome: 'unreadable'; problem: string }

const maxPageBytes = 2_000_000
const maxTitleLength = 300
/** A text page has next to no control characters and next to nothing that could not be decoded. */
const maxNoiseShare = 0.01
/** Without the warnings above it, a sum with words behind it has to be this near to the end. */
const maxLinesAfterWordySum = 5

const warningLine = /^please enter your (?:comment|name here)\W*$/i
const formHeading = /^(?:(?:leave|post|write) a (?:reply|comment)|cancel reply|comments?:?)\W*$/i
const sumLine = /^(\d{1,3})\s*([+\-−–×✕·x*])\s*(\d{1,3})\s*=\s*(.*)$/i
const operators: Record<string, ScrapedSum['operator']> = { '+': '+', '-': '-', '−': '-', '–': '-' }

/**
 * Reads a scraped text page. Every line that is not blank is a paragraph, the first one is the
 * headline; the form at the end begins with its warnings, or with its sum when it shows none.
 * What follows the sum is dropped. Expects decoded text of at most 2 MB.
 */
export function readScrapedPage(text: string): ScrapedPageReading {
  const problem = whyNotText(text)
  if (problem) return { outcome: 'unreadable', problem }
  const lines = contentLines(text)
  const title = lines[0]
  if (!title) return { outcome: 'unreadable', problem: 'The file is empty.' }
  const form = findForm(lines)
  const paragraphs = lines.slice(1, form.start)
  while (form.start < lines.length && formHeading.test(paragraphs.at(-1) ?? '')) paragraphs.pop()
  const gap = whyNotArticle(title, form.start, paragraphs)
  if (gap) return { outcome: 'unreadable', problem: gap }
  const { warnings, captcha } = form
  return { outcome: 'article', page: { title, paragraphs, warnings, captcha } }
}

function whyNotText(text: string): string | null {
  const bytes = Buffer.byteLength(text)
  if (bytes > maxPageBytes) {
    const megabytes = (bytes / 1_000_000).toFixed(1)
    return `The file has ${megabytes} MB, and a page may have 2 MB at most.`
  }
  if (text.includes('\0')) return 'The file contains NUL bytes, so it is not a text page.'
  const noise = text.match(/[\p{Cc}\uFFFD]/gu)?.filter((mark) => !/[\t\n\r\f]/.test(mark)).length
  return noise && noise > text.length * maxNoiseShare
    ? 'The file looks like binary data or is not encoded as UTF-8.'
    : null
}

function contentLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[^\P{Cc}\t]/gu, '').trim())
    .filter((line) => line !== '')
}

function whyNotArticle(title: string, formStart: number, paragraphs: string[]): string | null {
  if (formStart === 0) return 'The file holds a comment form but no headline above it.'
  if (title.length > maxTitleLength) {
    return `The first line has ${title.length} characters, too many for a headline.`
  }
  return paragraphs.length === 0 ? 'The file has a headline but no text below it.' : null
}

type Form = { start: number; warnings: string[]; captcha: ScrapedSum | null }

function findForm(lines: string[]): Form {
  const firstWarning = lines.findIndex((line) => warningLine.test(line))
  if (firstWarning === -1) {
    const at = lines.findLastIndex((line, index) => isLoneSum(line, lines.length - 1 - index))
    if (at === -1) return { start: lines.length, warnings: [], captcha: null }
    return { start: at, warnings: [], captcha: readSum(lines[at] ?? '') }
  }
  const form = lines.slice(firstWarning)
  const warnings = [...new Set(form.filter((line) => warningLine.test(line)))]
  const captcha = form.map(readSum).find((sum) => sum !== null) ?? null
  return { start: firstWarning, warnings, captcha }
}

/** An answered sum (`2 + 2 = 4`) is prose; words behind one are junk only at the end of a page. */
function isLoneSum(line: string, linesAfter: number): boolean {
  const rest = sumLine.exec(line.normalize('NFKC'))?.[4]
  if (rest === undefined || /^\d/.test(rest)) return false
  return !/[\p{L}\p{N}]/u.test(rest) || linesAfter <= maxLinesAfterWordySum
}

function readSum(line: string): ScrapedSum | null {
  const [, left, sign, right] = sumLine.exec(line.normalize('NFKC')) ?? []
  if (!left || !sign || !right) return null
  return {
    left: Number(left),
    operator: operators[sign] ?? '×',
    right: Number(right),
    digits: Math.max(left.length, right.length),
  }
}
