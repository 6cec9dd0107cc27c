import { join } from 'node:path'
import { createSlots } from '../../src/platform/slots'
import { askThread } from '../../src/platform/thread'

const file = join(__dirname, '../support/run-hostile-thread.ts')
const limits = { timeoutMs: 20_000, heapMb: 64 }

test('S1: a thread answers and has no environment variables', async () => {
  const answered = { outcome: 'answered', answer: { environment: [] } }
  expect(await askThread(file, 'answer', limits)).toEqual(answered)
})

test('S1: a thread that exceeds the time limit is terminated', async () => {
  const asked = askThread(file, 'loop', { ...limits, timeoutMs: 500 })
  expect(await asked).toEqual({ outcome: 'too_much' })
})

test('S1: a thread that exceeds the memory limit is terminated without harming the process', async () => {
  expect(await askThread(file, 'hoard', limits)).toEqual({ outcome: 'too_much' })
})

test('S1: a thread is terminated when its signal is aborted', async () => {
  const leaving = new AbortController()
  const asked = askThread(file, 'loop', { ...limits, signal: leaving.signal })
  leaving.abort()
  expect(await asked).toEqual({ outcome: 'gone' })
  expect(await askThread(file, 'loop', { ...limits, signal: leaving.signal })).toEqual({
    outcome: 'gone',
  })
})

test('an error in a thread is passed to the caller', async () => {
  await expect(askThread(file, 'throw', limits)).rejects.toThrow('It was told to.')
})

test('S1: an owner has one slot, and all owners share the maximum', () => {
  const slots = createSlots(2)
  const first = slots.take('one')
  expect(slots.take('one')).toBe('own')
  expect(slots.take('two')).toEqual({ free: expect.any(Function) })
  expect(slots.take('three')).toBe('others')
  if (typeof first !== 'string') first.free()
  expect(slots.take('three')).toEqual({ free: expect.any(Function) })
})
