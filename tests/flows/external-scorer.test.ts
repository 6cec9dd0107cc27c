import { logger } from '../../src/platform/logger'
import { externalScorerSchema } from '../../src/scoring/external-scorer'
import { type ExternalQuestion, openExternalScorer } from '../../src/scoring/external-scorer.client'
import {
  type ExternalService,
  json,
  openaiReply,
  perspectiveReply,
  startExternalService,
} from '../support/external-service'

beforeAll(() => {
  logger.level = 'silent'
})

let service: ExternalService
beforeEach(async () => {
  service = await startExternalService()
})
afterEach(() => service.close())

const question = (change: object = {}): ExternalQuestion => ({
  siteId: 'a site',
  settings: externalScorerSchema.parse({
    kind: 'perspective',
    url: service.url,
    key: 'the-key',
    ...change,
  }),
  text: 'You idiot',
  language: 'en',
})

/** A scorer that may ask the service; its clock stands still unless it is set. */
function scorerWithClock(hosts = [service.host]) {
  const clock = { nowMs: 1000 }
  const scorer = openExternalScorer(hosts, () => clock.nowMs)
  if (!scorer) throw new Error('It is off.')
  const ask = async (count = 1, change: object = {}) => {
    const replies = await scorer.ask(Array.from({ length: count }, () => question(change)))
    return replies.map((reply) => (reply.outcome === 'scored' ? reply.scores : reply.why))
  }
  return { clock, ask, scorer }
}

describe('an answer', () => {
  test('in the shape of Perspective', async () => {
    service.answer(json(perspectiveReply({ TOXICITY: 0.9, INSULT: 0.8 })))
    expect(await scorerWithClock().ask()).toEqual([{ toxicity: 0.9, insult: 0.8 }])
    expect(service.asked).toMatchObject([
      {
        method: 'POST',
        path: '/v1alpha1/comments:analyze?key=the-key',
        headers: { 'content-type': 'application/json' },
        body: { comment: { text: 'You idiot' }, languages: ['en'], doNotStore: true },
      },
    ])
  })

  test('in the shape of OpenAI', async () => {
    service.answer(json(openaiReply({ harassment: 0.9, violence: 0.1 })))
    expect(await scorerWithClock().ask(1, { kind: 'openai' })).toEqual([
      { toxicity: 0.9, insult: 0.9, threat: 0.1 },
    ])
    expect(service.asked).toMatchObject([
      {
        method: 'POST',
        path: '/v1/moderations',
        headers: { authorization: 'Bearer the-key' },
        body: { input: 'You idiot' },
      },
    ])
  })

  test('each text gets its own, whatever the order of the answers', async () => {
    const late: (() => void)[] = []
    service.answer((response, { body }) => {
      const value = Number(body.comment.text) / 100
      const send = () =>
        json(perspectiveReply({ THREAT: value }))(response, service.asked[0] as never)
      late.unshift(send)
      if (late.length === 8) for (const one of late.splice(0)) one()
    })
    const { scorer } = scorerWithClock()
    const texts = Array.from({ length: 16 }, (_, number) => String(number))
    const replies = await scorer.ask(texts.map((text) => ({ ...question(), text })))
    expect(replies).toEqual(
      texts.map((text) => ({ outcome: 'scored', scores: { threat: Number(text) / 100 } })),
    )
  })
})

describe('an outage is a value', () => {
  test('a service that does not answer in time', async () => {
    service.answer(() => undefined)
    expect(await scorerWithClock().ask(1, { timeout_ms: 100 })).toEqual(['timeout'])
  })

  test('a service that begins to answer and never ends', async () => {
    service.answer((response) => {
      response.writeHead(200).write('{"attributeScores":')
    })
    expect(await scorerWithClock().ask(1, { timeout_ms: 100 })).toEqual(['timeout'])
  })

  test.each([401, 403, 429, 500, 503])('status %p', async (status) => {
    service.answer(json({ error: { message: 'the-key is wrong' } }, status))
    expect(await scorerWithClock().ask()).toEqual([`status ${status}`])
  })

  test('garbage', async () => {
    service.answer((response) => response.end('\u0000<html>{"attributeScores":'))
    expect(await scorerWithClock().ask()).toEqual(['reply not understood'])
  })

  test('bytes that are no HTTP, and a line that is cut', async () => {
    service.answer((response) => response.socket?.end('HELO\r\n\r\n'))
    expect(await scorerWithClock().ask()).toEqual(['unreachable'])
    service.answer((response) => response.destroy())
    expect(await scorerWithClock().ask()).toEqual(['unreachable'])
  })

  test('an answer without end is not read to its end', async () => {
    let sentBytes = 0
    service.answer((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const chunk = Buffer.alloc(64 * 1024, ' ')
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length
      }
      response.on('drain', more)
      more()
    })
    expect(await scorerWithClock().ask(1, { timeout_ms: 3000 })).toEqual(['reply too large'])
    // what the sockets of both sides hold, and no more
    expect(sentBytes).toBeLessThan(32 * 1024 * 1024)
  })

  test('a redirect is not followed, not even to a host that is allowed', async () => {
    const other = await startExternalService()
    other.answer(json(perspectiveReply({ TOXICITY: 0 })))
    service.answer((response) => {
      response.writeHead(307, { location: `${other.url}/v1alpha1/comments:analyze` }).end()
    })
    expect(await scorerWithClock([service.host, other.host]).ask()).toEqual(['redirected'])
    expect(other.asked).toEqual([])
    await other.close()
  })

  test('a port that nobody listens on', async () => {
    const gone = await startExternalService()
    await gone.close()
    const { ask } = scorerWithClock([gone.host])
    expect(await ask(1, { url: gone.url })).toEqual(['unreachable'])
  })

  test('a host that is not allowed, or not any more, is not even called', async () => {
    expect(await scorerWithClock(['api.example']).ask()).toEqual(['host not allowed'])
    const { port } = new URL(service.url)
    const { ask } = scorerWithClock()
    expect(await ask(1, { url: `http://localhost:${port}` })).toEqual(['host not allowed'])
    expect(openExternalScorer([])).toBeUndefined()
    expect(service.asked).toEqual([])
  })
})

describe('the circuit breaker', () => {
  test('opens after five failures in a row, tries once after thirty seconds, closes', async () => {
    const { ask, clock } = scorerWithClock()
    for (let call = 0; call < 5; call++) expect(await ask()).toEqual(['status 503'])
    expect(await ask(20)).toEqual(Array(20).fill('circuit open'))
    expect(service.asked).toHaveLength(5)

    clock.nowMs += 30_000
    expect((await ask(3)).toSorted()).toEqual(['circuit open', 'circuit open', 'status 503'])
    expect(await ask()).toEqual(['circuit open'])
    expect(service.asked).toHaveLength(6)

    clock.nowMs += 30_000
    service.answer(json(perspectiveReply({ SPAM: 0.5 })))
    expect(await ask()).toEqual([{ spam: 0.5 }])
    expect(await ask(9)).toEqual(Array(9).fill({ spam: 0.5 }))
  })

  test('is one for each site and address', async () => {
    const { ask, scorer } = scorerWithClock()
    for (let call = 0; call < 5; call++) await ask()
    expect(await ask()).toEqual(['circuit open'])
    expect(await ask(1, { url: `${service.url}/other` })).toEqual(['status 503'])
    expect(await scorer.ask([{ ...question(), siteId: 'another' }])).toEqual([
      { outcome: 'unavailable', why: 'status 503' },
    ])
  })

  test('texts that the service refuses do not open it: a reader could', async () => {
    service.answer(json({ error: { code: 400 } }, 400))
    expect(await scorerWithClock().ask(20)).toEqual(Array(20).fill('text refused'))
  })
})

describe('one batch', () => {
  test('has eight calls under way at most', async () => {
    let underWay = 0
    let most = 0
    const waiting: (() => void)[] = []
    service.answer((response, asked) => {
      underWay++
      most = Math.max(most, underWay)
      waiting.push(() => {
        underWay--
        json(perspectiveReply({ SPAM: 0 }))(response, asked)
      })
      if (waiting.length === 8) for (const send of waiting.splice(0)) setImmediate(send)
    })
    expect(await scorerWithClock().ask(40)).toEqual(Array(40).fill({ spam: 0 }))
    expect(most).toBe(8)
  })

  test('has four seconds: what is left over then is not asked', async () => {
    const { ask, clock } = scorerWithClock()
    service.answer((response, asked) => {
      clock.nowMs += 500
      json(perspectiveReply({ SPAM: 0.5 }))(response, asked)
    })
    const replies = await ask(40)
    const scored = replies.filter((reply) => typeof reply === 'object')
    expect(scored.length).toBeGreaterThanOrEqual(8)
    // seven more were under way when the time was over
    expect(scored.length).toBeLessThanOrEqual(15)
    expect(replies.slice(-20)).toEqual(Array(20).fill('no time left'))
  })

  test('calls that are cut short by the end of the batch are no failures of the service', async () => {
    const { ask, clock, scorer } = scorerWithClock()
    const spam = json(perspectiveReply({ SPAM: 0.5 }))
    const first: (() => void)[] = []
    service.answer((response, asked) => {
      // those who come after the first eight get no answer
      if (first.push(() => spam(response, asked)) !== 8) return
      clock.nowMs += 3900
      for (const send of first) send()
    })
    const replies = await scorer.ask(
      Array.from({ length: 16 }, (_, number) => ({ ...question(), text: String(number) })),
    )
    expect(replies.filter(({ outcome }) => outcome === 'scored')).toHaveLength(8)
    expect(replies.slice(8)).toEqual(Array(8).fill({ outcome: 'unavailable', why: 'no time left' }))
    service.answer(spam)
    expect(await ask()).toEqual([{ spam: 0.5 }])
  })
})
