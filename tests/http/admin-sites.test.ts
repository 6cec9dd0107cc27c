import { defaultSettings } from '../../src/sites/settings'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag()
})
afterAll(() => postbag.stop())

const settings = '/sites/daily/settings'
const patch = (body: unknown) => postbag.admin('PATCH', settings, body)
let count = 0
/** The worker may remember the old settings for a moment; it asks for the version with each comment. */
const judge = async (body: string) => {
  const judged = await postbag.judged({ author: `Author ${++count}`, body })
  return { ...judged, ...(await postbag.admin('GET', `/comments/${judged.id}`)).body }
}

describe('settings', () => {
  test('are shown whole, defaults included, and a change leaves the others as they are', async () => {
    const before = (await postbag.admin('GET', settings)).body
    expect(before).toEqual({
      ...defaultSettings,
      captcha_min_age_ms: 0,
      limits: { ...defaultSettings.limits, min_fill_seconds: null },
    })
    const changed = await patch({ limits: { max_links: 7 }, thresholds: { spam: { hold: 0.5 } } })
    expect(changed.status).toBe(200)
    const after = (await postbag.admin('GET', settings)).body
    expect(changed.body).toEqual(after)
    expect(after).toEqual({
      ...before,
      limits: { ...before.limits, max_links: 7 },
      thresholds: { ...before.thresholds, spam: { ...before.thresholds.spam, hold: 0.5 } },
    })
    await patch({ limits: { max_links: 2 } })
    expect((await postbag.admin('GET', settings)).body.thresholds.spam.hold).toBe(0.5)
    expect((await patch({})).body.limits.max_links).toBe(2)
  })

  test.each<[object, string]>([
    [{ unheard_of: 1 }, 'unheard_of'],
    [{ limits: { max_linx: 1 } }, 'limits.max_linx'],
    [{ limits: { max_links: -1 } }, 'limits.max_links'],
    [{ limits: { max_links: 1.5 } }, 'limits.max_links'],
    [{ limits: { max_caps: 1.1 } }, 'limits.max_caps'],
    [{ thresholds: { spam: { hold: 2 } } }, 'thresholds.spam.hold'],
    [{ thresholds: { unheard: { hold: 0.5 } } }, 'thresholds.unheard'],
    [{ thresholds: { identity_attack: { reject: 0.9 } } }, 'thresholds.identity_attack.reject'],
    [{ thresholds: { identity_attack: { spam: 0.9 } } }, 'thresholds.identity_attack.spam'],
    [{ default_action: 'reject' }, 'default_action'],
    [{ language: 'english' }, 'language'],
    [{ time_zone: 'Europe/Atlantis' }, 'time_zone'],
    [{ captcha_min_age_ms: 60_001 }, 'captcha_min_age_ms'],
    [{ captcha_ttl_seconds: 59 }, 'captcha_ttl_seconds'],
    [{ comments_open: 'yes' }, 'comments_open'],
    [{ origins: ['news.example'] }, 'origins.0'],
    [{ origins: ['https://news.example/path'] }, 'origins.0'],
    [{ origins: ['*'] }, 'origins.0'],
    [{ origins: ['https://a.example', 'javascript:alert(1)'] }, 'origins.1'],
    [{ origins: 'https://news.example' }, 'origins'],
    [{ blocked_domains: ['a\0b'] }, 'blocked_domains.0'],
    [{ blocked_domains: ['\ud800'] }, 'blocked_domains.0'],
    [{ blocked_domains: [''] }, 'blocked_domains.0'],
    [{ blocked_networks: ['203.0.113.0/24', '0.0.0.0/0'] }, 'blocked_networks.1'],
    [{ blocked_networks: ['news.example'] }, 'blocked_networks.0'],
  ])('%j is refused, the field is named, and nothing changes', async (body, field) => {
    const before = (await postbag.admin('GET', settings)).body
    const { status, body: problem } = await patch(body)
    expect(status).toBe(422)
    expect(problem.errors.map((error: { field: string }) => error.field)).toContain(field)
    expect((await postbag.admin('GET', settings)).body).toEqual(before)
  })

  test.each([null, [], 'x', 5])('a body of %j is refused', async (body) => {
    expect((await patch(body)).status).toBe(422)
  })

  test('count from the next comment on', async () => {
    const text = (word: string) => `Three gulls flew over the ${word} before lunch today.`
    expect((await judge(text('pier'))).status).toBe('held')
    await patch({ default_action: 'approve', limits: { max_near_duplicates: null } })
    expect((await judge(text('lighthouse'))).status).toBe('approved')
    await patch({ limits: { min_length: 500 } })
    expect(await judge(text('boathouse'))).toMatchObject({ status: 'held', reason: 'too_short' })
    await patch({ limits: { min_length: null } })
    expect((await judge(text('breakwater'))).status).toBe('approved')
    await patch({ blocked_domains: ['Bad.Example'] })
    const linked = await judge(`${text('market')} https://www.bad.example/offer`)
    expect(linked).toMatchObject({ reason: 'blocked_link' })
    await patch({ default_action: 'hold' })
    expect((await judge(text('mole'))).status).toBe('held')
  })

  test('every change is in the audit, with who made it', async () => {
    await patch({ limits: { max_links: 4 } })
    const { body } = await postbag.admin('GET', '/audit?site=daily&limit=1')
    expect(body.events).toMatchObject([
      {
        type: 'settings.changed',
        actor: expect.stringMatching(/^token:/),
        data: { limits: { max_links: 4 } },
      },
    ])
  })
})

describe('banks', () => {
  const bank = (name: string) => `/sites/daily/banks/${name}`
  const put = (name: string, body: unknown) => postbag.admin('PUT', bank(name), body)

  test('are added, shown, replaced and deleted', async () => {
    const words = { kind: 'words', entries: ['eel', 'sea bass', 'mackerel*'] }
    const added = await put('fishes', words)
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({ name: 'fishes', ...words, disguises: true })
    const replaced = await put('fishes', { ...words, entries: ['cod'], disguises: false })
    expect(replaced.status).toBe(200)
    expect((await postbag.admin('GET', bank('fishes'))).body).toEqual(replaced.body)
    const { body } = await postbag.admin('GET', '/sites/daily/banks')
    expect(body.banks).toEqual([replaced.body])
    expect((await postbag.admin('DELETE', bank('fishes'))).status).toBe(204)
    for (const method of ['GET', 'DELETE'])
      expect((await postbag.admin(method, bank('fishes'))).status).toBe(404)
  })

  test('entries that cannot be used are quoted, with the reason', async () => {
    const { status, body } = await put('blocked', {
      kind: 'patterns',
      entries: ['fine', '(unclosed', 'back(ref)\\1', '(?=ahead)x', ' ', 'y'.repeat(201), 'a\0b'],
    })
    expect(status).toBe(422)
    const errors = body.errors as { field: string; message: string }[]
    expect(errors.map(({ field }) => field)).toEqual([1, 2, 3, 4, 5, 6].map((i) => `entries.${i}`))
    expect(errors[0]?.message).toMatch(/^Entry 2 \(\(unclosed\): ./)
    expect(errors[1]?.message).toContain('back(ref)\\1')
    expect((await postbag.admin('GET', bank('blocked'))).status).toBe(404)
  })

  test.each([
    [{ kind: 'words', entries: ['a*b'] }, 'entries.0'],
    [{ kind: 'words', entries: ['!!!'] }, 'entries.0'],
    [{ kind: 'words', entries: ['ok', 5] }, 'entries.1'],
    [{ kind: 'words', entries: 'eel' }, 'entries'],
    [{ kind: 'things', entries: [] }, 'kind'],
    [{ kind: 'words' }, 'entries'],
    [{ kind: 'words', entries: [], more: 1 }, 'more'],
  ])('%j is refused', async (body, field) => {
    const { status, body: problem } = await put('blocked', body)
    expect(status).toBe(422)
    expect(problem.errors[0].field).toBe(field)
  })

  test.each(['Blocked', '1st', 'a.b', 'x'.repeat(41), '%00', 'a%20b'])(
    'a bank cannot be named %s',
    async (name) => {
      const { status } = await put(name, { kind: 'words', entries: ['eel'] })
      expect(status).toBe(422)
    },
  )

  test('count from the next comment on, and no longer once they are gone', async () => {
    await put('blocked', { kind: 'words', entries: ['lamprey'] })
    expect(await judge('A lamprey in the harbour, no less.')).toMatchObject({
      status: 'rejected',
      reason: 'blocked_word',
    })
    await put('blocked', { kind: 'patterns', entries: ['lamp(s|post)'] })
    expect((await judge('Another lamprey was seen near the slipway.')).status).toBe('held')
    expect((await judge('The lamppost on the quay is broken again.')).status).toBe('rejected')
    await postbag.admin('DELETE', bank('blocked'))
    expect((await judge('Who will mend that lamppost, and when?')).status).toBe('held')
  })
})

describe('sites and articles', () => {
  test('a new site takes comments at once', async () => {
    const site = await postbag.admin('POST', '/sites', { slug: 'weekly', name: '  The Weekly ' })
    expect(site.status).toBe(201)
    expect(site.body).toEqual({ id: expect.any(String), slug: 'weekly', name: 'The Weekly' })
    const article = { title: 'Übermut am Kai: 3 Boote', paragraphs: ['Ein Satz.'] }
    const added = await postbag.admin('POST', '/sites/weekly/articles', article)
    expect(added).toMatchObject({ status: 201, body: { slug: 'ubermut-am-kai-3-boote' } })
    const again = await postbag.admin('POST', '/sites/weekly/articles', { ...article, tags: ['x'] })
    expect(again).toMatchObject({ status: 200, body: added.body })
    const { body } = await postbag.admin('GET', '/sites/weekly/articles')
    expect(body.articles).toMatchObject([{ ...added.body, title: article.title, tags: ['x'] }])
    const path = `/api/v1/sites/weekly/articles/${added.body.slug}/challenge`
    expect((await postbag.reader('GET', path)).status).toBe(200)
    expect((await postbag.admin('GET', '/sites')).body.sites.length).toBeGreaterThan(1)
  })

  test('of ten at once with the same slug one is added, and the others are told', async () => {
    for (let round = 0; round < 3; round++) {
      const replies = await Promise.all(
        Array.from({ length: 10 }, () =>
          postbag.admin('POST', '/sites', { slug: `race-${round}`, name: 'Race' }),
        ),
      )
      const statuses = replies.map(({ status }) => status).sort()
      expect(statuses).toEqual([201, ...Array(9).fill(409)])
      const articles = await Promise.all(
        Array.from({ length: 10 }, () =>
          postbag.admin('POST', `/sites/race-${round}/articles`, { title: 'The race' }),
        ),
      )
      expect(new Set(articles.map(({ body }) => body.id)).size).toBe(1)
    }
  })

  test.each([
    [{ slug: 'Upper', name: 'x' }, 'slug'],
    [{ slug: '-x', name: 'x' }, 'slug'],
    [{ slug: 'a/b', name: 'x' }, 'slug'],
    [{ slug: 'x'.repeat(65), name: 'x' }, 'slug'],
    [{ slug: 'fine', name: ' ' }, 'name'],
    [{ slug: 'fine' }, 'name'],
    [{ slug: 'fine', name: 'x', settings: {} }, 'settings'],
  ])('the site %j is refused', async (body, field) => {
    const { status, body: problem } = await postbag.admin('POST', '/sites', body)
    expect(status).toBe(422)
    expect(problem.errors[0].field).toBe(field)
  })

  test('two owners changing settings at once lose no change', async () => {
    const names = [
      'max_links',
      'max_duplicates',
      'author_per_hour',
      'network_per_hour',
      'max_length',
    ]
    await Promise.all(names.map((name, index) => patch({ limits: { [name]: 100 + index } })))
    await waitUntil(
      'all are saved',
      async () => {
        const { limits } = (await postbag.admin('GET', settings)).body
        return names.every((name, index) => limits[name] === 100 + index)
      },
      1000,
    )
  })
})
