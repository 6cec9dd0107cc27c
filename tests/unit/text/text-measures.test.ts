import { textMeasures } from '../../../src/text/text-measures'
import { viewsOf } from '../../../src/text/views'

function measure(text: string) {
  return textMeasures(viewsOf(text))
}

test('counts characters as readers see them written, not storage units', () => {
  expect(measure('héllo').length).toBe(5)
  expect(measure('😀😀').length).toBe(2)
  expect(measure('').length).toBe(0)
})

test('counts words of any script', () => {
  expect(measure('One two, thrée — четыре!').words).toBe(4)
})

test.each([
  ['all capitals', 'THIS IS SHOUTING', 1],
  ['none', 'this is not shouting', 0],
  ['half', 'ABCDEfghij', 0.5],
  ['too few letters to tell', 'OK USA!', 0],
  ['Cyrillic', 'ЭТО ОЧЕНЬ ГРОМКО', 1],
  ['a script without capitals', '今天天气很好今天天气很好', 0],
  ['digits do not count', '1234567890 ABCDEFGHIJ', 1],
])('measures the share of capitals: %s', (_, text, expected) => {
  expect(measure(text).capsRatio).toBe(expected)
})

test('lists links in order and hosts once', () => {
  const { links, linkDomains } = measure('http://a.com/1 www.a.com/2 b.org')
  expect(links.map((link) => link.address)).toEqual(['http://a.com/1', 'www.a.com/2', 'b.org'])
  expect(linkDomains).toEqual(['a.com', 'b.org'])
})
