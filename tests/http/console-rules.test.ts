import { addModerator, type Client, signedInAs } from '../support/console'
import { fieldValue, textOfHtml } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let moderator: Client
let stranger: Client

beforeAll(async () => {
  postbag = await startPostbag()
  const { body: weekly } = await postbag.admin('POST', '/sites', {
    slug: 'weekly',
    name: 'The Weekly',
  })
  const add = (email: string, role: 'owner' | 'moderator', siteId: string | null) =>
    addModerator(postbag, { email, name: email.split('@')[0] ?? '', role, siteId })
  await add('olga@desk.example', 'owner', null)
  await add('mia@desk.example', 'moderator', null)
  await add('wim@weekly.example', 'owner', weekly.id)
  owner = await signedInAs(postbag, 'olga@desk.example')
  moderator = await signedInAs(postbag, 'mia@desk.example')
  stranger = await signedInAs(postbag, 'wim@weekly.example')
})
afterAll(() => postbag.stop())

const newPath = '/console/rules/daily/new'
const typed = {
  ...{ name: 'Long words', way: 'text', when: 'comment.words > 3', action: 'hold' },
  ...{ reason: 'off_topic', queue: 'default', priority: '40', exempt: 'staff' },
}
const idOf = (location: string) => /rules\/daily\/([0-9a-f-]{36})/.exec(location)?.[1] ?? ''

async function made(more: Record<string, string> = {}): Promise<string> {
  const { status, location } = await owner.post(newPath, {
    ...{ ...typed, do: 'save:shadow' },
    ...more,
  })
  expect(status).toBe(303)
  return idOf(location)
}
const ruleOf = async (id: string) => (await postbag.admin('GET', `/sites/daily/rules/${id}`)).body
const textOf = (html: string) => textOfHtml(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

describe('Who may do what', () => {
  test('moderators read rules and change nothing', async () => {
    const id = await made()
    const list = await moderator.get('/console/rules?site=daily')
    expect(list.status).toBe(200)
    expect(list.text).toContain('Long words')
    expect(list.text).not.toContain(newPath)
    const page = await moderator.get(`/console/rules/daily/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Words of the comment')
    expect(page.text).not.toMatch(/name="mode"|\/edit|\/delete|name="version"/)
    for (const path of ['new', `${id}/edit`, `${id}/delete`, `${id}/returns`])
      expect((await moderator.get(`/console/rules/daily/${path}`)).status).toBe(403)
    for (const path of [
      'new',
      'pack',
      `${id}/edit`,
      `${id}/mode`,
      `${id}/rollback`,
      `${id}/delete`,
    ])
      expect((await moderator.post(`/console/rules/daily/${path}`, typed)).status).toBe(403)
    expect(await ruleOf(id)).toMatchObject({ mode: 'shadow', version: 1 })
  })

  test('rules of another site look like none', async () => {
    const id = await made()
    const pages = ['', '/edit', '/versions', '/returns', '/delete']
    for (const page of pages) {
      expect((await stranger.get(`/console/rules/daily/${id}${page}`)).status).toBe(404)
      expect((await stranger.get(`/console/rules/weekly/${id}${page}`)).status).toBe(404)
    }
    for (const page of ['edit', 'mode', 'rollback', 'delete', 'returns'])
      expect((await stranger.post(`/console/rules/weekly/${id}/${page}`, typed)).status).toBe(404)
    for (const path of ['?site=daily', '/daily/new'])
      expect((await stranger.get(`/console/rules${path}`)).status).toBe(404)
    expect((await stranger.post('/console/rules/daily/check', { when: 'true' })).status).toBe(404)
    expect((await owner.get('/console/rules/daily/nonsense')).status).toBe(404)
    expect(await ruleOf(id)).toMatchObject({ mode: 'shadow' })
  })
})

describe('An empty list', () => {
  test('explains itself and offers the default rules, which leave alone what is there', async () => {
    const { services, site } = postbag
    await services.db.pool.query('UPDATE rules SET deleted_at = now() WHERE site_id = $1', [
      site.id,
    ])
    const bank = { name: 'slurs', kind: 'words', entries: 'eel' }
    await owner.post('/console/banks/daily', bank)
    expect((await owner.get('/console/rules?site=daily')).text).toContain('There is no rule yet')
    const { location } = await owner.post('/console/rules/daily/pack', {})
    const page = await owner.get(location)
    expect(page.text).toContain('The default rules are there now.')
    expect(page.text).toContain('Newcomer with a link')
    const kept = await postbag.admin('GET', '/sites/daily/banks/slurs')
    expect(kept.body.entries).toEqual(['eel'])
    const again = await postbag.admin('POST', '/sites/daily/rule-pack')
    expect(again.body).toEqual({ rules: 0, banks: 0 })
  })
})

describe('Writing a rule', () => {
  test('a mistake is shown with its place, and everything typed stays', async () => {
    const sent = { ...typed, when: 'comment.wrods > 3', note: 'Look twice', priority: 'high' }
    const { status, text } = await owner.post(newPath, { ...sent, do: 'save:shadow' })
    expect(status).toBe(422)
    expect(fieldValue(text, 'when')).toBe('comment.wrods > 3')
    expect(fieldValue(text, 'note')).toBe('Look twice')
    expect(text).toContain('comment.<mark class="is-wrong">wrods</mark>')
    expect(textOf(text)).toContain('Did you mean comment.words?')
    expect(textOf(text)).toContain('characters 9 to 13, no_such_key')
    expect(/id="priority-problem"[^>]*>([^<]*)/.exec(text)?.[1]).toBe(
      'A whole number from 0 to 100.',
    )
  })

  test('characters that cannot be kept break nothing', async () => {
    const id = await made({
      name: 'A\0B',
      note: '\0',
      comment: '\0',
      sections: 'x\0',
      when: 'reports > 0\0',
    })
    expect(await ruleOf(id)).toMatchObject({ name: 'AB', when: 'reports > 0' })
    for (const asked of [
      'try',
      'backtest',
      'look',
      'take:x',
      'add:9',
      'remove:x',
      'way:x',
      'x',
      '',
    ]) {
      const sent = {
        ...typed,
        try_body: 'a\0',
        try_id: '\0',
        limit: '\0',
        row_block: '\0',
        do: asked,
      }
      expect((await owner.post(newPath, sent)).status).toBe(200)
    }
    expect((await owner.get('/console/rules?site=%00')).status).toBe(404)
  })

  test('a rule without name or condition is not saved', async () => {
    const { status, text } = await owner.post(newPath, { ...typed, name: '', when: '', do: 'save' })
    expect(status).toBe(422)
    expect(textOf(text)).toContain('The rule needs a condition.')
    expect(textOf(text)).toContain('Give a name of at most 120 characters.')
  })

  test('the form is filled in button by button, without a script', async () => {
    const rows: Record<string, string | string[]> = { ...typed, way: 'rows', join: 'all', when: '' }
    const added = await owner.post(newPath, {
      ...{ ...rows, do: 'add:new', add_field_new: 'author.approvedCount' },
    })
    expect(added.status).toBe(200)
    expect(added.text).toContain('Approved comments of the author: comparison')
    const first = {
      ...{ row_block: '0', row_field: 'author.approvedCount' },
      ...{ row_comparison: 'equals', row_value: '0' },
    }
    const second = await owner.post(newPath, {
      ...{ ...rows, ...first, do: 'add:new', add_field_new: 'comment.links' },
    })
    expect(second.text).toContain('author.approvedCount == 0')
    const both = {
      row_block: ['0', '1'],
      row_field: ['author.approvedCount', 'comment.links'],
      row_comparison: ['equals', 'numberMoreThan'],
    }
    const missing = await owner.post(newPath, {
      ...{ ...rows, ...both, row_value: ['0', ''], do: 'save:draft' },
    })
    expect(missing.status).toBe(422)
    expect(missing.text).toMatch(/id="row-1-0-problem"[^>]*>Fill this in/)
    const removed = await owner.post(newPath, {
      ...{ ...rows, ...both, row_value: ['0', '1'], do: 'remove:0.0' },
    })
    expect(removed.text).toContain('size(comment.links) > 1')
    expect(fieldValue(removed.text, 'row_field')).toBe('comment.links')
    const saved = await owner.post(newPath, {
      ...{ ...rows, ...both, row_value: ['0', '0'], do: 'save:draft' },
    })
    expect(await ruleOf(idOf(saved.location))).toMatchObject({
      mode: 'draft',
      when: 'author.approvedCount == 0 && size(comment.links) > 0',
    })
  })

  test('a condition goes from text to form and back, and says when it cannot', async () => {
    const asRows = (when: string) => owner.post(newPath, { ...typed, when, do: 'way:rows' })
    const form = await asRows(typed.when)
    expect(fieldValue(form.text, 'row_field')).toBe('comment.words')
    const odd = await asRows('comment.words + 1 > 3')
    expect(textOf(odd.text)).toContain('It can be edited as text only.')
    expect(fieldValue(odd.text, 'when')).toBe('comment.words + 1 > 3')
    expect((await asRows('author.role == "editor"')).text).toContain('value="editor" selected')
    const taken = await owner.post(newPath, { ...typed, do: 'take:threats_first' })
    expect(fieldValue(taken.text, 'when')).toContain('scores.threat >= 0.7')
  })

  test('the script is told of mistakes as the page is', async () => {
    const check = (when: string) =>
      owner.post('/console/rules/daily/check', { when }, { accept: 'application/json' })
    expect(JSON.parse((await check('comment.words > 3')).text)).toEqual({ ok: true, errors: [] })
    expect(JSON.parse((await check('comment.wrods > 3')).text)).toMatchObject({
      ok: false,
      errors: [{ code: 'no_such_key', start: 8, end: 13, place: 'characters 9 to 13' }],
    })
  })
})

describe('Changing a rule', () => {
  test('of two who edit at once the second sees the first, and loses nothing', async () => {
    const id = await made()
    const edit = (when: string, version = '1') =>
      owner.post(`/console/rules/daily/${id}/edit`, { ...typed, when, version, do: 'save' })
    expect((await edit('comment.words > 30')).status).toBe(303)
    const late = await edit('comment.words > 300')
    expect(late.status).toBe(409)
    expect(fieldValue(late.text, 'when')).toBe('comment.words > 300')
    expect(fieldValue(late.text, 'version')).toBe('2')
    expect(late.text).toMatch(/<del>30<\/del>/)
    expect(late.text).toMatch(/<ins>300<\/ins>/)
    expect((await edit('comment.words > 300', '2')).status).toBe(303)
    expect(await ruleOf(id)).toMatchObject({ version: 3, when: 'comment.words > 300' })
  })

  test('it is promoted, put back and switched off by buttons, with the version that was seen', async () => {
    const id = await made()
    const mode = (name: string, version = '1') =>
      owner.post(`/console/rules/daily/${id}/mode`, { mode: name, version })
    expect((await mode('live')).status).toBe(303)
    expect(await ruleOf(id)).toMatchObject({ mode: 'live', version: 1 })
    expect((await mode('off', '7')).status).toBe(409)
    expect(await ruleOf(id)).toMatchObject({ mode: 'live' })
    const { location } = await owner.post(`/console/rules/daily/${id}/mode`, {
      ...{ mode: 'shadow', version: '1', from: 'list' },
    })
    expect((await owner.get(location)).text).toContain('The mode is changed.')
    expect(await ruleOf(id)).toMatchObject({ mode: 'shadow' })
  })

  test('versions are compared word by word, and an earlier one comes back as a new one', async () => {
    const id = await made()
    await owner.post(`/console/rules/daily/${id}/edit`, {
      ...{ ...typed, when: 'comment.words > 5', priority: '80', version: '1', do: 'save' },
      comment: 'Too many were met',
    })
    const page = await owner.get(`/console/rules/daily/${id}`)
    expect(page.text).toContain('Too many were met')
    expect(textOf(page.text)).toContain('by you')
    const diff = await owner.get(`/console/rules/daily/${id}/versions?from=1&to=2`)
    expect(diff.text).toMatch(/comment\.words > <del>3<\/del>/)
    expect(textOf(diff.text)).toContain('Priority 40 80')
    expect((await owner.get(`/console/rules/daily/${id}/versions?from=1&to=9`)).status).toBe(404)
    const back = async (version: string, seen = '3') =>
      (await owner.post(`/console/rules/daily/${id}/rollback`, { version, seen })).status
    expect(await back('1', '1')).toBe(409)
    expect(await back('1', fieldValue(page.text, 'seen'))).toBe(303)
    expect(await ruleOf(id)).toMatchObject({ version: 3, when: 'comment.words > 3' })
    expect(await back('9')).toBe(404)
  })

  test('it is deleted after one more question', async () => {
    const id = await made({ name: 'Short-lived' })
    const page = `/console/rules/daily/${id}/delete`
    expect((await owner.get(page)).text).toContain('Delete Short-lived?')
    const { location } = await owner.post(page, {})
    const list = (await owner.get(location)).text
    expect([list.includes('is deleted.'), list.includes('Short-lived')]).toEqual([true, false])
    expect((await owner.get(`/console/rules/daily/${id}`)).status).toBe(404)
    const { status, text } = await owner.post(page.replace('delete', 'edit'), typed)
    expect([status, fieldValue(text, 'when')]).toEqual([409, typed.when])
  })
})

describe('Before and after a rule acts', () => {
  const past = 'Seven herons stood on the harbour wall this morning.'

  test('it is tried on a text and on a past comment, part by part', async () => {
    const { id } = await postbag.judged({ author: 'Heron', body: past })
    const form = { ...typed, when: 'author.name == "Heron" && comment.words > 100', do: 'try' }
    const ways: Record<string, string>[] = [
      { try_recent: id },
      { try_id: `https://x.example/console/comments/${id}?from=` },
    ]
    for (const on of ways) {
      const { status, text } = await owner.post(newPath, { ...form, ...on })
      expect(status).toBe(200)
      expect(textOf(text)).toContain('The rule would not meet this comment.')
      expect(text).toMatch(/<mark class="is-true">.*?author\.name ==/s)
      expect(text).toMatch(/<mark class="is-false">.*?comment\.words/s)
    }
    const own = await made({ name: 'Own words' })
    const sent = { ...typed, do: 'try', try_body: 'One two three four.' }
    const typedText = await owner.post(`/console/rules/daily/${own}/edit`, sent)
    expect(typedText.text).not.toContain('<bdi>Own words</bdi></b>')
    expect(textOf(typedText.text)).toContain('The rule would meet this comment.')
    expect(fieldValue(typedText.text, 'try_body')).toBe('One two three four.')
    expect(fieldValue(typedText.text, 'name')).toBe('Long words')
    const nothing = await owner.post(newPath, { ...typed, do: 'try' })
    expect(textOf(nothing.text)).toContain('Give a text or choose a comment.')
    const unknown = await owner.post(newPath, { ...typed, do: 'try', try_id: 'x' })
    expect(textOf(unknown.text)).toContain('There is no such judged comment on this site.')
  })

  test('it is backtested without a script, against the version in force', async () => {
    await postbag.judged({ author: 'Backtest', body: past })
    const id = await made({ when: 'author.name == "Nobody"' })
    const { status, text } = await owner.post(`/console/rules/daily/${id}/edit`, {
      ...{
        ...typed,
        when: 'author.name == "Backtest"',
        version: '1',
        do: 'backtest',
        limit: '1000',
      },
    })
    expect(status).toBe(200)
    expect(textOf(text)).toMatch(/It would have met 1 comment of \d+/)
    expect(textOf(text)).toContain('1 more, 0 fewer.')
    expect(textOf(text)).toContain('Met by the new text only (1)')
    expect(text).toContain(past)
    expect(await ruleOf(id)).toMatchObject({ version: 1 })
    const broken = await owner.post(newPath, { ...typed, when: 'comment.', do: 'backtest' })
    expect(broken.status).toBe(200)
    expect(textOf(broken.text)).toContain('First the condition needs to be without mistakes.')
  })

  test('its page counts what it met by day and with what people said, and leads to the comments', async () => {
    const id = await made({ when: 'author.name == "Counted"' })
    const { id: comment } = await postbag.judged({
      author: 'Counted',
      body: past.replace('Seven', 'Two'),
    })
    await owner.post(`/console/comments/${comment}/decisions`, { action: 'reject' })
    const page = await owner.get(`/console/rules/daily/${id}`)
    expect(textOf(page.text)).toContain('people agreed with it in 100')
    expect(page.text).toContain('0 live and 1 shadow hits')
    expect(page.text).toContain(`/console/comments/${comment}`)
    const story = await moderator.get(`/console/comments/${comment}`)
    expect(story.text).toContain(`/console/rules/daily/${id}`)
    const { body } = await postbag.admin('GET', `/sites/daily/rules/${id}/statistics`)
    expect(body).toMatchObject({
      versions: [{ mode: 'shadow', hits: 1, refused: 1, agreed: 1, precision: { estimate: 1 } }],
      days: [{ live: 0, shadow: 1 }],
      hits: [{ comment_id: comment, human: 'reject' }],
    })
  })

  test('what it did by itself is counted first and then returned, and can be taken back', async () => {
    const id = await made({ when: 'author.name == "Returned"', action: 'reject' })
    await owner.post(`/console/rules/daily/${id}/mode`, { mode: 'live', version: '1' })
    const { id: comment, status } = await postbag.judged({
      author: 'Returned',
      body: past.replace('Seven', 'Six'),
    })
    expect(status).toBe('rejected')
    const span = { version: '1', from: '2020-01-01T00:00', to: '2100-01-01T00:00' }
    const counted = await owner.get(
      `/console/rules/daily/${id}/returns?${new URLSearchParams(span)}`,
    )
    expect(textOf(counted.text)).toContain('1 comment would wait in the queue again.')
    const api = await postbag.admin('GET', `/sites/daily/rules/${id}/returns`)
    expect(api.body).toEqual({ count: 1 })
    const wrong = { ...span, to: '2019-01-01T00:00' }
    const refused = await owner.get(
      `/console/rules/daily/${id}/returns?${new URLSearchParams(wrong)}`,
    )
    expect(refused.status).toBe(422)
    const { location } = await owner.post(`/console/rules/daily/${id}/returns`, span)
    const page = await owner.get(location)
    expect(page.text).toContain('Held: 1 comment.')
    expect(page.text).toMatch(/\/console\/batches\/[0-9a-f-]+\/undo/)
    expect((await postbag.admin('GET', `/comments/${comment}`)).body.status).toBe('held')
  })

  test('a demotion by the guard stands out on the list', async () => {
    const id = await made({ name: 'Ran wild' })
    const demotion = { authors: 12, comments: 400, limit: 8 }
    const { pool } = postbag.services.db
    await pool.query('UPDATE rules SET demotion = $2 WHERE id = $1', [id, demotion])
    const list = textOf((await owner.get('/console/rules?site=daily')).text)
    expect(list).toContain('Put back into shadow by the guard. Within a day of its last change')
    expect(list).toContain('it acted on 12 authors in 400 comments; 8 are allowed')
    expect(list.indexOf('Ran wild')).toBeLessThan(list.indexOf('Newcomer with a link'))
  })
})
