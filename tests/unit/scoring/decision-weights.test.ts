import { weightsOf } from '../../../src/scoring/decision-log'

type Said = { decider: string; day: number; count: number }

/** Decisions of one person, as many on each of some days. */
const daily = (decider: string, days: number, count: number): Said[] =>
  Array.from({ length: days }, (_, day) => ({ decider, day: day + 1, count }))
const people = (count: number, days: number, aDay: number): Said[] =>
  Array.from({ length: count }, (_, at) => daily(`person ${at}`, days, aDay)).flat()

/** How many decisions' worth each person counts for. */
function totals(...all: Said[]): Record<string, number> {
  const log = all.flatMap(({ decider, day, count }) =>
    Array.from({ length: count }, () => ({ decider, decidedAt: new Date(Date.UTC(2026, 0, day)) })),
  )
  const sums: Record<string, number> = {}
  weightsOf(log, 300).forEach((weight, place) => {
    const { decider = '' } = log[place] ?? {}
    sums[decider] = (sums[decider] ?? 0) + weight
  })
  return Object.fromEntries(Object.entries(sums).map(([who, sum]) => [who, Math.round(sum)]))
}

test('who decides alone teaches with every decision, however many in a day', () => {
  expect(totals(...daily('Ana', 1, 2000))).toEqual({ Ana: 2000 })
})

test('somebody who has a look now and then does not hold down the one who does the work', () => {
  expect(totals(...daily('Ana', 20, 100), ...daily('Ben', 19, 1))).toEqual({ Ana: 2000, Ben: 19 })
})

test('of two the one who hardly decides leaves the other two hundred decisions', () => {
  expect(totals(...daily('Ana', 20, 100), ...daily('Ben', 20, 1))).toEqual({ Ana: 200, Ben: 20 })
})

test('two count in full up to one deciding three times as often', () => {
  expect(totals(...daily('Ana', 10, 120), ...daily('Ben', 10, 40))).toEqual({ Ana: 1200, Ben: 400 })
  expect(totals(...daily('Ana', 10, 160), ...daily('Ben', 10, 40))).toEqual({ Ana: 1200, Ben: 400 })
})

test('two thousand decisions of a night count for three hundred on a desk of five', () => {
  const desk = totals(...people(5, 10, 40), ...daily('vandal', 1, 2000))
  expect(desk).toMatchObject({ 'person 0': 400, vandal: 300 })
})

test('the more people share the work, the less one of them can count for', () => {
  const share = (others: number) => {
    const desk = totals(...people(others, 30, 10), ...daily('vandal', 30, 200))
    return Math.round((100 * (desk.vandal ?? 0)) / Object.values(desk).reduce((a, b) => a + b, 0))
  }
  expect([1, 2, 5, 9].map(share)).toEqual([75, 50, 25, 15])
})

test('who decides more never counts for less', () => {
  const desk = totals(...daily('Ana', 10, 100), ...daily('Ben', 10, 50), ...daily('Cy', 10, 10))
  expect(desk).toEqual({ Ana: 600, Ben: 500, Cy: 100 })
})

test('no decision counts for nothing, and none for more than one', () => {
  const log = [...Array(3000).fill('Ana'), ...Array(25).fill('Ben')].map((decider) => ({
    ...{ decider, decidedAt: new Date(0) },
  }))
  const weights = weightsOf(log, 1)
  expect(Math.min(...weights)).toBeGreaterThan(0)
  expect(Math.max(...weights)).toBeLessThanOrEqual(1)
})
