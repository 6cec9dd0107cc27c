import * as fc from 'fast-check'
import {
  type Circuit,
  closedCircuit,
  letsThrough,
  mostFailures,
  nextCircuit,
  openMs,
} from '../../../src/scoring/circuit-breaker'

type Event = Parameters<typeof nextCircuit>[1]

const after = (events: readonly Event[], nowMs: number, from: Circuit = closedCircuit) =>
  events.reduce((circuit, event) => nextCircuit(circuit, event, nowMs), from)

const failures = (count: number) => Array<Event>(count).fill('failed')

test('it opens with the fifth failure in a row, not before', () => {
  expect(letsThrough(after(failures(4), 100), 100)).toBe(true)
  expect(letsThrough(after(failures(5), 100), 100)).toBe(false)
})

test('an answer in between begins the count anew', () => {
  const events: Event[] = [...failures(4), 'answered', ...failures(4)]
  expect(letsThrough(after(events, 100), 100)).toBe(true)
})

test('it stays open for thirty seconds, whatever late calls report', () => {
  const open = after([...failures(5), 'answered', 'failed'], 100)
  expect(letsThrough(open, 100 + openMs - 1)).toBe(false)
  expect(letsThrough(open, 100 + openMs)).toBe(true)
})

test('then one call is let through; its answer closes, its failure opens again', () => {
  const trial = after(['asked'], 100 + openMs, after(failures(5), 100))
  expect(letsThrough(trial, 100 + openMs)).toBe(false)
  expect(after(['answered'], 100 + openMs, trial)).toEqual(closedCircuit)
  const again = after(['failed'], 200 + openMs, trial)
  expect(letsThrough(again, 200 + openMs + openMs - 1)).toBe(false)
  expect(letsThrough(again, 200 + openMs + openMs)).toBe(true)
})

test('a trial that never reports is followed by another one', () => {
  const trial = after(['asked'], 100 + openMs, after(failures(5), 100))
  expect(letsThrough(trial, 100 + 2 * openMs)).toBe(true)
})

test('whatever happened, it never shuts for longer than thirty seconds from the last event', () => {
  const events = fc.array(fc.constantFrom<Event>('asked', 'answered', 'failed'))
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 1e9 }), (list, nowMs) => {
      const circuit = after(list, nowMs)
      const fewFailures = list.filter((event) => event === 'failed').length < mostFailures
      return letsThrough(circuit, nowMs + openMs) && (!fewFailures || letsThrough(circuit, nowMs))
    }),
  )
})
