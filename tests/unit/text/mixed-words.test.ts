import { hasMixedWord } from '../../../src/text/mixed-words'

test.each([
  ['the council', false],
  ['городской совет', false],
  ['the council, совет', false],
  ['vpn-сервис', false],
  ['iphone을 쓰는', false],
  ['iphone手机', false],
  ['the сouncil', true],
  ['the cοuncil', true],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(hasMixedWord(text)).toBe(expected)
})
