import { symbols } from 'pino'
import { saveArticle } from '../../src/articles/article.store'
import { moderateComments } from '../../src/moderation/moderate-comments.flow'
import { readConfig } from '../../src/platform/config'
import { logger } from '../../src/platform/logger'
import { readHeads } from '../../src/scoring/heads.store'
import { modelOf } from '../../src/scoring/heads-model'
import { createSite, storedSettings } from '../../src/sites/site.store'
import {
  type ExternalService,
  json,
  openaiReply,
  perspectiveReply,
  startExternalService,
} from '../support/external-service'
import { countPending } from '../support/history'
import { type Postbag, startPostbag } from '../support/postbag'
import { plainText, saveComments } from '../support/saved-comments'
import { waitUntil } from '../support/wait-until'

const key = 'sk-very-secret-0123456789-wxyz'
const heads = modelOf(readHeads())
const shownKey = '…wxyz'
const settings = '/sites/daily/settings'

let service: ExternalService
let other: ExternalService
let postbag: Postbag
beforeAll(async () => {
  service = await startExternalService()
  other = await startExternalService()
  postbag = await startPostbag({ externalScorerHosts: [service.host, other.host] })
})
afterAll(async () => {
  await postbag.stop()
  await service.close()
  await other.close()
})
beforeEach(async () => {
  service.asked.length = 0
  await postbag.admin('PATCH', settings, { external_scorer: null, default_action: 'hold' })
})

const patch = (external: object | null, on = postbag) =>
  on.admin('PATCH', settings, { external_scorer: external })

async function switchOn(change: object = {}, on = postbag): Promise<void> {
  const { status, body } = await patch(
    { kind: 'perspective', url: service.url, key, ...change },
    on,
  )
  if (status !== 200) throw new Error(JSON.stringify(body))
}

const approveByDefault = () => postbag.admin('PATCH', settings, { default_action: 'approve' })

async function storedKey(): Promise<string | undefined> {
  const stored = await storedSettings(postbag.services.db, postbag.site.id)
  return (stored as { external_scorer: { key: string } | null }).external_scorer?.key
}

async function judgementOf(author: string, body: string) {
  const { id, status } = await postbag.judged({ author, body })
  const { evaluation, findings } = (await postbag.admin('GET', `/comments/${id}`)).body
  const rules = findings.map(({ rule }: { rule: string }) => rule)
  return { status, model: evaluation.model, scores: evaluation.scores, rules }
}

describe('the worker', () => {
  test('holds what only the external scorer objects to, and says who spoke', async () => {
    await approveByDefault()
    await switchOn()
    service.answer(json(perspectiveReply({ TOXICITY: 0.95 })))
    expect(await judgementOf('Ada', plainText(1))).toMatchObject({
      status: 'held',
      model: `${heads}+perspective`,
      scores: { toxicity: 0.95 },
    })
    expect(service.asked[0]?.body.comment.text).toBe(plainText(1))

    service.answer(json(perspectiveReply({ TOXICITY: 0.01 })))
    expect((await judgementOf('Grace', plainText(2))).status).toBe('approved')
  })

  test('sends the text alone, and nothing about its author', async () => {
    await switchOn({ kind: 'openai' })
    service.answer(json(openaiReply({ hate: 0.1 })))
    await judgementOf('Konrad Zuse', plainText(3))
    expect(service.asked.map(({ body }) => body)).toEqual([{ input: plainText(3) }])
    expect(JSON.stringify(service.asked)).not.toMatch(/konrad|harbour-wall|daily/i)
  })

  test('judges by our own scores while it is away, and says so', async () => {
    await approveByDefault()
    await switchOn()
    service.answer(json({}, 503))
    const judged = await judgementOf('Ada', plainText(4))
    expect(judged.status).toBe('approved')
    expect(judged.scores.toxicity).toBeGreaterThanOrEqual(0)
    expect(judged.model).toBe(`${heads} (perspective unavailable: status 503)`)
  })

  test('holds as not scored what neither of them could score', async () => {
    await approveByDefault()
    await switchOn({ mode: 'fill', timeout_ms: 100 })
    const icelandic =
      'Veðrið var gott í gær og við gengum meðfram höfninni þar til sólin settist á bak við fjöllin.'
    service.answer(() => undefined)
    const away = await judgementOf('Björk', icelandic)
    expect(away).toMatchObject({ status: 'held', scores: { spam: -1, toxicity: -1 } })
    expect(away.rules).toContain('not_scored')
    expect(away.model).toContain('(perspective unavailable: timeout)')

    service.answer(json(perspectiveReply({ TOXICITY: 0.02, SPAM: 0.03 })))
    const there = await judgementOf('Halldór', `${icelandic} Og svo fórum við aftur heim saman.`)
    expect(service.asked.at(-1)?.body.languages).toEqual(['is'])
    expect(there.rules).not.toContain('not_scored')
    expect(there.scores).toMatchObject({ spam: 0.03, toxicity: 0.02 })
  })

  test('asks nobody for a site that has none', async () => {
    expect((await judgementOf('Ada', plainText(5))).model).toBe(heads)
    expect(service.asked).toEqual([])
  })
})

test('in one batch, the comments of another site do not wait for it', async () => {
  const idle = await startPostbag({ externalScorerHosts: [service.host], worker: false })
  const { db } = idle.services
  await switchOn({ timeout_ms: 3000 }, idle)
  const weekly = await createSite(db, { slug: 'weekly', name: 'The Weekly' }, 'system')
  if (!weekly) throw new Error('The site was not made.')
  const article = { slug: 'ferry', title: 'The ferry', paragraphs: [] }
  await saveArticle(db, weekly.id, article)
  const slow = await saveComments({ db, ...idle }, [{ body: plainText(6) }])
  const quick = await saveComments({ db, site: weekly, article }, [{ body: plainText(7) }])

  let release = () => {}
  service.answer((response, asked) => {
    release = () => json(perspectiveReply({ TOXICITY: 0.5 }))(response, asked)
  })
  const judging = moderateComments(idle.services, [...slow, ...quick])
  await waitUntil('the quick one is judged', async () => (await countPending(db, quick)) === 0)
  expect(await countPending(db, slow)).toBe(1)
  release()
  await judging
  expect(await countPending(db, slow)).toBe(0)
  await idle.stop()
})

describe('POST /scores', () => {
  const scoresOf = async (site?: string) => {
    const { body } = await postbag.admin('POST', '/scores', { texts: ['Hello', 'You'], site })
    return body.results.map(({ model, scores }: { model: string; scores: { threat: number } }) => ({
      model,
      threat: scores.threat,
    }))
  }

  test('asks as the worker does, with a site alone', async () => {
    await switchOn()
    service.answer(json(perspectiveReply({ THREAT: 0.875 })))
    const both = { model: `${heads}+perspective`, threat: 0.875 }
    expect(await scoresOf('daily')).toEqual([both, both])
    service.asked.length = 0
    expect(await scoresOf()).toMatchObject([{ model: heads }, {}])
    expect(service.asked).toEqual([])
  })

  test('tells an outage for each text', async () => {
    await switchOn()
    service.answer((response) => response.end('?'))
    const model = `${heads} (perspective unavailable: reply not understood)`
    expect(await scoresOf('daily')).toMatchObject([{ model }, { model }])
  })
})

describe('the setting', () => {
  const refusalOf = async (external: object) => {
    const { status, body } = await patch(external)
    return { status, field: body.errors?.[0].field, detail: body.detail }
  }

  test('is off by default, and off for all where the operator has named no host', async () => {
    expect((await postbag.admin('GET', settings)).body.external_scorer).toBeNull()
    const closed = await startPostbag({ worker: false })
    const { status, body } = await patch({ kind: 'openai', url: service.url }, closed)
    expect({ status, detail: body.detail }).toEqual({
      status: 422,
      detail: expect.stringContaining('EXTERNAL_SCORER_HOSTS'),
    })
    await closed.stop()
  })

  test('takes the hosts of the operator only', async () => {
    expect(await refusalOf({ kind: 'openai', url: 'http://169.254.169.254/latest' })).toEqual({
      status: 422,
      field: 'external_scorer.url',
      detail: expect.stringContaining('EXTERNAL_SCORER_HOSTS'),
    })
    expect(await storedKey()).toBeUndefined()
  })

  test('that was saved counts for nothing once its host is not named any more', async () => {
    const idle = await startPostbag({ externalScorerHosts: [service.host], worker: false })
    await switchOn({}, idle)
    const { externalScorer: _, ...withoutHosts } = idle.services
    const ids = await saveComments({ db: idle.services.db, ...idle }, [{ body: plainText(8) }])
    await moderateComments(withoutHosts, ids)
    const { evaluation } = (await idle.admin('GET', `/comments/${ids[0]}`)).body
    expect(evaluation.model).toBe(`${heads} (perspective unavailable: host not allowed)`)
    expect(service.asked).toEqual([])
    await idle.stop()
  })

  test('sent back as it was shown keeps the stored key, and so does one without a key', async () => {
    await switchOn()
    const { body: shown } = await postbag.admin('GET', settings)
    expect(shown.external_scorer).toEqual({
      kind: 'perspective',
      url: service.url,
      key: shownKey,
      timeout_ms: 800,
      mode: 'max',
    })
    const { status, body } = await postbag.admin('PATCH', settings, shown)
    expect({ status, external: body.external_scorer }).toEqual({
      status: 200,
      external: shown.external_scorer,
    })
    expect(await storedKey()).toBe(key)
    await patch({ kind: 'openai', url: `${service.url}/v1`, mode: 'fill' })
    expect(await storedKey()).toBe(key)
  })

  test('takes a new key, and none', async () => {
    await switchOn()
    const { body } = await patch({ kind: 'openai', url: service.url, key: 'short' })
    expect(body.external_scorer.key).toBe('…')
    expect(await storedKey()).toBe('short')
    await patch({ kind: 'openai', url: service.url, key: '' })
    expect(await storedKey()).toBe('')
    await switchOn()
    await patch(null)
    expect(await refusalOf({ kind: 'openai', url: service.url, key: shownKey })).toMatchObject({
      status: 422,
      field: 'external_scorer.key',
    })
  })

  test('does not let a stored key out to another address', async () => {
    await switchOn()
    for (const sent of [{}, { key: shownKey }]) {
      expect(await refusalOf({ kind: 'openai', url: other.url, ...sent })).toMatchObject({
        status: 422,
        field: 'external_scorer.key',
      })
    }
    expect((await patch({ kind: 'openai', url: other.url, key: 'another-long-key' })).status).toBe(
      200,
    )
  })
})

test('the key is in no answer, no audit event and no line of the log', async () => {
  const lines: string[] = []
  const stream = (logger as unknown as Record<symbol, { write(line: string): boolean }>)[
    symbols.streamSym
  ]
  if (!stream) throw new Error('Pino keeps its stream elsewhere.')
  const write = jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0)
  logger.level = 'trace'
  const answers: unknown[] = []
  const ask = async (...call: Parameters<Postbag['admin']>) => {
    const { body } = await postbag.admin(...call)
    answers.push(body)
    return body
  }
  const external = { kind: 'perspective', url: service.url, key }
  await ask('PATCH', settings, { external_scorer: external })
  await ask('PATCH', settings, { external_scorer: { ...external, url: 'http://no.example' } })
  await ask('PATCH', settings, { external_scorer: { ...external, key: `${key} ${key}` } })
  await ask('GET', settings)
  await ask('GET', '/sites')
  for (const status of [400, 401, 500, 500, 500, 500, 500, 500]) {
    service.answer(json({ error: { message: `${key} is wrong` } }, status))
    await ask('POST', '/scores', { texts: ['Hello'], site: 'daily' })
  }
  service.answer((response) => response.destroy())
  await ask('POST', '/scores', { texts: ['Hello'], site: 'daily' })
  await judgementOf('Ada', plainText(9))
  const { events } = await ask('GET', '/audit?site=daily&limit=500')
  logger.level = 'silent'
  write.mockRestore()

  expect(JSON.stringify(answers)).not.toContain('very-secret')
  const changed = events.filter(({ type }: { type: string }) => type === 'settings.changed')
  expect(JSON.stringify(changed)).toContain(shownKey)
  expect(lines.join('')).toContain('an external scorer fails')
  expect(lines.join('')).not.toContain('very-secret')
})

describe('EXTERNAL_SCORER_HOSTS', () => {
  const hostsOf = (value?: string) =>
    readConfig(value === undefined ? {} : { EXTERNAL_SCORER_HOSTS: value }).externalScorerHosts

  test.each([
    [undefined, undefined],
    ['', undefined],
    ['api.example', ['api.example']],
    [' API.example , 10.0.0.7:8080,[::1]:80', ['api.example', '10.0.0.7:8080', '[::1]:80']],
  ])('%p names %p', (value, hosts) => {
    expect(hostsOf(value)).toEqual(hosts)
  })

  test.each([
    '*',
    '*.example',
    'https://api.example',
    'api.example/v1',
    'a b',
    'a@b',
    ',',
    'a:99999',
  ])('%p is refused at the start', (value) => {
    expect(() => hostsOf(value)).toThrow('EXTERNAL_SCORER_HOSTS')
  })
})
