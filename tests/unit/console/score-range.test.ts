import { batchHref, readBatchForm } from '../../../src/console/batch-form'
import { scoreBars } from '../../../src/console/score-bars'
import { isIndexed, partsOf } from '../../../src/moderation/text-search'

describe('A range in an address', () => {
  test.each([
    [{}, '/console/queue/batch?score=toxicity&from=0.8&to=1'],
    [
      { state: 'spam', site: 'daily', section: 'sport', score: 'threat', from: '0.5', to: '0.2' },
      '/console/queue/batch?state=spam&site=daily&section=sport&score=threat&from=0.2&to=0.5',
    ],
    [
      { state: 'pending', score: 'hate', from: '-1', to: '2', site: 'a\0' },
      '/console/queue/batch?score=toxicity&from=0.8&to=1',
    ],
    [{ from: '0.333333', to: ['1'] }, '/console/queue/batch?score=toxicity&from=0.33&to=1'],
  ])('%j', (query, href) => expect(batchHref(readBatchForm(query))).toBe(href))
})

describe('The bars of a histogram', () => {
  const bins = Array.from({ length: 20 }, (_, bin) => [10_000, 0, 1, 100][bin] ?? 0)
  const bars = scoreBars(bins, { from: 0.1, to: 0.2 }, { width: 200, height: 100 })

  test('stand for equal steps, and few can be seen beside many', () => {
    expect(bars.map(({ height }) => height).slice(0, 4)).toEqual([100, 0, 2, 10])
    expect(bars[3]).toMatchObject({ from: 0.15, to: 0.2, count: 100, x: 31, width: 8, y: 90 })
  })

  test('are chosen where they lie in the range', () => {
    expect(bars.flatMap(({ isChosen }, bin) => (isChosen ? [bin] : []))).toEqual([2, 3])
  })
})

describe('What is looked for in a text', () => {
  test.each([
    ['wall', ['wall']],
    [' the  harbour wall ', ['harbour', 'wall', 'the']],
    ['a b c d e f g', ['a', 'b', 'c', 'd', 'e']],
    ['wall or pier', undefined],
    ['"harbour wall"', undefined],
    ['wall -pier', undefined],
    ['night-bus', undefined],
  ])('%j needs %j', (q, parts) => expect(partsOf(q)).toEqual(parts))

  test.each([
    ['wall', true],
    ['an ox', false],
    ['an old ox', true],
    ['中文', false],
    ['"x"', false],
  ])('an index knows %j: %j', (q, expected) => expect(isIndexed(q)).toBe(expected))
})
