import { type SettingPath, settingPaths } from '../../src/console/settings-fields'
import { offField, typedOf } from '../../src/console/settings-form'
import { emptyDelta } from '../../src/scoring/site-delta'
import { saveLearning } from '../../src/scoring/site-learning.store'
import { readSettings } from '../../src/sites/site'
import { addModerator, type Client, signedInAs } from '../support/console'
import { fieldValue } from '../support/page'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let owner: Client
let siteOwner: Client
let moderator: Client

beforeAll(async () => {
  postbag = await startPostbag({ worker: false, externalScorerHosts: ['api.example'] })
  const { body: weekly } = await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'Weekly' })
  const people = [
    { email: 'olga@desk.example', name: 'Olga', role: 'owner' as const },
    { email: 'wim@weekly.example', name: 'Wim', role: 'owner' as const, siteId: weekly.id },
    { email: 'mia@daily.example', name: 'Mia', role: 'moderator' as const },
  ]
  for (const person of people) await addModerator(postbag, person)
  owner = await signedInAs(postbag, 'olga@desk.example')
  siteOwner = await signedInAs(postbag, 'wim@weekly.example')
  moderator = await signedInAs(postbag, 'mia@daily.example')
})
afterAll(() => postbag.stop())
beforeEach(() => store({ captcha_min_age_ms: 0 }))

const store = (settings: object) =>
  postbag.services.db.pool.query('UPDATE sites SET settings = $2 WHERE id = $1', [
    postbag.site.id,
    settings,
  ])
const stored = async () => {
  const { rows } = await postbag.services.db.pool.query(
    'SELECT settings FROM sites WHERE id = $1',
    [postbag.site.id],
  )
  return rows[0].settings
}
const page = async () => (await owner.get('/console/settings?site=daily')).text

/** The form as a browser sends it when these fields were changed; null ticks "off". */
async function filled(
  changes: Partial<Record<SettingPath, string | null>>,
): Promise<Record<string, string>> {
  const typed = { ...typedOf(readSettings(await stored())), ...changes }
  const fields: Record<string, string> = { mark: fieldValue(await page(), 'mark') ?? '' }
  for (const path of settingPaths) {
    const value = typed[path]
    if (value === null) Object.assign(fields, { [path]: '', [offField(path)]: 'on' })
    else if (!['comments_open', 'learning.enabled'].includes(path) || value !== '')
      fields[path] = value
    if (['limits.newcomer_links', 'limits.hold_newcomers'].includes(path) && value === '')
      delete fields[path]
  }
  return fields
}
const save = async (changes: Partial<Record<SettingPath, string | null>>) =>
  owner.post('/console/settings/daily', await filled(changes))
const lastEvent = async () =>
  (await postbag.admin('GET', '/audit?site=daily&limit=1')).body.events[0]

describe('The settings page', () => {
  test('shows every setting, what is usual, and marks what was changed', async () => {
    await store({ captcha_min_age_ms: 0, limits: { max_links: null } })
    const html = await page()
    for (const path of settingPaths) expect(html).toContain(`name="${path}"`)
    expect(html.match(/class="setting is-changed"/g)).toHaveLength(2)
    expect(html).toContain('usual: 2.')
    expect(html).toMatch(/name="off:limits.max_links" checked/)
  })

  test('saves only what differs from what is usual, and the next comment is judged by it', async () => {
    const saved = await save({ 'limits.max_links': '5', default_action: 'approve' })
    expect([saved.status, saved.location]).toEqual([303, '/console/settings?site=daily&said=saved'])
    expect(await stored()).toEqual({
      ...{ captcha_min_age_ms: 0, default_action: 'approve', limits: { max_links: 5 } },
    })
    await save({ 'limits.max_links': '2', default_action: 'hold', captcha_min_age_ms: '3000' })
    expect(await stored()).toEqual({})
  })

  test('the audit says what changed, from what to what, and by whom', async () => {
    await save({ 'limits.max_links': null, origins: 'https://news.example' })
    expect(await lastEvent()).toMatchObject({
      type: 'settings.changed',
      actor: expect.stringMatching(/^moderator:/),
      data: {
        limits: { max_links: null },
        origins: ['https://news.example'],
        was: { limits: { max_links: 2 }, origins: [] },
      },
    })
  })

  test('a change by the API says so too', async () => {
    await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_links: 9 } })
    expect((await lastEvent()).data).toEqual({
      limits: { max_links: 9 },
      was: { limits: { max_links: 2 } },
    })
  })

  test('nothing is saved when nothing is different', async () => {
    const before = await lastEvent()
    expect((await save({})).location).toContain('said=unchanged')
    expect(await lastEvent()).toEqual(before)
  })

  test('with a value that cannot be used nothing is saved, all that was typed is kept, and each field says why', async () => {
    const { status, text } = await save({
      'limits.max_links': 'lots',
      'thresholds.spam.hold': '2',
      time_zone: 'Europe/Atlantis',
      'limits.min_length': '17',
      blocked_domains: 'fine.example\nnot a domain',
    })
    expect(status).toBe(422)
    expect(text).toContain('4 fields need another look')
    expect(text).toMatch(
      /id="setting-limits-max_links-problem">A whole number[\s\S]*?name="limits.max_links"[^>]* aria-describedby="setting-limits-max_links-problem setting-limits-max_links-help" aria-invalid="true"[^>]* value="lots"/,
    )
    expect(fieldValue(text, 'limits.min_length')).toBe('17')
    expect(fieldValue(text, 'time_zone')).toBe('Europe/Atlantis')
    expect(fieldValue(text, 'blocked_domains')).toBe('fine.example\nnot a domain')
    expect(text).toContain('Line 2: This line cannot be used.')
    expect(await stored()).toEqual({ captcha_min_age_ms: 0 })
  })

  test('"as usual" puts one field back, keeps the others as typed, and saves nothing', async () => {
    await store({ limits: { max_links: 9 } })
    const fields = { ...(await filled({ 'limits.min_length': '33' })), usual: 'limits.max_links' }
    const { status, text } = await owner.post('/console/settings/daily/usual', fields)
    expect(status).toBe(200)
    expect(text).toContain('Nothing is saved yet')
    expect(fieldValue(text, 'limits.max_links')).toBe('2')
    expect(fieldValue(text, 'limits.min_length')).toBe('33')
    expect(await stored()).toEqual({ limits: { max_links: 9 } })
  })

  test('who saves second is told, sees what is in force now, and may save again', async () => {
    const fields = await filled({ 'limits.max_links': '7' })
    await postbag.admin('PATCH', '/sites/daily/settings', { limits: { max_links: 4 } })
    const second = await owner.post('/console/settings/daily', fields)
    expect(second.status).toBe(409)
    expect(second.text).toContain('In force now: 4')
    expect(fieldValue(second.text, 'limits.max_links')).toBe('7')
    expect((await stored()).limits).toEqual({ max_links: 4 })
    const mark = fieldValue(second.text, 'mark') ?? ''
    const again = await owner.post('/console/settings/daily', { ...fields, mark })
    expect(again.status).toBe(303)
    expect((await stored()).limits).toEqual({ max_links: 7 })
  })

  test('a list as long as it may be is saved, and comes back for one entry more', async () => {
    const domains = Array.from({ length: 10_000 }, (_, at) => `domain-${at}.example`)
    const saved = await save({ blocked_domains: domains.join('\n') })
    expect(saved.status).toBe(303)
    expect((await stored()).blocked_domains).toEqual(domains)
    const { status, text } = await save({
      blocked_domains: [...domains, 'more.example'].join('\n'),
    })
    expect(status).toBe(422)
    expect(fieldValue(text, 'blocked_domains')).toContain('domain-9999.example\nmore.example')
  })
})

describe('Another scorer', () => {
  const scorer = {
    'external_scorer.kind': 'openai',
    'external_scorer.url': 'https://api.example',
    'external_scorer.key': 'sk-very-secret-key-1234',
  } as const

  test('is stored with its key, which no page and no event ever shows', async () => {
    expect((await save(scorer)).status).toBe(303)
    expect((await stored()).external_scorer.key).toBe(scorer['external_scorer.key'])
    const html = await page()
    expect(html).toContain('A key is stored (…1234)')
    expect(html + JSON.stringify(await lastEvent())).not.toContain('very-secret')
  })

  test('keeps its key when none is typed, and forgets it when that is ticked', async () => {
    await save(scorer)
    await save({ 'external_scorer.key': '', 'external_scorer.timeout_ms': '900' })
    expect((await stored()).external_scorer).toMatchObject({
      key: scorer['external_scorer.key'],
      timeout_ms: 900,
    })
    const fields = await filled({ 'external_scorer.key': '' })
    await owner.post('/console/settings/daily', { ...fields, 'no-key': 'on' })
    expect((await stored()).external_scorer.key).toBe('')
  })

  test('a key is not taken along to another address, nor texts to a host that nobody named', async () => {
    await save(scorer)
    const moved = await save({ 'external_scorer.url': 'http://api.example:80' })
    expect([moved.status, moved.text.includes('Give the key again')]).toEqual([422, true])
    const foreign = await save({ 'external_scorer.url': 'https://evil.example' })
    expect([foreign.status, foreign.text.includes('has not named this host')]).toEqual([422, true])
    const broken = await save({ ...scorer, 'external_scorer.url': 'x', 'limits.max_links': '6' })
    expect([broken.status, broken.text.includes('very-secret')]).toEqual([422, false])
  })

  test('is gone when none is chosen', async () => {
    await save(scorer)
    await save({ 'external_scorer.kind': '' })
    expect(await stored()).toEqual({ captcha_min_age_ms: 0 })
  })
})

describe('The name of a site', () => {
  const rename = (name: string) => owner.post('/console/settings/daily/name', { name })

  test('is changed here and by the API, for readers at once, and the audit has both names', async () => {
    expect((await rename('  The Daily Herring ')).location).toContain('said=renamed')
    const article = await postbag.reader('GET', '/sites/daily/articles/harbour-wall')
    expect(article.body).toContain('The Daily Herring')
    expect((await lastEvent()).data).toEqual({ name: 'The Daily Herring', was: 'The Daily' })
    const renamed = await postbag.admin('PATCH', '/sites/daily', { name: 'The Daily' })
    expect(renamed.body).toMatchObject({ slug: 'daily', name: 'The Daily' })
    expect((await postbag.admin('PATCH', '/sites/daily', { name: ' ' })).status).toBe(422)
  })

  test.each(['', '   ', 'x'.repeat(101)])('cannot be %j', async (name) => {
    const { status, text } = await rename(name)
    expect([status, text.includes('at most 100 characters')]).toEqual([422, true])
  })
})

describe('What the scores have learnt', () => {
  const path = '/console/settings/daily/learning'

  test('is shown, and forgotten only when that was confirmed', async () => {
    expect((await owner.get(path)).text).toContain('Nothing was learnt yet')
    const thresholds = [{ approved_share: 0.02, threshold: 0.8131 }]
    const calibration = { slope: 1, offset: 0, fitted_on: 20, thresholds }
    const delta = { ...emptyDelta(), decisions: 41 }
    await saveLearning(postbag.services.db, postbag.site.id, {
      ...{ model: postbag.services.scorer.model, until: new Date(), learning: undefined },
      scores: new Map([['spam', { delta, calibration }]]),
    })
    const { text } = await owner.get(path)
    expect(text).toContain('Learnt from 41 decisions')
    expect(text).toContain('Fitted to this site on 20 decisions')
    expect(text).toMatch(/<th scope="row">0\.814<\/th><td>2%<\/td>/)
    expect(text).toMatch(/<dt>Hold from<\/dt><dd>0\.7<\/dd>/)
    expect(text).toContain('href="/console/settings?site=daily#thresholds"')
    const hasty = await owner.post(`${path}/forget`, {})
    expect([hasty.status, hasty.text.includes('tick the box first')]).toEqual([422, true])
    const done = await owner.post(`${path}/forget`, { confirmed: 'on' })
    expect((await owner.get(done.location)).text).toMatch(/Forgotten[\s\S]*Nothing was learnt yet/)
    expect((await lastEvent()).type).toBe('learning.reset')
  })
})

describe('Whose settings', () => {
  test('a moderator may not see or change them', async () => {
    expect((await moderator.get('/console/settings')).status).toBe(403)
    for (const path of ['daily', 'daily/usual', 'daily/name', 'daily/learning/forget'])
      expect((await moderator.post(`/console/settings/${path}`, {})).status).toBe(403)
  })

  test('those of another site look like none', async () => {
    expect((await siteOwner.get('/console/settings?site=daily')).status).toBe(404)
    expect((await siteOwner.get('/console/settings/daily/learning')).status).toBe(404)
    for (const path of ['daily', 'daily/usual', 'daily/name'])
      expect((await siteOwner.post(`/console/settings/${path}`, {})).status).toBe(404)
    expect((await siteOwner.get('/console/settings')).text).toContain('Weekly')
  })
})
