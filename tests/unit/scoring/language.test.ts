import { languageOf } from '../../../src/scoring/language'

const detect = (text: string): [string, number][] =>
  text.includes('ich')
    ? [
        ['de', 0.8],
        ['en', 0.3],
      ]
    : [
        ['nl', 0.5],
        ['en', 0.45],
      ]

test.each([
  ['a short text counts as the language of the site', 'ich bin', 'en', 'en'],
  ['a clear other language is believed', 'ich bin ein Satz mit genug Buchstaben', 'en', 'de'],
  ['a doubtful one is not', 'this is a sentence with enough letters', 'en', 'en'],
  ['a doubtful one is not, on any site', 'this is a sentence with enough letters', 'fr', 'nl'],
])('%s', (_, text, site, expected) => {
  expect(languageOf(text, site, detect)).toBe(expected)
})

test('a few letters of another script are enough to ask', () => {
  expect(languageOf('바보 같은 놈', 'en', () => [['ko', 1]])).toBe('ko')
})

test('a detector that cannot tell leaves the language of the site', () => {
  expect(languageOf('xyzzy plugh frobnicate the quux', 'pt', () => [])).toBe('pt')
})

test.each([
  ['english prose is not asked about', 'the council and the people who live there', 'en', false],
  ['nor when it quotes a foreign word', 'they said that the zeitgeist was wrong', 'en', false],
  ['a foreign sentence is', 'die leute von der gemeinde haben das gesagt', 'en', true],
  ['so is one with an english title in it', 'ich habe the wall gestern abend gesehen', 'en', true],
  ['so is english on a site in another language', 'the council and the people', 'de', true],
])('%s', (_, text, site, isAsked) => {
  let asked = false
  languageOf(text, site, () => {
    asked = true
    return []
  })
  expect(asked).toBe(isAsked)
})

const russian = 'автор этой статьи ничего не понимает в городском хозяйстве'
test.each([
  ['signs', `${'.'.repeat(500)} ${russian}`],
  ['line breaks', `so${'\n'.repeat(500)}${russian}`],
  ['signs with a letter', `a${'!'.repeat(500)} ${russian}`],
  ['numbers with letters', `${'a1234567 '.repeat(100)}${russian}`],
  ['numbers', `${'1 2 3 '.repeat(100)}${russian}`],
  ['an address', `https://example.com/${'a'.repeat(500)} ${russian}`],
  ['words of the site', `the and ${russian}`],
])('%s before a foreign text do not hide it', (_, text) => {
  expect(languageOf(text, 'en', (asked) => [[asked.includes('автор') ? 'ru' : 'en', 1]])).toBe('ru')
})

test('nor do signs between its words', () => {
  for (const sign of './:=@')
    expect(languageOf(russian.replaceAll(' ', sign), 'en', () => [['ru', 1]])).toBe('ru')
})
