import { pick, type Random } from './random'
import type { Row } from './rows'

// Well-known places that people cite in discussions.
const hosts = [
  'reuters.com',
  'bbc.co.uk',
  'apnews.com',
  'theguardian.com',
  'nytimes.com',
  'washingtonpost.com',
  'cnn.com',
  'npr.org',
  'economist.com',
  'bloomberg.com',
  'politico.com',
  'latimes.com',
  'nature.com',
  'en.wikipedia.org',
  'archive.org',
  'who.int',
  'cdc.gov',
  'nih.gov',
  'census.gov',
  'statcan.gc.ca',
  'pewresearch.org',
  'youtube.com',
  'twitter.com',
] as const
const places = [
  '',
  '/',
  '/news/2016/05/story',
  '/article/123456',
  '/p/1',
  '/2018/11/03/opinion',
] as const
const introductions = [
  '',
  'Source: ',
  'See ',
  'Read this: ',
  'Here is the link: ',
  'As reported by ',
] as const

const copiedShare = 0.1

function firstSentence(text: string): string {
  return text.split(/(?<=[.!?])\s/)[0] ?? text
}

function withLink(text: string, random: Random): string {
  const scheme = pick(random, ['https://', 'https://www.', 'http://', 'www.'])
  const link = scheme + pick(random, hosts) + pick(random, places)
  const introduction = pick(random, introductions)
  const said = random() < 0.5 ? firstSentence(text) : text
  return random() < 0.8 ? `${said} ${introduction}${link}` : `${introduction}${link} ${said}`
}

/** Copies of ordinary comments that cite a source, so that a link alone is no sign of spam. */
export function linkedHam(ham: Row[], random: Random): { row: Row; text: string }[] {
  return ham
    .filter(() => random() < copiedShare)
    .map((row) => ({ row, text: withLink(row.text, random) }))
}
