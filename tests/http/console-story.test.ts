import { addModerator, type Client, signedInAs } from '../support/console'
import { textOfHtml } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
let ana: Client
let owner: Client

beforeAll(async () => {
  postbag = await startPostbag()
  await addModerator(postbag, { email: 'ana@daily.example', name: 'Ana' })
  await addModerator(postbag, { email: 'olga@daily.example', name: 'Olga', role: 'owner' })
  ana = await signedInAs(postbag, 'ana@daily.example')
  owner = await signedInAs(postbag, 'olga@daily.example')
})
afterAll(() => postbag.stop())

/** Without tags, in one line. */
const textOf = (html: string) =>
  textOfHtml(html.replace(/<(?:[^>"]|"[^"]*")*>/g, ' ')).replace(/\s+/g, ' ')

const story = async (id: string, client = ana, language = 'en') => {
  const { text } = await client.get(`/console/comments/${id}`, { 'accept-language': language })
  return text
}

const card = async (id: string, language = 'en') => {
  const { text } = await ana.get(`/console/comments/${id}/card`, { 'accept-language': language })
  return textOf(text)
}

async function edited(comment: { id: string; receipt: string }, body: string): Promise<void> {
  const path = `/api/v1/receipts/${comment.receipt}`
  expect((await postbag.reader('PATCH', path, { body })).status).toBe(202)
  const status = async () => (await postbag.reader('GET', path)).body.status
  await waitUntil('it is judged again', async () => (await status()) !== 'pending')
}

describe("An owner's rule", () => {
  beforeAll(async () => {
    await postbag.admin('POST', '/sites/daily/rules', {
      ...{ name: 'Newcomer at length', mode: 'live' },
      when: 'author.approvalRate < 0.85 && comment.words >= 3 && comment.words > 1 + 1',
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'hold', reason: 'newcomer', priority: 30, note: 'Read to the end.' },
    })
  })

  test('is explained in the language of the page, with rounded numbers and without -1', async () => {
    const { id } = await postbag.judged({ author: 'Nia', body: 'The tide is late again today.' })
    expect(await card(id)).toContain(
      'Share of approved comments of the author: is less than 85% (here: unknown) ; Words of the comment: is at least 3 words (here: 6) ; comment.words > 1 + 1 (here: 6) · Read to the end.',
    )
    expect(await card(id, 'de')).toContain(
      'Anteil freigegebener Kommentare des Autors: weniger als 85 % (hier: unbekannt)',
    )
  })

  test('keeps its English sentence for programs, with four digits', async () => {
    const { id } = await postbag.judged({ author: 'Nils', body: 'The tide is early today.' })
    const { body } = await postbag.admin('GET', `/comments/${id}`)
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        detail:
          '"Newcomer at length": author.approvalRate < 0.85 (-1), comment.words >= 3 (5), comment.words > 1 + 1 (5). Read to the end.',
        facts: { note: 'Read to the end.' },
      }),
    )
  })
})

describe('The page of a comment', () => {
  test('says what rules and scores said of the text before an edit', async () => {
    const own = await postbag.judged({ author: 'Eda', body: 'Look at http://bit.ly/eels now.' })
    const before = await story(own.id)
    expect(before).not.toContain('Earlier evaluations')
    await edited(own, 'Look at the eels now.')
    const after = textOf(await story(own.id))
    expect(after).toContain('Earlier evaluations')
    expect(after.split('Earlier evaluations')[1]).toContain('bit.ly')
    const { body } = await postbag.admin('GET', `/comments/${own.id}`)
    expect(body.earlier_evaluations).toMatchObject([{ comment_version: 0 }])
  })

  test('names events, facts, fields and the language in words', async () => {
    const { id } = await postbag.judged({
      author: 'Ida',
      body: 'The harbour wall has been leaning since the storm of last week.',
    })
    const html = await story(id, ana, 'de')
    const text = textOf(html)
    expect(text).toContain('Kommentar abgeschickt comment.submitted')
    expect(text).toContain('Artikel: The harbour wall')
    expect(text).toContain('Wird geprüft → Zurückgehalten')
    expect(text).toContain('Sprache: Englisch')
    expect(text).toContain('Ein verstecktes Feld wurde ausgefüllt client.honeypot nein')
    expect(text).not.toMatch(/\b(true|false)\b|-1\b|\d\.\d{5}/)
  })

  test('says where the audit goes on, to owners with the way there', async () => {
    const { id } = await postbag.judged({ author: 'Uma', body: 'The tide is on time today.' })
    const link = `/console/audit?site=daily&amp;comment=${id}`
    expect(await story(id, owner)).not.toContain('there are more')
    await postbag.services.db.pool.query(
      `INSERT INTO audit_events (chain, type, comment_id, actor)
       SELECT $1, 'comment.noted', $2, 'system' FROM generate_series(1, 120)`,
      [postbag.site.id, id],
    )
    const html = await story(id, owner)
    expect(html).toContain('These are the newest 100 events; there are more.')
    expect(html).toContain(link)
    expect(await story(id)).not.toContain(link)
  })
})

describe('A card', () => {
  test('shows two replies, and what became of the last comments of its author', async () => {
    const action = (id: string, what: string) =>
      postbag.admin('POST', `/comments/${id}/decisions`, { action: what })
    const first = await postbag.judged({ author: 'Rae', body: 'Who mends the harbour wall?' })
    await action(first.id, 'approve')
    for (const author of ['Sam', 'Tom', 'Una'])
      await postbag.post({ author, body: `${author} has seen the masons.`, parent_id: first.id })
    const second = await postbag.judged({ author: 'Rae', body: 'Nobody mends it, as it seems.' })
    await action(second.id, 'reject')
    const shown = await card(first.id)
    expect(shown).toContain('reply by Sam')
    expect(shown).toContain('Tom has seen the masons.')
    expect(shown).not.toContain('Una has')
    expect(shown).toContain('3 replies')
    const { text } = await ana.get(`/console/comments/${second.id}/card`)
    expect(text).toContain(`<a class="tag status-approved" href="/console/comments/${first.id}"`)
  })
})

test('a queue of ours has a name in every language, and urgent is said once', async () => {
  const { id } = await postbag.judged({ author: 'Vic', body: 'Nothing presses about eels.' })
  const into = (queue: string) =>
    postbag.services.db.pool.query('UPDATE review_items SET queue = $2 WHERE comment_id = $1', [
      id,
      queue,
    ])
  await into('urgent')
  expect(await card(id, 'de')).toContain('Dringend')
  await postbag.services.db.pool.query('UPDATE comments SET priority = 95 WHERE id = $1', [id])
  expect((await card(id, 'de')).match(/Dringend|urgent/g)).toHaveLength(1)
  await into('legal')
  expect(await card(id, 'de')).toContain('Recht')
  await into('night-desk')
  expect(await card(id, 'de')).toContain('night-desk')
})

test('a script is told in its language that it has to sign in, or that there is nothing', async () => {
  const asks = { accept: 'application/json', 'accept-language': 'de' }
  const answer = async (path: string, headers: Record<string, string>) => {
    const { status, text } = await ana.get(path, headers)
    return [status, JSON.parse(text).detail]
  }
  expect(await answer('/console/comments/x', asks)).toEqual([
    404,
    'Unter dieser Adresse gibt es nichts, oder es gehört zu keiner Ihrer Websites.',
  ])
  const nobody = await fetch(`${postbag.url}/console/queue`, { headers: asks })
  expect([nobody.status, ((await nobody.json()) as { detail: string }).detail]).toEqual([
    401,
    expect.stringContaining('Sitzung'),
  ])
})
