import type { Action } from '../../../src/comments/comment'
import type { Reason } from '../../../src/comments/reason'
import { agreementOf, bandOf, cohensKappa, type Tally } from '../../../src/moderation/agreement'

/** Rows are the first's answers, columns the second's. */
const tally = (rows: readonly (readonly number[])[]): Tally[] =>
  rows.flatMap((row, first) =>
    row.map((count, second) => ({ first: `${first}`, second: `${second}`, count })),
  )

describe("Cohen's kappa", () => {
  test.each([
    [
      'two readers of 50 proposals',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      'agreement of 60 in 100, marginals alike',
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      'agreement of 60 in 100, marginals apart',
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
    [
      'diagnoses of 100 people (Fleiss, Levin and Paik, table 18.1)',
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.6765,
    ],
    [
      'one of those diagnoses against the others',
      [
        [75, 5],
        [5, 15],
      ],
      0.6875,
    ],
    [
      'another of them',
      [
        [4, 6],
        [1, 89],
      ],
      0.5,
    ],
    [
      'full agreement',
      [
        [7, 0],
        [0, 3],
      ],
      1,
    ],
    [
      'nothing but disagreement',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      'just what chance gives',
      [
        [25, 25],
        [25, 25],
      ],
      0,
    ],
  ] as const)('%s', (_, rows, kappa) => {
    expect(cohensKappa(tally(rows))?.value).toBeCloseTo(kappa, 4)
  })

  test('carries an interval that narrows with the sample and never leaves −1 to 1', () => {
    const [few, many] = [1, 100].map((times) =>
      cohensKappa(
        tally([
          [20 * times, 5 * times],
          [10 * times, 15 * times],
        ]),
      ),
    )
    // po = .7, pe = .5, n = 50: the error is √(.21 / (50 × .25)) = .1296
    expect(few?.low).toBeCloseTo(0.4 - 1.96 * 0.12961, 3)
    expect(few?.high).toBeCloseTo(0.4 + 1.96 * 0.12961, 3)
    expect(many?.low).toBeCloseTo(0.4 - 1.96 * 0.012961, 3)
    expect(
      cohensKappa(
        tally([
          [0, 1],
          [1, 1],
        ]),
      )?.low,
    ).toBeGreaterThanOrEqual(-1)
  })

  test('is not defined without answers, or where both always say the same one thing', () => {
    expect(cohensKappa([])).toBeNull()
    expect(
      cohensKappa(
        tally([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull()
    expect(cohensKappa(tally([[40]]))).toBeNull()
    expect(
      cohensKappa(
        tally([
          [40, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull()
  })

  test('is nought where one of them always says the same and the other does not', () => {
    expect(
      cohensKappa(
        tally([
          [30, 10],
          [0, 0],
        ]),
      )?.value,
    ).toBe(0)
  })
})

const pair = (first: [Action, Reason], second: [Action, Reason], count: number) => ({
  first: { action: first[0], reason: first[1] },
  second: { action: second[0], reason: second[1] },
  count,
})
const published: [Action, Reason] = ['approve', 'no_objection']
const insult: [Action, Reason] = ['reject', 'insult']
const offTopic: [Action, Reason] = ['reject', 'off_topic']

describe('Agreement of moderators', () => {
  const { overall, byAction, byReason } = agreementOf([
    pair(published, published, 20),
    pair(published, insult, 5),
    pair(insult, published, 10),
    pair(insult, insult, 9),
    pair(insult, offTopic, 6),
  ])

  test('overall is about the action, whatever the reason', () => {
    expect(overall).toMatchObject({ pairs: 50, agreed: 35, share: 0.7, state: 'known' })
    expect(overall.kappa?.value).toBeCloseTo(0.4)
  })

  test('of one action is told by those who gave it', () => {
    expect(byAction.map(({ answer }) => answer)).toEqual(['approve', 'reject'])
    expect(byAction[0]).toMatchObject({ first: 25, second: 30, agreed: 20, pairs: 35 })
    expect(byAction[0]?.share).toBeCloseTo(40 / 55)
    expect(byAction[1]).toMatchObject({ first: 25, second: 20, agreed: 15, pairs: 30 })
    // of two answers, one against the rest is the whole
    for (const { kappa } of byAction) expect(kappa?.value).toBeCloseTo(0.4)
  })

  test('of one reason is told among all pairs, and not where too few gave it', () => {
    const [first, second] = byReason
    expect(byReason).toHaveLength(2)
    expect(first).toMatchObject({ answer: 'insult', first: 25, second: 14, agreed: 9, pairs: 30 })
    // 9 both, 16 first only, 5 second only, 20 neither: po = .58, pe = .5 × .28 + .5 × .72 = .5
    expect(first?.kappa?.value).toBeCloseTo(0.16)
    expect(second).toEqual({
      ...{ answer: 'off_topic', first: 0, second: 6, agreed: 0, pairs: 6 },
      ...{ share: null, kappa: null, state: 'too_few' },
    })
  })

  test('says so where there are too few pairs, and where kappa is not defined', () => {
    expect(agreementOf([]).overall).toMatchObject({ pairs: 0, share: null, state: 'too_few' })
    expect(agreementOf([pair(published, published, 19)]).overall.state).toBe('too_few')
    expect(agreementOf([pair(published, published, 20)]).overall).toEqual({
      ...{ pairs: 20, agreed: 20, share: 1, kappa: null, state: 'undefined' },
    })
  })
})

test.each([
  [-0.2, 'poor'],
  [0, 'slight'],
  [0.2, 'slight'],
  [0.21, 'fair'],
  [0.404, 'fair'],
  [0.41, 'moderate'],
  [0.6, 'moderate'],
  [0.61, 'substantial'],
  [0.8, 'substantial'],
  [0.81, 'almost-perfect'],
  [1, 'almost-perfect'],
])('kappa of %d is called %s', (kappa, band) => expect(bandOf(kappa)).toBe(band))
