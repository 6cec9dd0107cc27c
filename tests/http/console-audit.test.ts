import { checkChain } from '../../src/audit/verify-audit.flow'
import { addModerator, type Client, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let siteOwner: Client
let moderator: Client
let olga: string
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

/** The database numbers and chains them. */
const addEvents = (chain: string, count: number) =>
  sql(
    `INSERT INTO audit_events (chain, type, actor, data)
     SELECT $1, 'comment.seen', 'rules', jsonb_build_object('n', n) FROM generate_series(1, $2::int) n`,
    [chain, count],
  )

/** As somebody with the rights of the database's owner could. */
async function behindOurBack(statement: string) {
  await sql('ALTER TABLE audit_events DISABLE TRIGGER USER')
  await sql(statement)
  await sql('ALTER TABLE audit_events ENABLE TRIGGER USER')
}

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  olga = await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, {
    ...{ email: 'wim@weekly.example', name: 'Wim', role: 'owner', siteId: weekly.id },
  })
  await addModerator(postbag, { email: 'mia@daily.example', name: 'Mia' })
  owner = await signedInAs(postbag, 'olga@desk.example')
  siteOwner = await signedInAs(postbag, 'wim@weekly.example')
  moderator = await signedInAs(postbag, 'mia@daily.example')
  await addEvents(postbag.site.id, 250)
  await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_links: 7 } })
  await owner.post('/console/settings/daily/name', { name: 'The Daily Herring' })
})
afterAll(() => postbag.stop())

const page = async (query: string) => (await owner.get(`/console/audit?site=daily${query}`)).text
const rows = (html: string) =>
  Array.from(html.matchAll(/<code(?: class="muted")?>([\w.]+)<\/code>/g), ([, type]) => type)

describe('The audit page', () => {
  test('shows events by their beginning, and what changed as from and to', async () => {
    const html = await page('&type=settings.')
    expect(rows(html)).toEqual(['settings.changed'])
    expect(html).toContain('Settings changed')
    expect(html).toContain('>Most links: 2 → 7</td>')
    expect(await page('&type=site.renamed')).toContain('Name: The Daily → The Daily Herring')
  })

  test('shows what somebody did, by name', async () => {
    const html = await page(`&actor=moderator:${olga}`)
    expect(rows(html)).toEqual(['site.renamed'])
    expect(html).toMatch(new RegExp(`<option value="moderator:${olga}" selected>Olga`))
  })

  test('can be asked for those who may do nothing any more', async () => {
    const gone = await addModerator(postbag, { email: 'gus@daily.example', name: 'Gus' })
    await postbag.admin('DELETE', `/moderators/${gone}`)
    const { body: token } = await postbag.admin('POST', '/tokens', { name: 'Cron', role: 'owner' })
    await postbag.admin('PATCH', '/sites/daily', { name: 'The Daily Eel' }, token.token)
    await postbag.admin('DELETE', `/tokens/${token.id}`)
    const html = await page(`&actor=token:${token.id}`)
    expect(rows(html)).toEqual(['site.renamed'])
    expect(html).toContain(`<option value="token:${token.id}" selected>Cron`)
    expect(html).toContain(`<option value="moderator:${gone}">Gus`)
    expect((await siteOwner.get('/console/audit')).text).not.toContain('Gus')
  })

  test('shows what lies between two days, without reading the rest', async () => {
    const day = (offset: number) =>
      new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
    expect(rows(await page(`&from=${day(0)}&to=${day(1)}`))).toHaveLength(100)
    expect(rows(await page(`&from=${day(1)}`))).toEqual([])
    expect(rows(await page(`&to=${day(0)}`))).toEqual([])
  })

  test('goes on to older events with the same filter', async () => {
    const html = await page('&type=comment.seen')
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(html) ?? []
    const second = await owner.get(next.replaceAll('&amp;', '&'))
    expect(second.text).toMatch(/<td class="number">152<\/td>|<td class="number">151<\/td>/)
    expect(new Set(rows(second.text))).toEqual(new Set(['comment.seen']))
  })

  test.each([
    "type='--",
    'type=%00',
    'actor=%00x',
    'comment=x',
    'before=-1',
    'to=soon',
    'from=9999-99-99',
  ])('what cannot be asked breaks nothing: %s', async (query) => {
    expect((await owner.get(`/console/audit?${query}`)).status).toBe(200)
  })
})

describe('The API', () => {
  test('has the same filters', async () => {
    const ask = async (query: string) =>
      (await postbag.admin('GET', `/audit?site=daily&limit=500&${query}`)).body
    expect((await ask('type=settings.')).events).toHaveLength(1)
    expect((await ask(`actor=moderator:${olga}`)).events).toMatchObject([{ type: 'site.renamed' }])
    expect((await ask('to=2020-01-01')).events).toEqual([])
    expect((await ask('type=nothing')).next_before).toBeNull()
    expect((await postbag.admin('GET', '/audit?type=%00')).status).toBe(400)
  })

  test('finds the event of a moment among many as it would one by one', async () => {
    const { rows: events } = await sql(
      'SELECT seq, at FROM audit_events WHERE chain = $1 ORDER BY seq',
      [postbag.site.id],
    )
    for (const { at } of [events[0], events[99], events[177], events.at(-1)]) {
      const expected = events.filter((one) => one.at >= at).length
      const { body } = await postbag.admin(
        'GET',
        `/audit?site=daily&limit=500&from=${at.toISOString()}`,
      )
      expect(body.events).toHaveLength(expected)
    }
  })
})

describe('A filter that few events fit', () => {
  test('finds the one among two hundred thousand, by type, by actor and by both', async () => {
    const { body: huge } = await postbag.admin('POST', '/sites', { slug: 'huge', name: 'Huge' })
    await behindOurBack(
      `INSERT INTO audit_events (chain, seq, type, actor) SELECT '${huge.id}', n, 'comment.seen', 'rules'
       FROM generate_series(100, 210000) n;
       INSERT INTO audit_events (chain, seq, type, actor) VALUES
         ('${huge.id}', 50, 'comment.seen', 'author'), ('${huge.id}', 60, 'comment.heard', 'rules');
       UPDATE audit_heads SET seq = 210000 WHERE chain = '${huge.id}'`,
    )
    const found = async (query: string) =>
      rows((await owner.get(`/console/audit?site=huge&${query}`)).text)
    expect(await found('type=site.created')).toEqual(['site.created'])
    expect(await found('actor=author')).toEqual(['comment.seen'])
    expect(await found('type=comment.h&actor=rules')).toEqual(['comment.heard'])
    expect(await found('type=comment.heard&actor=author')).toEqual([])
    expect(await found('type=comment.seen&before=101')).toHaveLength(2)
  })

  test('has the newest of all kinds in one order', async () => {
    const { body } = await postbag.admin('GET', '/audit?site=huge&type=comment.&before=102')
    const seqs = body.events.map(({ seq }: { seq: number }) => seq)
    expect(seqs).toEqual([101, 100, 60, 50])
    expect(body.next_before).toBeNull()
  })
})

describe('Checking a chain', () => {
  const check = '/console/audit/check?site=daily'

  test('says how many events follow one another, and the last hash', async () => {
    const { rows: heads } = await sql(
      `SELECT seq, encode(hash, 'hex') AS hash FROM audit_heads WHERE chain = $1`,
      [postbag.site.id],
    )
    const { text } = await owner.get(check)
    expect(text).toContain(`The chain is whole: ${heads[0].seq} events follow one another`)
    expect(text).toContain(heads[0].hash)
    const { body } = await postbag.admin('GET', '/audit/check?site=daily')
    expect(body).toEqual({
      ...{ checked_through: heads[0].seq, length: heads[0].seq, hash: heads[0].hash },
      ...{ intact: true, fault: null, next_after: null },
    })
    expect((await owner.get('/console/audit/check')).text).toContain('The chain is whole')
  })

  test('goes on where it left off', async () => {
    const { body } = await postbag.admin('GET', '/audit/check?site=daily&after=200')
    expect(body.intact).toBe(true)
    expect((await owner.get(`${check}&after=200`)).text).toContain('The chain is whole')
  })

  test('is done in parts where a chain is long, each of them short', async () => {
    const { body: long } = await postbag.admin('POST', '/sites', { slug: 'long', name: 'Long' })
    await addEvents(long.id, 2500)
    await addEvents(long.id, 2500)
    const { db } = postbag.services
    const first = await checkChain(db, long.id, 0, 0)
    expect(first).toMatchObject({ through: 2000, fault: null, isComplete: false })
    const second = await checkChain(db, long.id, first.through, 0)
    expect(second).toMatchObject({ through: 4000, fault: null, isComplete: false })
    let path = '/console/audit/check?site=long'
    for (;;) {
      const { text } = await owner.get(path)
      const [, next] = /href="([^"]+)" data-go-on/.exec(text) ?? []
      if (!next) {
        expect(text).toContain(`The chain is whole: ${first.length.toLocaleString('en')} events`)
        return
      }
      expect(text).toMatch(/[\d,]+ of [\d,]+ events checked, and no fault so far/)
      path = next.replaceAll('&amp;', '&')
    }
  })

  test('names the first event that was changed, and finds it from behind another part, too', async () => {
    await behindOurBack(
      `UPDATE audit_events SET actor = 'nobody' WHERE chain = '${postbag.site.id}' AND seq = 120`,
    )
    for (const after of [0, 60, 119]) {
      const { text } = await owner.get(`${check}&after=${after}`)
      expect(text).toContain('The chain is broken at event no. 120.')
      expect(text).toContain('Its content was changed.')
      expect(text).toContain('Events up to no. 119 are intact.')
    }
    const { body } = await postbag.admin('GET', '/audit/check?site=daily')
    expect(body).toMatchObject({ intact: false, fault: { seq: 120 }, checked_through: 119 })
    await behindOurBack(
      `UPDATE audit_events SET actor = 'rules' WHERE chain = '${postbag.site.id}' AND seq = 120`,
    )
    expect((await owner.get(check)).text).toContain('The chain is whole')
  })

  test('notices an event that is gone, and an end that is gone', async () => {
    await behindOurBack(
      `DELETE FROM audit_events WHERE chain = '${postbag.site.id}' AND seq >= 240`,
    )
    expect((await owner.get(check)).text).toContain('The end of the chain is missing.')
    await behindOurBack(`DELETE FROM audit_events WHERE chain = '${postbag.site.id}' AND seq = 100`)
    const { text } = await owner.get(check)
    expect(text).toMatch(/broken at event no\. 101\.<\/strong> The event before it is missing/)
  })
})

describe('Downloading', () => {
  test('gives every event that fits, one a line, as many as there are', async () => {
    const { headers, text } = await owner.get('/console/audit/export?site=long')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="?audit-long-\d{4}-\d\d-\d\d\.jsonl"?$/,
    )
    const lines = text.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(5000)
    const seqs = lines.map((line) => JSON.parse(line).seq)
    expect(seqs).toEqual(Array.from(lines, (_, at) => lines.length - at))
    const { text: one } = await owner.get('/console/audit/export?site=long&type=site.created')
    expect(JSON.parse(one)).toMatchObject({ type: 'site.created', seq: 1 })
    expect((await owner.get('/console/audit/export?comment=x')).status).toBe(404)
  })
})

describe('Whose audit', () => {
  const paths = ['/console/audit', '/console/audit/check', '/console/audit/export']

  test('a moderator sees none of it', async () => {
    for (const path of paths) expect((await moderator.get(path)).status).toBe(403)
  })

  test('the owner of one site sees that site alone', async () => {
    for (const path of paths) {
      expect((await siteOwner.get(`${path}?site=daily`)).status).toBe(404)
      expect((await siteOwner.get(path)).text).not.toContain('service.')
    }
    expect((await siteOwner.get('/console/audit')).text).not.toContain('Olga')
    const { body: token } = await postbag.admin('POST', '/tokens', {
      ...{ name: 'w', role: 'owner', site: 'weekly' },
    })
    const other = await postbag.admin('GET', '/audit/check?site=daily', undefined, token.token)
    expect(other.status).toBe(404)
  })
})
