import { linksOf } from '../../../src/text/links'
import { viewsOf } from '../../../src/text/views'

function hosts(text: string): string[] {
  return linksOf(viewsOf(text)).map((link) => link.host)
}

test.each([
  ['with a scheme', 'see http://Example.com/Path?x=1.', ['example.com']],
  ['https and a port', 'https://news.example.org:8443/a#b', ['news.example.org']],
  ['with a user name', 'http://bank.com@evil.example.net/x', ['evil.example.net']],
  ['defused', 'hxxp://evil.ru/x', ['evil.ru']],
  ['with www', 'www.foo.museum', ['foo.museum']],
  ['bare', 'go to cheap-pills.com now', ['cheap-pills.com']],
  ['short', 't.co and bit.ly/AbC', ['t.co', 'bit.ly']],
  ['below a country', 'evil.co.uk', ['evil.co.uk']],
  ['in capitals', 'EXAMPLE.COM', ['example.com']],
  ['doubtful ending with a path', 'wa.me/123', ['wa.me']],
  ['international', 'пример.рф', ['пример.рф']],
  ['punycode', 'xn--e1afmkfd.xn--p1ai', ['xn--e1afmkfd.xn--p1ai']],
  ['full-width', 'ｗｗｗ．ｅｖｉｌ．ｃｏｍ', ['evil.com']],
  ['zero-width inside', 'ev\u200bil.com', ['evil.com']],
  ['as a character reference', 'evil&#46;com', ['evil.com']],
  ['in HTML', '<a href="http://x.org/y">x</a>', ['x.org']],
  ['in BBCode', '[url=http://a.io]x[/url]', ['a.io']],
  ['by number', 'http://192.0.2.7/a', ['192.0.2.7']],
  ['several', 'a.com b.com a.com', ['a.com', 'b.com', 'a.com']],
])('finds an address %s', (_, text, expected) => {
  expect(hosts(text)).toEqual(expected)
})

test.each([
  'e.g. this, i.e. that, 9 a.m. or p.m.',
  'end.Then the next.It is late, see the.best of them.So there',
  'Paris.De Gaulle spoke',
  'node.js and main.ts and index.html',
  'version 1.2.3.4 costs 3.50',
  'write to anna@example.com please',
  'wait...what? yes..no',
  'http:// and www. and .com and com.',
  '-foo-.com',
  'http://nodot/',
  `${'a'.repeat(64)}.com`,
])('finds none in: %s', (text) => {
  expect(hosts(text)).toEqual([])
})

test('leaves punctuation behind an address out, but keeps its own brackets', () => {
  const text = 'See (https://example.org/wiki/A_(b)), or http://x.org/?!'
  const typed = linksOf(viewsOf(text)).map((link) => text.slice(link.start, link.end))
  expect(typed).toEqual(['https://example.org/wiki/A_(b)', 'http://x.org/'])
})

test('gives the address as typed, or as it reads where it was disguised', () => {
  const addresses = linksOf(viewsOf('bit.ly/AbC ｅｖｉｌ.com/X')).map((link) => link.address)
  expect(addresses).toEqual(['bit.ly/AbC', 'evil.com/x'])
})

test('counts up to 50', () => {
  expect(hosts('a.com '.repeat(80))).toHaveLength(50)
})
