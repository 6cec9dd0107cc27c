import fc from 'fast-check'
import { matchBanks } from '../../../src/rules/bank-matcher'
import { compileBanks } from '../../../src/rules/compile-banks'
import { viewsOf } from '../../../src/text/views'
import { fastestRunMs } from '../../support/fastest-run'

type Options = { kind?: 'words' | 'patterns'; disguises?: boolean }

function matcher(entries: string[], { kind = 'words', disguises = true }: Options = {}) {
  const banks = compileBanks([{ name: 'bank', kind, entries, disguises }])
  return (text: string) =>
    matchBanks(banks, viewsOf(text)).map((hit) => ({
      ...hit,
      typed: hit.spans.map((span) => text.slice(span.start, span.end)),
    }))
}

function found(entries: string[], text: string, options?: Options) {
  return matcher(entries, options)(text).map(({ entry, view, typed }) => [entry, view, ...typed])
}

describe('words', () => {
  test.each([
    ['in any case', ['clown'], 'A Clown, a CLOWN', [['clown', 'norm', 'Clown', 'CLOWN']]],
    ['as whole words', ['press', 'ass'], 'WordPress classes', []],
    ['with accents as whole words', ['über'], 'Übersicht über alles', [['über', 'norm', 'über']]],
    ['in Russian', ['Дурак'], 'ну ты дурак!', [['Дурак', 'norm', 'дурак']]],
    [
      'in Greek, final sigma and all',
      ['ΒΛΑΚΑΣ'],
      'είσαι βλάκας βλακας',
      [['ΒΛΑΚΑΣ', 'norm', 'βλακας']],
    ],
    ['inside Chinese', ['脱税'], '他脱税了', [['脱税', 'norm', '脱税']]],
    ['inside Thai', ['โง่'], 'คนโง่มาก', [['โง่', 'norm', 'โง่']]],
    ['as emoji', ['🖕'], 'take this 🖕🏽!', [['🖕', 'norm', '🖕']]],
    ['with apostrophes', ["don't"], 'DON’T', [["don't", 'norm', 'DON’T']]],
    [
      'full-width and with invisible parts',
      ['bad'],
      'ｂａｄ b\u200bad',
      [['bad', 'norm', 'ｂａｄ', 'b\u200bad']],
    ],
    ['with dotted capital I', ['istanbul'], 'İSTANBUL', [['istanbul', 'norm', 'İSTANBUL']]],
    ['with ligatures', ['office'], 'the oﬃce', [['office', 'norm', 'oﬃce']]],
    ['as a phrase', ['free money'], 'get FREE,  money', [['free money', 'norm', 'FREE,  money']]],
    ['only when a phrase is whole', ['free money'], 'free the money', []],
    ['by prefix', ['scam*'], 'scammers scam, no skam', [['scam*', 'norm', 'scammers', 'scam']]],
    [
      'by prefix at the end of a phrase',
      ['buy cheap*'],
      'buy cheaper',
      [['buy cheap*', 'norm', 'buy cheaper']],
    ],
    [
      'overlapping',
      ['a b', 'b c', 'b'],
      'x a b c',
      [
        ['a b', 'norm', 'a b'],
        ['b', 'norm', 'b'],
        ['b c', 'norm', 'b c'],
      ],
    ],
  ])('are found %s', (_, entries, text, expected) => {
    expect(found(entries, text, { disguises: false })).toEqual(expected)
  })

  test('count once, however often their owner wrote them', () => {
    expect(found(['bad', 'BAD', ' bad '], 'bad')).toEqual([['bad', 'norm', 'bad']])
  })
})

describe('disguises', () => {
  const entries = ['bastard', 'clown', 'liar', 'idiot', 'ass', 'poker', 'scam*', 'free money']
  test.each([
    'b4stard',
    'b@st@rd',
    'b.a.s.t.a.r.d',
    'b a s t a r d',
    'b-a-s-t-a-r-d',
    'b)(a)(s)(t)(a)(r)(d',
    'bаstаrd',
    'BΑSTΑRD',
    'bástàrd',
    'baaaastard',
    '🅑🅐🅢🅣🅐🅡🅓',
    'ʙᴀsᴛᴀʀᴅ',
    'c1own',
    'c|own',
    'cl0wn',
    'l1ar',
    'l!ar',
    'idiooooot',
    'iiidiot',
    'a$$',
    '@ss',
    'asss',
    'p0ker',
    'sc4mmers',
    'fr33 m0ney',
    'b\u0336a$tard',
  ])('%s is found behind its disguise, and only there', (typed) => {
    const [hit, ...others] = matcher(entries)(`you are a ${typed} really`)
    expect(others).toEqual([])
    expect(hit?.view).toBe('skeleton')
    expect(hit?.typed).toEqual([typed])
    expect(found(entries, `you are a ${typed} really`, { disguises: false })).toEqual([])
  })

  test('a letter-spaced word that has swallowed its neighbour is found', () => {
    expect(found(['liar'], 'such a l i a r')).toEqual([['liar', 'skeleton', 'l i a r']])
  })

  test.each([
    'The familiar face of the council',
    'Peculiar weather',
    'Clownfish live in reefs',
    'Foliar feeding',
    'Pokerface is a song',
    'as it was, so it is',
    'glass and class',
    'Take plan A or plan B, e.g. the U.K. one',
    'Results: 1-0, 2-1, 3-3',
    'a b c d e f g h',
    'Die Straße ist gesperrt',
    'Всем привет, это хороший город',
    'Ελλάδα και Κύπρος',
    '日本の新聞',
    'G7, G20, N.A.T.O. and E.U. leaders',
    'He scored 4 @ home for $5',
    'soooo goooood',
    'naïve café résumé',
    'A1 road closed at J14',
    'Bass guitar and bastion of hope',
  ])('nothing is found in: %s', (text) => {
    expect(found(entries, text)).toEqual([])
  })

  test.each([
    ['cl*wn', ['cl*wn']],
    ['b*st**d, B*STARD!', ['b*st**d', 'B*STARD']],
    ['c***n cl*', []],
    ['2*3 a*b clo*k *clown', []],
  ])('stars for inner letters hide nothing: %s', (text, typed) => {
    const disguised = matcher(['clown', 'bastard'])(text).filter((hit) => hit.view === 'skeleton')
    expect(disguised.flatMap((hit) => hit.typed).sort()).toEqual([...typed].sort())
  })

  test('what is found openly is not reported again behind a disguise', () => {
    expect(found(['clown'], 'clown cl0wn')).toEqual([['clown', 'norm', 'clown']])
  })
})

describe('patterns', () => {
  test('are found with their places', () => {
    const phone = '\\+?\\d[\\d ().-]{7,}\\d'
    expect(
      found([phone], 'call +49 (30) 123-4567 or 0800 12345678.', { kind: 'patterns' }),
    ).toEqual([[phone, 'norm', '+49 (30) 123-4567', '0800 12345678']])
  })

  test('ignore case and see the plain reading', () => {
    expect(found(['BUY now'], 'ｂｕｙ NOW', { kind: 'patterns' })).toEqual([
      ['BUY now', 'norm', 'ｂｕｙ NOW'],
    ])
  })

  test('look behind disguises when told so', () => {
    expect(found(['bad (wo)?man'], 'b4d man', { kind: 'patterns' })).toEqual([
      ['bad (wo)?man', 'skeleton', 'b4d man'],
    ])
    expect(found(['bad man'], 'b4d man', { kind: 'patterns', disguises: false })).toEqual([])
  })

  test('keep word edges of any script when they are written so', () => {
    const entries = ['(?:^|[^\\p{L}])(слово)(?:$|[^\\p{L}])']
    expect(found(entries, 'словом', { kind: 'patterns' })).toEqual([])
    expect(found(entries, 'это Слово, да', { kind: 'patterns' })).toHaveLength(1)
  })
})

test('several banks are matched at once and named', () => {
  const banks = compileBanks([
    { name: 'one', kind: 'words', entries: ['bad'], disguises: false },
    { name: 'two', kind: 'words', entries: ['bad', 'worse'], disguises: true },
    { name: 'three', kind: 'patterns', entries: ['b.d'], disguises: false },
  ])
  const hits = matchBanks(banks, viewsOf('bad'))
  expect(hits.map((hit) => hit.bank).sort()).toEqual(['one', 'three', 'two'])
  expect([...banks.lists]).toEqual(['one', 'two'])
  expect([...banks.patterns]).toEqual(['three'])
})

test('a comment full of listed words gives a bounded answer', () => {
  const entries = Array.from({ length: 1000 }, (_, index) => `w${index}w`)
  const hits = matcher(entries)(`${entries.join(' ')} `.repeat(3) + 'w1w '.repeat(500))
  expect(hits).toHaveLength(200)
  expect(Math.max(...hits.map((hit) => hit.spans.length))).toBe(20)
})

test('a comment full of words of one bank does not hide that of another', () => {
  const entries = Array.from({ length: 300 }, (_, index) => `w${index}w`)
  const banks = compileBanks([
    { name: 'many', kind: 'words', entries, disguises: true },
    { name: 'one', kind: 'words', entries: ['clown'], disguises: true },
    { name: 'two', kind: 'patterns', entries: ['cl0wn$'], disguises: true },
  ])
  const hits = matchBanks(banks, viewsOf(`${entries.join(' ')} clown cl0wn`))
  expect([...new Set(hits.map(({ bank }) => bank))]).toEqual(['many', 'one', 'two'])
})

test('spans lie inside the text as typed and cover what was found', () => {
  const pieces = [
    'clown',
    'cl0wn',
    'c l o w n',
    'сlown',
    'CLOWN',
    'ＣＬＯＷＮ',
    'clo\u200bwn',
    'clooown',
  ]
  const noise = [' ', ', ', 'İ', 'ß', 'ﬃ', '😀', 'e\u0301', '\ud800', '&amp;', '漢']
  const match = matcher(['clown', '漢'])
  const text = fc.array(fc.constantFrom(...pieces, ...noise), { maxLength: 12 })
  fc.assert(
    fc.property(text, (parts) => {
      const raw = parts.join('')
      for (const hit of match(raw)) {
        for (const [index, span] of hit.spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(raw.length)
          const again = matcher(['clown', '漢'])(hit.typed[index] ?? '')
          expect(again.map((one) => one.entry)).toContain(hit.entry)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['one word again and again', 'clown '.repeat(3_400)],
  ['spaced letters', 'c l o w n '.repeat(2_000)],
  ['one long word', 'c'.repeat(20_000)],
  ['the start of a phrase', 'a '.repeat(10_000)],
  ['one ideograph', '漢'.repeat(20_000)],
])('20,000 characters of %s are matched in less than 100 ms', (_, text) => {
  const words = Array.from({ length: 5_000 }, (_, index) => `word${index}`)
  const entries = ['clown', 'a '.repeat(49).trim(), '漢'.repeat(90), 'cc*', ...words]
  const match = compileBanks([{ name: 'bank', kind: 'words', entries, disguises: true }])
  const views = viewsOf(text)
  expect(fastestRunMs(() => matchBanks(match, views), 100)).toBeLessThan(100)
})
