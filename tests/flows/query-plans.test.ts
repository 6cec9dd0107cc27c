import { fillWithComments } from '../../bench/support/volume'
import { adminEndpoints } from '../../src/admin/admin-api.routes'
import { claimFreshComments } from '../../src/moderation/pending-comment.store'
import { queueSorts, queueStates } from '../../src/moderation/queue.store'
import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'
import { distinct, recordStatements, type Statement, tablesReadWhole } from '../support/query-plans'
import { sampleBody } from '../support/sweep'

/** What may be read whole, and why it stays short. Everything else grows with the comments. */
const shortTables: Record<string, string> = {
  sites: 'a handful',
  articles: 'one in hundreds of comments; few enough here for the planner to read them whole',
  moderators: 'the people of a desk',
  sessions: 'a few of each moderator, for hours',
  tokens: 'a few of each site',
  second_factors: 'at most one of each moderator',
  recovery_codes: 'ten of each moderator',
  sign_in_steps: 'for five minutes',
  house_rules: 'as often as an owner publishes a version',
  sign_in_failures: 'swept every quarter of an hour',
  rules: 'at most 200 of each site',
  rule_versions: 'as often as an owner edits a rule',
  banks: 'at most 50 of each site',
  site_deltas: 'one of each site and score, and of each release that still runs',
  site_learning: 'one of each site and score',
  author_marks: 'marked by hand',
  audit_heads: 'one of each site',
  saved_searches: 'at most 50 of each moderator',
  second_reviews: 'of a few in a hundred of what people decided',
  outbox: 'what is promised and not handed over yet',
}

/** Of a table with fewer rows nothing can be said: `fillWithComments` has to fill what grows. */
const leastRows = 500

let postbag: Postbag
let ana: Client
let longTables: Set<string>
let statements: Statement[]
let known: { held: string; approved: string; decision: string; moderator: string; rule: string }

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { db } = postbag.services
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana', role: 'owner' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  await fillWithComments(db, postbag.site.id, {
    ...{ comments: 40_000, articles: 400, textLength: 300 },
    sections: ['politics', 'sport', 'local', 'culture'],
  })
  const { rows } = await db.pool.query(
    `SELECT (SELECT id FROM comments WHERE status = 'held' LIMIT 1) AS held,
       (SELECT id FROM comments WHERE status = 'approved' LIMIT 1) AS approved,
       (SELECT id FROM decisions WHERE version = 2 LIMIT 1) AS decision,
       (SELECT id FROM moderators WHERE email LIKE 'person%' LIMIT 1) AS moderator`,
  )
  known = rows[0]
  const { rows: tables } = await db.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND reltuples >= $1",
    [leastRows],
  )
  longTables = new Set(tables.map(({ name }) => name))
  const { body: made } = await postbag.admin('POST', '/sites/daily/rules', {
    ...{ name: 'Short', when: 'comment.words < 3', mode: 'live' },
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: { action: 'hold', reason: 'off_topic' },
  })
  await postbag.admin('PUT', `/sites/daily/rules/${made.id}`, { ...made, name: 'Very short' })
  known.rule = made.id
  await db.pool.query(
    `UPDATE rule_hits SET rule = $1 WHERE rule = 'suspect_words' AND comment_id < '80000000-0000-0000-0000-000000000000'`,
    [made.id],
  )
  await db.pool.query('ANALYZE rule_hits')
  ;({ statements } = recordStatements(db))
}, 180_000)
afterAll(() => postbag.stop())

/** @returns what was read whole of what grows, by all that was sent since the call before */
async function readWhole(): Promise<string[]> {
  const sent = distinct(statements.splice(0))
  expect(sent.length).toBeGreaterThan(0)
  const client = await postbag.services.db.pool.connect()
  try {
    const faults: string[] = []
    for (const statement of sent) {
      const tables = await tablesReadWhole(client, statement)
      const long = tables.filter((table) => longTables.has(table) && !(table in shortTables))
      const brief = statement.text.replace(/\s+/g, ' ').slice(0, 300)
      if (long.length > 0) faults.push(`${long}: ${brief}`)
    }
    return faults
  } finally {
    client.release()
    statements.length = 0
  }
}

/** A day so many days from now. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const partsOfQueue = queueStates.flatMap((state) =>
  queueSorts.map((sort) => `state=${state}&sort=${sort}`),
)

const growing = [
  ...['comments', 'comment_texts', 'comment_links', 'comment_notes', 'evaluations', 'decisions'],
  ...['review_items', 'revisions', 'rule_hits', 'reports', 'appeals', 'audit_events'],
]
test('what grows with the comments is there to be read', () => {
  expect(Array.from(longTables)).toEqual(expect.arrayContaining(growing))
})

test('a worker that reads what is known of a comment reads no long table whole', async () => {
  const { body } = await postbag.post({ body: 'It is all in https://source.example/minutes' })
  expect(await claimFreshComments(postbag.services.db, [body.id])).toHaveLength(1)
  expect(await readWhole()).toEqual([])
})

describe('No page of the console reads a long table whole', () => {
  const show = async (path: string) => {
    const filled = path
      .replace('MODERATOR', known.moderator)
      .replace('HELD', known.held)
      .replace('RULE', known.rule)
    const { status, text } = await ana.get(`/console/${filled}`)
    expect([path, status]).toEqual([path, 200])
    return text
  }
  const nextOf = (html: string) =>
    /rel="next" href="\/console\/([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

  test.each([
    ['the queue', partsOfQueue.map((part) => `queue?${part}`)],
    ['the queue of a section', partsOfQueue.map((part) => `queue?${part}&section=sport`)],
    [
      'what waits in one queue',
      ['default', 'urgent'].flatMap((queue) => [
        ...queueSorts.map((sort) => `queue?queue=${queue}&sort=${sort}`),
        `queue?queue=${queue}&section=sport`,
        `queue/batch?queue=${queue}&from=0`,
      ]),
    ],
    [
      'a range of a score',
      ['held', 'reported', 'sampled', 'approved', 'rejected', 'spam'].flatMap((state) => [
        `queue/batch?state=${state}&from=0.5`,
        `queue/batch?state=${state}&section=sport&score=spam&from=0`,
      ]),
    ],
    ['the other pages', ['reviews', 'banks', 'people', 'people/MODERATOR', 'account', 'search']],
    [
      'settings, learning and house rules',
      ['settings?site=daily', 'settings/daily/learning', 'house-rules?site=daily'],
    ],
    [
      'rules',
      [
        '',
        '/daily/new',
        '/daily/RULE',
        '/daily/RULE/edit',
        '/daily/RULE/versions?from=1&to=2',
        '/daily/RULE/returns',
      ].map((path) => `rules${path}`),
    ],
    [
      'the audit by type, by who did it, by day, of a comment and further back',
      [
        'audit?site=daily',
        'audit?site=daily&type=comment.decided',
        'audit?site=daily&type=rule.',
        'audit?site=daily&type=nothing.happened',
        'audit?site=daily&actor=rules',
        'audit?site=daily&actor=moderator:MODERATOR',
        'audit?site=daily&type=comment.&actor=nobody',
        `audit?site=daily&from=${day(-20)}&to=${day(-10)}`,
        `audit?site=daily&type=comment.&actor=rules&from=${day(-20)}&before=20000`,
        'audit?site=daily&comment=HELD&type=comment.&actor=rules',
        'audit/check?site=daily',
        'audit/check?site=daily&after=20000',
      ],
    ],
  ])('%s', async (_, paths) => {
    for (const path of paths) await show(path)
    expect(await readWhole()).toEqual([])
  })

  test.each([
    [7, 14],
    [30, 37],
  ])('the statistics of %i days', async (days, from) => {
    await show(`statistics?from=${day(-from)}&to=${day(days - from)}`)
    expect(await readWhole()).toEqual([])
  })

  test('the export of the audit, of a kind and of some days', async () => {
    for (const kind of ['type=rule.', `actor=rules&from=${day(-3)}`, `from=${day(-3)}`])
      await show(`audit/export?site=daily&${kind}`)
    expect(await readWhole()).toEqual([])
  })

  test.each([
    ...['queue?state=held&sort=priority', 'queue?state=held&sort=risk', 'queue?state=approved'],
    ...['queue?state=reported', 'search?q=the', 'search?author=a', 'search?status=approved'],
    ...['search?q=harbour', 'search?section=sport', 'search?rule=newcomer'],
  ])('the second page of %s', async (path) => {
    const next = nextOf(await show(path))
    expect(next).toBeDefined()
    statements.length = 0
    await show(next ?? '')
    expect(await readWhole()).toEqual([])
  })

  test.each(['q=zq', 'q=%E6%B8%AF', 'author=zq'])(
    'what no index knows is looked for part by part, to the last comment: %s',
    async (query) => {
      const { db } = postbag.services
      await db.pool.query(
        `WITH oldest AS (SELECT id FROM comments ORDER BY created_at LIMIT 1), renamed AS (
           UPDATE comments SET author_name = 'Mezquita' WHERE id IN (SELECT id FROM oldest))
         UPDATE comment_texts SET body = 'La Mezquita, 香港' WHERE comment_id IN (SELECT id FROM oldest)`,
      )
      let path: string | undefined = `search?${query}`
      const found: boolean[] = []
      while (path) {
        const text = await show(path)
        found.push(text.includes('Mezquita'))
        path = nextOf(text)
        if (path && found.length === 1) expect(text).toContain('Nothing was found so far.')
        expect(await readWhole()).toEqual([])
      }
      expect([found[0], found.includes(true)]).toEqual([false, true])
    },
  )

  test('the page of a comment, its card and its conflict', async () => {
    await show(`comments/${known.held}`)
    await show(`comments/${known.held}/card`)
    await show(`audit?site=daily&comment=${known.held}`)
    expect(await readWhole()).toEqual([])
  })

  test.each([
    'q=harbour',
    'q=arbou',
    'q=nobodywrotethis',
    'q=the+harbour',
    'q=%22the+bus%22',
    'q=-the',
    'q=us',
    'author=tram',
    'author=zzzz',
    'author=a',
    'article=article-17',
    'section=sport',
    'status=held',
    'status=pending',
    'rule=newcomer',
    'rule=never',
    'moderator=MODERATOR',
    'reason=misinformation',
    'reason=no_objection',
    'reason=threat',
    'min_toxicity=0.99',
    'max_spam=0.01&min_insult=0.3',
    'from=2026-01-01&to=2026-01-02',
    'q=harbour&author=tram&section=sport&status=approved&min_toxicity=0.1',
  ])('a search for %s', async (query) => {
    await show(`search?${query}`)
    expect(await readWhole()).toEqual([])
  })

  test('deciding, deciding on many, taking back and holding a card', async () => {
    const back = '/console/queue'
    const decide = (id: string, action: string) =>
      ana.post(`/console/comments/${id}/decisions`, { action, back })
    const { location } = await decide(known.held, 'approve')
    await ana.get(location)
    const [, id] = /done=([\w-]+)/.exec(location) ?? []
    await ana.post(`/console/decisions/${id}/undo`, { back })
    const many = { action: 'spam', selected: [`${known.held}:`, `${known.approved}:`], back }
    const batch = await ana.post('/console/decisions', many)
    await ana.get(batch.location)
    const [, batchId] = /batch=([\w-]+)/.exec(batch.location) ?? []
    await ana.post(`/console/batches/${batchId}/undo`, { back })
    await ana.post(`/console/comments/${known.held}/claims`, {}, { accept: 'application/json' })
    expect(await readWhole()).toEqual([])
  })

  test('the news of the queue, of a section or one queue too', async () => {
    for (const query of ['', '?section=sport', '?queue=urgent']) {
      const cut = new AbortController()
      const cookie = Array.from(ana.cookies, (pair) => pair.join('=')).join('; ')
      const { body } = await fetch(`${postbag.url}/console/events${query}`, {
        ...{ headers: { cookie }, signal: cut.signal },
      })
      await body?.getReader().read()
      cut.abort()
    }
    expect(await readWhole()).toEqual([])
  })
})

describe('No operation of the admin API reads a long table whole', () => {
  const queries: Record<string, string[]> = {
    '/queue': partsOfQueue.flatMap((part) => [
      `?${part}`,
      `?${part}&section=sport&min_score=0.5&max_score=0.9`,
    ]),
    '/queue/histogram': queueStates.map((state) => `?state=${state}`),
    '/audit': ['?site=daily', '?site=daily&type=rule.', '?site=daily&actor=rules&before=20000'],
    '/audit/check': ['?site=daily'],
    '/moderators': ['', '?state=ended'],
    // of longer they read what they are asked for, which may be everything
    '/stats': [`?from=${day(-14)}&to=${day(-7)}`],
  }
  const reading = adminEndpoints.filter(({ method }) => method === 'get')

  test.each(reading.map(({ path }) => path))('GET %s', async (path) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
      name === 'site' ? 'daily' : name === 'name' ? 'blocked' : known.held,
    )
    for (const query of queries[path] ?? ['']) await postbag.admin('GET', `${filled}${query}`)
    expect(await readWhole()).toEqual([])
  })

  const writing = adminEndpoints.filter(({ method }) => method !== 'get')
  test.each(writing.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    '%s %s',
    async (method, path, endpoint) => {
      const values: Record<string, string> = {
        ...{ site: 'daily', name: 'blocked', id: known.approved, comment_id: known.approved },
      }
      const filled = path
        .replace('/decisions/{id}', `/decisions/${known.decision}`)
        .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x')
      const body = endpoint.body && sampleBody({ endpoint, known: values, prefix: '' })
      await postbag.admin(method.toUpperCase(), filled, body)
      expect(await readWhole()).toEqual([])
    },
  )
})
