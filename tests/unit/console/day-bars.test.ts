import { dayBars } from '../../../src/console/day-bars'

const size = { width: 300, height: 100 }
const range = { from: new Date('2026-03-01'), to: new Date('2026-03-04') }

describe('Bars of a statistic', () => {
  test('every day has a place, also one without decisions', () => {
    const { bars, ticks } = dayBars([{ day: '2026-03-02', automatic: 3, human: 1 }], range, size)
    expect(bars.map(({ day, x }) => [day, x])).toEqual([
      ['2026-03-01', 10],
      ['2026-03-02', 110],
      ['2026-03-03', 210],
    ])
    expect(bars[1]).toMatchObject({ automatic: { y: 25, height: 75 }, human: { y: 0, height: 25 } })
    expect(bars[0]).toMatchObject({ automatic: { height: 0 }, human: { height: 0 } })
    expect(ticks.map(({ value }) => value)).toEqual([0, 2, 4])
  })

  test('comments reach as high as there were of them, and make room for that', () => {
    const day = { day: '2026-03-02', automatic: 3, human: 1, comments: 8 }
    const { bars, ticks } = dayBars([day], range, size)
    expect(bars.map(({ comments }) => comments)).toEqual([undefined, 20, undefined])
    expect(ticks.at(-1)?.value).toBe(10)
  })

  test.each([
    [0, 2],
    [1, 2],
    [5, 10],
    [11, 20],
    [399, 400],
    [401, 1000],
  ])('%d decisions fit under %d', (most, top) => {
    const { ticks } = dayBars([{ day: '2026-03-02', automatic: most, human: 0 }], range, size)
    expect(ticks.at(-1)?.value).toBe(top)
  })

  test('a range of many years is cut to the last one', () => {
    const years = { from: new Date('1990-01-01'), to: new Date('2026-01-01') }
    expect(dayBars([], years, size).bars).toHaveLength(366)
  })
})
