import { createFairTurns } from '../../../src/platform/fair-turns'
import type { Place } from '../../../src/platform/turn-place'

const limits = { maxWaiting: 12, maxPerLane: 3, maxPerSharedLane: 8, maxWaitMs: 60_000 }

/** Tasks that run until `letGo` ends them, with the names of those served and refused. */
function room(more: Partial<typeof limits> = {}) {
  const turns = createFairTurns({ ...limits, ...more })
  const served: string[] = []
  const busy: string[] = []
  const ends: (() => void)[] = []
  const ask = (name: string, place: Partial<Place> = {}) => {
    const work = () => {
      served.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    }
    return turns.take({ lane: name, ...place }, work).then(({ outcome }) => {
      if (outcome === 'busy') busy.push(name)
      return outcome
    })
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  /** Ends the running task, `times` times in a row. */
  const letGo = async (times = 1) => {
    for (let time = 0; time < times; time++) {
      ends.shift()?.()
      await settled()
    }
  }
  return { ask, served, busy, letGo, settled }
}

describe('Turns', () => {
  test('S3: are taken one at a time, and within a lane in order of arrival', async () => {
    const { ask, served, letGo } = room()
    for (const name of ['a', 'b', 'c']) void ask(name, { lane: 'one' })
    expect(served).toEqual(['a'])
    await letGo(3)
    expect(served).toEqual(['a', 'b', 'c'])
  })

  test('S3: go to the lane with the fewest requests, whenever it came', async () => {
    const { ask, served, letGo } = room()
    for (const name of ['a1', 'a2', 'a3', 'a4']) void ask(name, { lane: 'a' })
    void ask('b1', { lane: 'b' })
    await letGo()
    void ask('c1', { lane: 'c' })
    await letGo(4)
    expect(served).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4'])
  })

  test('S3: go to the newest of many new lanes, because the others have waited too long', async () => {
    const { ask, served, busy, letGo, settled } = room()
    for (let at = 0; at < 50; at++) void ask(`net ${at}`)
    void ask('newcomer')
    await settled()
    expect(busy).toHaveLength(38)
    await letGo()
    expect(served).toEqual(['net 0', 'newcomer'])
  })

  test('S3: go to a new lane before many lanes that ask again, even refused ones', async () => {
    const { ask, served, letGo, settled } = room()
    for (let at = 0; at < 50; at++) void ask(`net ${at}`)
    await letGo(13)
    void ask('newcomer a')
    for (let at = 0; at < 50; at++) void ask(`again ${at}`, { lane: `net ${at}` })
    void ask('newcomer b')
    await settled()
    await letGo(3)
    expect(served.slice(-4)).toEqual(['newcomer a', 'newcomer b', 'again 49', 'again 48'])
  })

  test('S3: go to a new lane from another region before later lanes of a flood', async () => {
    const { ask, served, letGo } = room()
    for (let at = 0; at < 50; at++) void ask(`net ${at}`, { region: 'flood' })
    void ask('newcomer', { region: 'elsewhere' })
    for (let at = 50; at < 100; at++) void ask(`net ${at}`, { region: 'flood' })
    await letGo()
    expect(served).toEqual(['net 0', 'newcomer'])
  })

  test('S3: go first to lanes with priority, however many others wait', async () => {
    const { ask, served, busy, letGo } = room()
    for (let at = 0; at < 50; at++) void ask(`net ${at}`)
    void ask('known', { hasPriority: true })
    for (let at = 50; at < 100; at++) void ask(`net ${at}`)
    await letGo()
    expect(served).toEqual(['net 0', 'known'])
    expect(busy).not.toContain('known')
  })

  test.each([
    ['a lane', {}, 3],
    ['a shared lane', { isShared: true }, 8],
  ])('S3: %s has a limited queue', async (_, more, most) => {
    const { ask, served, busy, letGo, settled } = room()
    for (let at = 0; at < 10; at++) void ask(`${at}`, { lane: 'one', ...more })
    await settled()
    expect(busy).toHaveLength(9 - most)
    await letGo(10)
    expect(served).toHaveLength(1 + most)
  })

  test('S3: are not used for a caller who has disconnected', async () => {
    const { ask, served, letGo } = room()
    const [gone, there] = [new AbortController(), new AbortController()]
    void ask('a', { lane: 'one' })
    const b = ask('b', { lane: 'one', signal: gone.signal })
    void ask('c', { lane: 'one', signal: there.signal })
    gone.abort()
    expect(await b).toBe('busy')
    expect(await ask('d', { signal: gone.signal })).toBe('busy')
    await letGo(3)
    expect(served).toEqual(['a', 'c'])
  })

  test('S3: are waited for no longer than the limit', async () => {
    const { ask, served, letGo } = room({ maxWaitMs: 20 })
    const first = ask('a')
    expect(await ask('b')).toBe('busy')
    await letGo()
    expect(await first).toBe('done')
    expect(served).toEqual(['a'])
  })

  test('S3: continue after a task fails', async () => {
    const turns = createFairTurns(limits)
    const failed = turns.take({ lane: 'a' }, () => Promise.reject(new Error('broken')))
    await expect(failed).rejects.toThrow('broken')
    expect(await turns.take({ lane: 'a' }, async () => 7)).toEqual({ outcome: 'done', value: 7 })
  })
})
