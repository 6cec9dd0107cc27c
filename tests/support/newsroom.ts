import { saveArticle } from '../../src/articles/article.store'
import { type Database, openDatabase } from '../../src/platform/database'
import { logger } from '../../src/platform/logger'
import { createSite } from '../../src/sites/site.store'
import { createTestDatabase } from './database'

export type Newsroom = {
  databaseUrl: string
  db: Database
  site: { id: string; slug: string }
  article: { id: string; slug: string }
  close(): Promise<void>
}

/** A database with a site and an article and nothing that runs: no server, no relay, no worker. */
export async function openNewsroom(): Promise<Newsroom> {
  logger.level = 'silent'
  const database = await createTestDatabase()
  const db = openDatabase(database.url)
  const site = await createSite(db, { slug: 'daily', name: 'The Daily' }, 'system')
  if (!site) throw new Error('The site was not made.')
  const slug = 'harbour-wall'
  const { id } = await saveArticle(db, site.id, {
    slug,
    title: 'The harbour wall',
    paragraphs: ['It leans.'],
  })
  return {
    databaseUrl: database.url,
    db,
    site: { id: site.id, slug: site.slug },
    article: { id, slug },
    close: async () => {
      await db.close()
      await database.drop()
    },
  }
}
