import { featurise, featuriseSentences } from '../../../src/scoring/featurise'
import { tokensOf } from '../../../src/scoring/tokens'
import { linksOf } from '../../../src/text/links'
import { viewsOf } from '../../../src/text/views'

function tokens(text: string): string[] {
  const views = viewsOf(text)
  return tokensOf(views, linksOf(views)).map((token) => token.text)
}

test.each([
  ['You are here.', ['you', 'are', 'here']],
  ["Don't 'quote' me", ["don't", 'quote', 'me']],
  ['what a f**k and sh*t', ['what', 'a', 'f**k', 'and', 'sh*t']],
  ['*** note ***', ['note']],
  ['see https://example.com/a?b now', ['see', '<url>', 'now']],
  ['write to me@example.com', ['write', 'to', '<mail>']],
  ['call +44 7700 900123 today', ['call', '<phone>', 'today']],
  ['only $50 or 20 percent in 1999', ['only', '<money>', 'or', '<num>', 'percent', 'in', '<num>']],
  ['what?!?!?!', ['what', '?!?']],
  ['so funny 😀', ['so', 'funny', '😀']],
  ['', []],
])('reads %p as its tokens', (text, expected) => {
  expect(tokens(text)).toEqual(expected)
})

test.each([
  ['id1ot'],
  ['i.d.i.o.t'],
  ['i d i o t'],
  ['idіot'],
  ['i\u200bdiot'],
  ['IDIOT'],
  ['𝐢𝐝𝐢𝐨𝐭'],
])('reads %p as the word that it hides', (text) => {
  expect(tokens(`you ${text} !`)).toContain('idiot')
})

test('a stretched word is also read unstretched', () => {
  const views = viewsOf('you idiooooot')
  expect(tokensOf(views, linksOf(views)).map((token) => token.unstretched)).toContain('idiot')
})

test('names of groups make no difference to the masked reading', () => {
  const masked = (text: string) => featurise(viewsOf(text)).masked
  const one = masked('I am a gay person')
  const other = masked('I am a blind person')
  expect(one.words).toEqual(other.words)
  expect(one.chars).toEqual(other.chars)
  expect(featurise(viewsOf('I am a gay person')).open.words).not.toEqual(one.words)
})

test('each sentence of a comment is read by itself, a short one with its neighbour', () => {
  const count = (text: string) => featuriseSentences(featurise(viewsOf(text))).length
  expect(count('One short sentence only')).toBe(0)
  expect(
    count('The first sentence ends here. The second one ends there! And this is the third'),
  ).toBe(3)
  expect(count('The first sentence ends here. No.')).toBe(0)
  expect(count('It costs 3.5 dollars in the U.S.A today')).toBe(0)
})
