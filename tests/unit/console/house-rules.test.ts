import { textDiff } from '../../../src/console/text-diff'
import { blocksOf, houseRulesSchema, readVersionNumber } from '../../../src/sites/house-rules'

describe('House rules as they are shown', () => {
  test('have a paragraph a line, and points that are numbered through the whole text', () => {
    const text = 'Be kind.\n\n1. No insults.\n- No adverts.\nAnd also:\n3) Stay with the story.\n'
    expect(blocksOf(text)).toEqual([
      { kind: 'paragraph', text: 'Be kind.' },
      { kind: 'points', first: 1, points: ['No insults.', 'No adverts.'] },
      { kind: 'paragraph', text: 'And also:' },
      { kind: 'points', first: 3, points: ['Stay with the story.'] },
    ])
  })

  test.each(['2026 was a good year.', '1.5 million readers', '-5 degrees', '10.000 Euro'])(
    '%s is no point',
    (text) => {
      expect(blocksOf(text)).toEqual([{ kind: 'paragraph', text }])
    },
  )
})

test.each(['', '  \n ', 'x'.repeat(10_001)])('a text such as %j cannot be published', (text) => {
  expect(houseRulesSchema.safeParse({ text }).success).toBe(false)
})

test.each([
  ['12', 12],
  ['0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['9999999999', undefined],
  [undefined, undefined],
])('%j as the number of a version is %j', (text, version) => {
  expect(readVersionNumber(text)).toBe(version)
})

describe('What is different', () => {
  test('is said word by word', () => {
    expect(textDiff('No insults here.', 'No adverts here.')).toEqual([
      { text: 'No ', kind: 'same' },
      { text: 'insults', kind: 'removed' },
      { text: 'adverts', kind: 'added' },
      { text: ' here.', kind: 'same' },
    ])
  })

  test('is said line by line where little is left of a text', () => {
    const words = (seed: number) =>
      Array.from({ length: 1500 }, (_, at) => ((at * seed) % 7919).toString(36)).join(' ')
    expect(textDiff(`Kept.\n${words(31)}`, `Kept.\n${words(1009)}`)).toEqual([
      { text: 'Kept.\n', kind: 'same' },
      { text: words(31), kind: 'removed' },
      { text: words(1009), kind: 'added' },
    ])
  })

  test('is not said, so as not to take long, where texts have nothing in common', () => {
    const lines = (seed: number) =>
      Array.from({ length: 2500 }, (_, at) => ((at * seed) % 7919).toString(36)).join('\n')
    expect(textDiff(lines(31), lines(1009))).toBeUndefined()
  })
})
