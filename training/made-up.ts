import { pick, type Random } from './random'
import { type Fillers, sentenceOf } from './sentence-grammar'

function digits(count: number): (random: Random) => string {
  return (random) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
}

const syllables = '[ba|lo|mi|ta|ru|ne|ko|vi|sa|pe|du|fi|ga|ho|za]'

// Every name, number and address is put together at random: none is anybody's on purpose.
const parts: Fillers = {
  d: digits(1),
  ddd: digits(3),
  dddd: digits(4),
  name: (random) => sentenceOf(`${syllables}${syllables}[|${syllables}]`, {}, random),
}

function made(pattern: string): (random: Random) => string {
  return (random) => sentenceOf(pattern, parts, random)
}

const host =
  '{name}[|shop|pro|24|hub|-online|-best|deals|vip].' +
  '[com|com|com|net|org|info|biz|xyz|top|online|shop|site|club|ru|co|me|ly]'
const plainLink = made(
  `[http://|https://|www.||http://www.]${host}[||/|/{name}|/?id={dddd}|/{ddd}.html]`,
)
const hiddenLink = made(`[{name} dot [com|net|org]|hxxp://${host}]`)
const hiddenShare = 0.14

function link(random: Random): string {
  return random() < hiddenShare ? hiddenLink(random) : plainLink(random)
}

const phonePattern =
  '[0{ddd}{ddd}{dddd}|+1 {ddd} {ddd} {dddd}|1-800-{ddd}-{dddd}|+{d}{d}{ddd}{ddd}{dddd}|({ddd}) {ddd}-{dddd}]'
const mailPattern = `{name}{d}{d}@[gmail.com|yahoo.com|outlook.com|${host}|${host}]`
const phone = made(phonePattern)

/** Ways to be written to or called, links most often. */
const contacts = [
  link,
  link,
  link,
  link,
  phone,
  made(`[WhatsApp |whatsapp: |call |text |phone |]${phonePattern}`),
  made(`[|email |mail: |via ]${mailPattern}`),
  made('[telegram|Telegram:|instagram|ig:|snap:] @{name}[|_fx|_official|{d}{d}]'),
] as const

const publishers =
  '[bbc.com|bbc.co.uk|cbc.ca|reuters.com|apnews.com|theguardian.com|nytimes.com|washingtonpost.com|cnn.com|' +
  'foxnews.com|npr.org|economist.com|bloomberg.com|politico.com|latimes.com|theglobeandmail.com|thestar.com|' +
  'slate.com|theatlantic.com|nature.com|en.wikipedia.org|archive.org|snopes.com|ted.com|who.int|cdc.gov|nih.gov|' +
  'census.gov|canada.ca|statcan.gc.ca|pewresearch.org|youtube.com|twitter.com|{name}.org|{name}.com|{name}.ca]'
/** A link as people give it who cite a source. */
export const citedLink = made(
  `[http://www.|https://|https://www.|www.|http://]${publishers}` +
    '[|/|/news/{dddd}/{d}{d}/story|/article{ddd}{ddd}/|/watch?v={name}{ddd}|/wiki/{name}]',
)

const anchor = made(
  '[cheap flights|escorts|poker bonus|hair vitamins|solar panels|wedding dresses]',
)

/** What the patterns of own messages name in braces. */
export const fillers: Fillers = {
  sum: made(
    '[$|$|$|£|€][50|75|120|250|300|500|850|1000|1,500|2,400|3000|4,700|6,000|7500|10,000|15k|20,000|50,000|1 million]',
  ),
  phone,
  mail: made(mailPattern),
  link,
  site: made(host),
  bbcode: (random) => `[url=${link(random)}]${anchor(random)}[/url]`,
  contact: (random) => pick(random, contacts)(random),
  news: citedLink,
  num: (random) => String(2 + Math.floor(random() * 60)),
  year: (random) => String(1985 + Math.floor(random() * 38)),
  code: made('[AB|QX|WIN|K|GO|SAVE|JJ]{d}{d}'),
  person: made(
    '[Mr |Mrs |Dr |Dr. |Prof. |Madam |Chief |Coach |]' +
      '[Anders|Okoro|Bello|Whitfield|Marlowe|Priya|Castellan|Johnson|Adams|Sandra|Ivanov|Osei|Clara|Becker|Morris]' +
      '[|| Grant| Lee| Stone]',
  ),
  channel: made(
    '[my channel|our channel|my page|my profile|my videos|my music|my covers|my blog|our band]',
  ),
  topic: made(
    '[the harbour plan|the new stadium|water rates|the hospital closure|bus fares|the tax bill|zoning|gun laws|' +
      'the referendum|the pipeline|teacher pay|the budget|the bridge|immigration|climate policy|the war|' +
      'the election|the recall|daycare|parking]',
  ),
  who: made(
    '[your MP|your councillor|your congressman|your senator|the premier|city hall|the ministry|the company|' +
      'the health department|the newspaper|the ombudsman|your state representative|the parks board|the minister]',
  ),
}
