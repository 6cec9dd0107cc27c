import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createToken } from '../../src/accounts/token.store'
import { saveArticle } from '../../src/articles/article.store'
import { type Database, openDatabase } from '../../src/platform/database'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres'
import { logger } from '../../src/platform/logger'
import { applyMigrations } from '../../src/platform/migrations'
import { prepareQueueTables } from '../../src/platform/queue-connection'
import { createSite } from '../../src/sites/site.store'

export type Place = {
  databaseUrl: string
  dataDirectory: string
  postgresDirectory: string
  db: Database
  site: { id: string; slug: string }
  article: { id: string; slug: string }
  token: string
  close(): Promise<void>
}

/**
 * A PostgreSQL of its own that does flush to disk, in a temporary directory, with one site and one
 * article. Sums may be answered at once and a network may post as often as it likes; all else is as
 * delivered.
 */
export async function openPlace(): Promise<Place> {
  logger.level = 'warn'
  const dataDirectory = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
  // when root measures, another account runs PostgreSQL
  chmodSync(dataDirectory, 0o755)
  const postgresDirectory = join(dataDirectory, 'postgres')
  const postgres = await startEmbeddedPostgres({ directory: postgresDirectory })
  await applyMigrations(postgres.url, resolve('prisma/migrations'))
  const db = openDatabase(postgres.url)
  await prepareQueueTables(db.pool)
  const site = await createSite(db, { slug: 'bench', name: 'The Bench' }, 'system')
  if (!site) throw new Error('The site was not made.')
  const settings = {
    captcha_min_age_ms: 0,
    limits: { min_fill_seconds: null, network_per_hour: null, author_per_hour: null },
  }
  await db.prisma.site.update({ where: { id: site.id }, data: { settings } })
  const slug = 'the-long-bench'
  const paragraphs = ['It stands by the harbour wall.', 'Nobody knows who put it there.']
  const article = await saveArticle(db, site.id, { slug, title: 'The long bench', paragraphs })
  const { secret } = await createToken(db, {
    ...{ name: 'bench', role: 'owner', siteId: null },
    madeBy: null,
  })
  return {
    databaseUrl: postgres.url,
    dataDirectory,
    postgresDirectory,
    db,
    site: { id: site.id, slug: site.slug },
    article: { id: article.id, slug },
    token: secret,
    close: async () => {
      await db.close()
      await postgres.stop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
