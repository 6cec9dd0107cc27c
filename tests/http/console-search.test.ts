import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { saveArticle } from '../../src/articles/article.store'
import { addModerator, type Client, insertHeld, signedInAs } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let ana: Client
let owen: Client
let anaId: string

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  anaId = await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'owen@daily.example', name: 'Owen', role: 'owner' })
  const { db } = postbag.services
  const sport = await saveArticle(db, postbag.site.id, {
    ...{ slug: 'regatta', title: 'The regatta', section: 'sport', paragraphs: ['They row.'] },
  })
  await insertHeld(postbag, [
    { author: 'Grace', body: 'The lighthouse keeper waved at us.' },
    { author: 'Ada', body: 'A night-bus to the harbour, at last.' },
    { author: 'Linus', body: 'Keepers of lists, lighthouses and harbours.' },
  ])
  await insertHeld({ ...postbag, article: { id: sport.id, slug: 'regatta' } }, [
    { author: 'Joan', body: 'They rowed past the lighthouse.' },
  ])
  ;[ana, owen] = await Promise.all([
    signedInAs(postbag, 'ana@daily.example'),
    signedInAs(postbag, 'owen@daily.example'),
  ])
  await db.pool.query(
    `INSERT INTO comment_texts (comment_id, body) SELECT id, body FROM comments;
     INSERT INTO rule_hits (comment_id, rule, rule_version, mode, site_id, action, author_key)
     SELECT id, 'suspect_words', 1, 'live', site_id, 'hold', author_key FROM comments WHERE author_name IN ('Ada', 'Joan')`,
  )
})
afterAll(() => postbag.stop())

const foundBy = (html: string) =>
  Array.from(html.matchAll(/aria-label="Select the comment by (\w+)"/g), ([, name]) => name).sort()
const find = async (query: string, client = ana) =>
  foundBy((await client.get(`/console/search?${query}`)).text)
const idOf = async (author: string) =>
  (await postbag.admin('GET', `/comments?author=${author}`)).body.items[0].id

describe('What is looked for', () => {
  test.each([
    ['a word', 'q=lighthouse', ['Grace', 'Joan', 'Linus']],
    ['a part of a word', 'q=ightho', ['Grace', 'Joan', 'Linus']],
    ['two words in any order', 'q=keeper+lighthouse', ['Grace']],
    ['words next to each other', 'q=%22lighthouse+keeper%22', ['Grace']],
    ['one word but not another', 'q=lighthouse+-rowed', ['Grace']],
    ['one word or another', 'q=waved+or+rowed', ['Grace', 'Joan']],
    ['signs that a pattern would read', 'q=%25', []],
    ['what nobody wrote', 'q=submarine', []],
    ['two letters', 'q=bu', ['Ada']],
    ['a section', 'section=sport', ['Joan']],
    ['an article', 'article=regatta', ['Joan']],
    ['a rule that hit', 'rule=suspect_words', ['Ada', 'Joan']],
    ['a word and a rule', 'q=lighthouse&rule=suspect_words', ['Joan']],
    ['a score of at least', 'min_toxicity=0.05', ['Ada', 'Linus']],
    ['a score of at most', 'max_toxicity=0', ['Grace', 'Joan']],
    ['a score that nothing has', 'max_insult=1', []],
  ])('%s', async (_, query, expected) => expect(await find(query)).toEqual(expected))

  test('who decided, and for which reason it stands', async () => {
    const id = await idOf('Grace')
    await ana.post(`/console/comments/${id}/decisions`, { action: 'reject', reason: 'off_topic' })
    expect(await find(`moderator=${anaId}`)).toEqual(['Grace'])
    expect(await find('reason=off_topic')).toEqual(['Grace'])
    await owen.post(`/console/comments/${id}/decisions`, { action: 'approve' })
    expect(await find(`moderator=${anaId}`)).toEqual(['Grace'])
    expect(await find('reason=off_topic')).toEqual([])
    const { body } = await postbag.admin(
      'GET',
      `/comments?moderator=${anaId}&section=&reason=no_objection`,
    )
    expect(body.items.map(({ author }: { author: string }) => author)).toEqual(['Grace'])
  })

  test('a name is found whatever became of the comment', async () => {
    const { body } = await postbag.post({ author: 'Newcomer', body: 'Not judged yet.' })
    expect(await find('author=ewcom')).toEqual(['Newcomer'])
    await postbag.admin('POST', `/comments/${body.id}/decisions`, { action: 'spam' })
    expect(await find('author=EWCOM')).toEqual(['Newcomer'])
  })
})

describe('Searches that are kept', () => {
  const links = (html: string) =>
    Array.from(
      html.matchAll(/href="(\/console\/search\?[^"]*)"[^>]*><bdi>([^<]*)</g),
      ([, href, name]) => [name, href?.replaceAll('&amp;', '&')],
    )
  const save = (client: Client, fields: Record<string, string>) =>
    client.post('/console/saved-searches', fields)
  const formsOf = async (client: Client, name: string) => {
    const { text } = await client.get('/console/search')
    const item = text.split('<li>').find((one) => one.includes(`<bdi>${name}</bdi>`)) ?? ''
    return /\/console\/saved-searches\/([\w-]{36})\/rename/.exec(item)?.[1]
  }

  test('a moderator saves, uses, renames and deletes one', async () => {
    const query = 'q=lighthouse&min_toxicity=0.05'
    const done = await save(ana, { name: ' Lights ', query: `${query}&cursor=x&eel=1` })
    expect(done).toMatchObject({ status: 303, location: `/console/search?${query}&said=saved` })
    const page = (await ana.get(done.location)).text
    expect(page).toContain('The search is saved.')
    expect(links(page)).toEqual([['Lights', `/console/search?${query}`]])
    expect(links((await owen.get('/console/search')).text)).toEqual([])

    const id = await formsOf(ana, 'Lights')
    await ana.post(`/console/saved-searches/${id}/rename`, { name: 'Lamps', query: '' })
    expect(links((await ana.get('/console/search')).text)).toEqual([
      ['Lamps', `/console/search?${query}`],
    ])
    expect((await owen.post(`/console/saved-searches/${id}/delete`, {})).status).toBe(404)
    const gone = await ana.post(`/console/saved-searches/${id}/delete`, { query: '' })
    expect((await ana.get(gone.location)).text).toContain('The search is no longer saved.')
    expect(links((await ana.get('/console/search')).text)).toEqual([])
  })

  test.each([
    ['no name', '', 'Give it a name of at most 80 characters.'],
    ['a name that is too long', 'x'.repeat(81), 'Give it a name of at most 80 characters.'],
    ['a name that is taken', 'Twice', 'You have a search of this name. Use another name.'],
  ])('with %s nothing is saved, and the form says why', async (_, name, message) => {
    await save(ana, { name: 'Twice', query: 'q=one' })
    const refused = await save(ana, { name, query: 'q=lighthouse' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    if (name) expect(refused.text).toContain(`value="${name}"`)
    expect(foundBy(refused.text)).toEqual(['Grace', 'Joan', 'Linus'])
    expect(refused.text).toMatch(/id="search-name"[^>]*aria-describedby="search-name-error"/)
  })

  test('an owner shares one with every moderator, and the audit says so', async () => {
    await save(owen, { name: 'Sport', query: 'section=sport&site=daily', shared: 'on' })
    expect(links((await ana.get('/console/search')).text)).toContainEqual([
      'Sport',
      '/console/search?section=sport&site=daily',
    ])
    expect(await formsOf(ana, 'Sport')).toBeUndefined()
    const id = await formsOf(owen, 'Sport')
    const { body } = await postbag.admin('GET', '/audit?site=daily')
    const [event] = body.events.filter(
      ({ type }: { type: string }) => type === 'saved_search.shared',
    )
    expect(event.data).toEqual({ id })
    expect((await save(ana, { name: 'Mine', query: 'q=x', shared: 'on' })).status).toBe(403)
  })

  test('nobody keeps more than fifty', async () => {
    const { db } = postbag.services
    await db.pool.query(
      `INSERT INTO saved_searches (id, saved_by, name, query)
       SELECT gen_random_uuid(), 'moderator:' || $1, 'Number ' || n, 'q=' || n FROM generate_series(1, 50) n`,
      [anaId],
    )
    const refused = await save(ana, { name: 'One more', query: 'q=more' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('You have saved 50 searches. Delete one first.')
  })

  test('programs keep them too, each its own', async () => {
    const { body: made } = await postbag.admin('POST', '/saved-searches', {
      ...{ name: 'For the report', query: 'min_spam=0.5&status=spam&eel=1' },
    })
    expect(made.query).toBe('status=spam&min_spam=0.5')
    const again = await postbag.admin('POST', '/saved-searches', {
      name: 'For the report',
      query: '',
    })
    expect([again.status, again.body.errors[0].field]).toEqual([422, 'name'])
    const { body } = await postbag.admin('GET', '/saved-searches')
    expect(
      body.items.map(({ name, is_mine }: { name: string; is_mine: boolean }) => [name, is_mine]),
    ).toEqual([
      ['For the report', true],
      ['Sport', false],
    ])
    const path = `/saved-searches/${made.id}`
    expect((await postbag.admin('PATCH', path, { name: 'Monthly' })).status).toBe(204)
    expect((await postbag.admin('DELETE', path)).status).toBe(204)
    expect((await postbag.admin('DELETE', path)).status).toBe(404)
  })
})

type News = { counts: Record<string, number>; changes: { id: string }[] }

/** Hears what a window of the queue hears. */
async function listen(query: string) {
  const cut = new AbortController()
  const cookie = Array.from(ana.cookies, (pair) => pair.join('=')).join('; ')
  const { body } = await fetch(`${postbag.url}/console/events?${query}`, {
    ...{ headers: { cookie }, signal: cut.signal },
  })
  const lines = createInterface({ input: Readable.fromWeb(body as ReadableStream) })
  const heard = lines[Symbol.asyncIterator]()
  return {
    close: () => cut.abort(),
    next: async (): Promise<News> => {
      for (;;) {
        const { value, done } = await heard.next()
        if (done) throw new Error('There is no more news.')
        if (value.startsWith('data: ')) return JSON.parse(value.slice('data: '.length))
      }
    },
  }
}

describe('The queue by section', () => {
  const shown = async (query: string) => foundBy((await ana.get(`/console/queue?${query}`)).text)

  test('shows, counts and times only what is on its articles', async () => {
    const { text } = await ana.get('/console/queue?section=sport')
    expect(foundBy(text)).toEqual(['Joan'])
    expect(text).toContain('<b data-count="held">1</b>')
    expect(text).toContain('data-section="sport"')
    expect(text).toContain('href="/console/queue?state=spam&amp;section=sport"')
    expect(text).toContain('<option value="sport" selected>sport</option>')
    for (const sort of ['oldest', 'newest', 'risk'])
      expect(await shown(`section=sport&sort=${sort}`)).toEqual(['Joan'])
    expect(await shown('section=sport&state=reported')).toEqual([])
    await postbag.admin('POST', `/comments/${await idOf('Joan')}/decisions`, { action: 'approve' })
    await postbag.reader('POST', `/api/v1/comments/${await idOf('Joan')}/reports`, {
      reason: 'insult',
    })
    expect(await shown('section=sport&state=reported')).toEqual(['Joan'])
    const after = (await ana.get('/console/queue?section=sport')).text
    expect(after).toContain('<b data-count="reported">1</b>')
    expect(after).toMatch(/data-oldest(="")?>/)
    await postbag.admin('POST', `/comments/${await idOf('Joan')}/decisions`, { action: 'hold' })
  })

  test('has news and counts of its own', async () => {
    const news = await listen('section=sport')
    expect((await news.next()).counts).toMatchObject({ held: 1, approved: 0 })
    await postbag.admin('POST', `/comments/${await idOf('Linus')}/decisions`, { action: 'spam' })
    const joan = await idOf('Joan')
    await postbag.admin('POST', `/comments/${joan}/decisions`, { action: 'reject' })
    const { counts, changes } = await news.next()
    expect(counts).toMatchObject({ held: 0, rejected: 1, spam: 0 })
    expect(changes.map(({ id }) => id)).toEqual([joan])
    news.close()
    await postbag.admin('POST', `/comments/${joan}/decisions`, { action: 'hold' })
  })

  test('is asked for by programs, page by page', async () => {
    const { body } = await postbag.admin('GET', '/queue?section=sport')
    expect([body.total, body.items[0].author]).toEqual([1, 'Joan'])
    const none = await postbag.admin('GET', '/queue?section=nowhere&sort=newest')
    expect(none.body).toEqual({ items: [], next_cursor: null, total: 0 })
  })
})
