import { createArticleDirectory, saveArticle } from '../../src/articles/article.store'
import { saveSettings } from '../../src/sites/site.store'
import { type Newsroom, openNewsroom } from '../support/newsroom'

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom.close())

test('the settings of a site are read once for all its articles, and anew when they change', async () => {
  const { db, site, article } = newsroom
  await saveArticle(db, site.id, { slug: 'night-bus', title: 'The night bus', paragraphs: [] })
  const directory = createArticleDirectory(db)
  const settingsAt = async (slug: string) => (await directory.find(site.slug, slug))?.site.settings
  const before = await settingsAt(article.slug)
  expect(await settingsAt('night-bus')).toBe(before)
  const settings = { blocked_networks: ['203.0.113.0/24'] }
  await saveSettings(db, site.id, { settings, changed: settings, actor: 'test' })
  directory.forget()
  const after = await settingsAt(article.slug)
  expect(after?.blocked_networks).toEqual(['203.0.113.0/24'])
  expect(await settingsAt('night-bus')).toBe(after)
})
