import { autoLink } from '../../../src/web/auto-link'
import { fastestRunMs } from '../../support/fastest-run'

const linked = (text: string) =>
  autoLink(text)
    .map(({ text, href }) => (href === undefined ? text : `[${text}](${href})`))
    .join('')

describe('Web addresses in a comment', () => {
  it.each([
    ['see https://a.example/b for more', 'see [https://a.example/b](https://a.example/b) for more'],
    ['http://a.example', '[http://a.example](http://a.example/)'],
    ['HTTPS://A.example/B', '[HTTPS://A.example/B](https://a.example/B)'],
    ['https://a.example/b.', '[https://a.example/b](https://a.example/b).'],
    ['(https://a.example/b)', '([https://a.example/b](https://a.example/b))'],
    ['https://a.example/b_(c)', '[https://a.example/b_(c)](https://a.example/b_(c))'],
    ['(see https://a.example/b_(c)).', '(see [https://a.example/b_(c)](https://a.example/b_(c))).'],
    ['https://a.example/?b=1&c=2!', '[https://a.example/?b=1&c=2](https://a.example/?b=1&c=2)!'],
    ['“https://a.example”', '“[https://a.example](https://a.example/)”'],
    [
      'https://a.example\nhttps://b.example',
      '[https://a.example](https://a.example/)\n[https://b.example](https://b.example/)',
    ],
    ['https://müller.example', '[https://müller.example](https://xn--mller-kva.example/)'],
    ['a:https://a.example', 'a:[https://a.example](https://a.example/)'],
  ])('become links: %j', (text, expected) => {
    expect(linked(text)).toBe(expected)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://a.example/%0aalert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'ftp://a.example',
    '//a.example',
    'www.a.example',
    'mailto:a@a.example',
    'xhttps://a.example',
    'https://',
    'https://<b>',
    'https://user:secret@a.example/',
    'https://bank.example@evil.example/',
    `https://a.example/${'b'.repeat(2000)}`,
    'http:/\u0000/a.example',
    'h\u200Bttps://a.example',
    // a browser would go where the rules do not look
    'https://evil%2eexample/',
    'https://evil｡example/',
    'https://evil.example\u200B.good.example/',
    'http://3627734734/',
    'http://0x7f000001/',
    'http://[::1]/',
    `${'a.com '.repeat(50)}https://evil.example`,
  ])('stay text: %j', (text) => {
    expect(autoLink(text)).toEqual([{ text }])
  })

  it('end where text would be turned round or hidden', () => {
    expect(linked('https://a.example/b\u202Emoc')).toBe(
      '[https://a.example/b](https://a.example/b)\u202Emoc',
    )
  })

  it('are linked up to fifty times, and no text is lost', () => {
    const text = 'x https://a.example/b, '.repeat(80)
    const pieces = autoLink(text)
    expect(pieces.filter(({ href }) => href)).toHaveLength(50)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })

  it('are found quickly in the worst of texts', () => {
    const parts = ['http://', 'http://(', 'http://)', 'https://a@', 'http://[', ')', 'http://a.']
    const work = () => {
      for (const part of parts) {
        autoLink(part.repeat(10_000))
        autoLink(`http://a.example/${part.repeat(10_000)}`)
      }
    }
    expect(fastestRunMs(work, 2000)).toBeLessThan(2000)
  })

  it('are no part of an empty text', () => {
    expect(autoLink('')).toEqual([])
  })
})
