import type { LoggedDecision } from '../../../src/scoring/decision-log'
import { readHeads } from '../../../src/scoring/heads.store'
import { learnInSteps } from '../../../src/scoring/learn-in-steps'
import type { SiteDeltas } from '../../../src/scoring/scorer'
import { trainedScorer } from '../../../src/scoring/trained-scorer'
import { viewsOf } from '../../../src/text/views'

const scorer = trainedScorer(readHeads(), () => [['en', 1]])

function learnt(log: readonly LoggedDecision[]): SiteDeltas {
  const steps = learnInSteps(log, 300, (score, body) => scorer.lesson(score, body, 'en'))
  for (;;) {
    const step = steps.next()
    if (step.done) return Object.fromEntries(step.value)
  }
}
const spamOf = (text: string, deltas: SiteDeltas) =>
  scorer.score(viewsOf(text), { siteLanguage: 'en', deltas }).scores.spam

const said = (decider: string, minute: number, isSpam: boolean, body: string): LoggedDecision => ({
  ...{ decider, body, decidedAt: new Date(Date.UTC(2026, 0, 5, 8, minute)) },
  action: isSpam ? 'spam' : 'approve',
  reason: isSpam ? 'spam' : 'no_objection',
})
const gnomes = (number: number) => `Garden gnomes are on offer again, take number ${number}`
const desk = Array.from({ length: 200 }, (_, at) =>
  at % 2
    ? said(`person ${at % 5}`, at, true, gnomes(at))
    : said(`person ${at % 5}`, at, false, `The wall near house ${at} has moved.`),
)

test('an account that approves what five people refuse does not have its way', () => {
  const night = Array.from({ length: 400 }, (_, at) =>
    said('vandal', 300 + at, false, gnomes(1000 + at)),
  )
  expect(spamOf(gnomes(7), learnt(desk))).toBeGreaterThan(0.8)
  expect(spamOf(gnomes(7), learnt([...desk, ...night]))).toBeGreaterThan(0.5)
  const alone = night.map((one) => ({ ...one, decider: 'person 1' }))
  const byOne = desk.map((one) => ({ ...one, decider: 'person 1' }))
  expect(spamOf(gnomes(7), learnt([...byOne, ...alone]))).toBeLessThan(0.5)
})

test('a score that the log says nothing of is absent', () => {
  expect(Object.keys(learnt(desk.filter(({ action }) => action === 'spam')))).toEqual(['spam'])
})
