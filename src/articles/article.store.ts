import { LRUCache } from 'lru-cache'
import type { Database } from '../platform/database'
import type { SiteSettings } from '../sites/settings'
import { readSettings } from '../sites/site'
import type { Article, ArticleOnSite } from './article'

type Row = {
  site_id: string
  site_slug: string
  site_name: string
  settings: unknown
  rule_set_version: number
  house_rules_version: number | null
  id: string
  slug: string
  title: string
  section: string
  tags: string[]
  paragraphs: string[]
  published_at: Date
}

const articleOnSite = (row: Row, settings: SiteSettings): ArticleOnSite => ({
  site: {
    id: row.site_id,
    slug: row.site_slug,
    name: row.site_name,
    settings,
    ruleSetVersion: row.rule_set_version,
    houseRulesVersion: row.house_rules_version,
  },
  article: {
    id: row.id,
    slug: row.slug,
    title: row.title,
    section: row.section,
    tags: row.tags,
    paragraphs: row.paragraphs,
    publishedAt: row.published_at,
  },
})

const byAddress = {
  name: 'article-by-address',
  text: `SELECT s.id AS site_id, s.slug AS site_slug, s.name AS site_name, s.settings, s.rule_set_version,
      s.house_rules_version, a.id, a.slug, a.title, a.section, a.tags, a.paragraphs, a.published_at
    FROM articles a JOIN sites s ON s.id = a.site_id WHERE s.slug = $1 AND a.slug = $2`,
}

export type ArticleDirectory = {
  /** undefined: no such site or article. */
  find(siteSlug: string, articleSlug: string): Promise<ArticleOnSite | undefined>
  /** Forgets what it knows, after a change made by this process. */
  forget(): void
}

/**
 * Articles and their sites' settings, remembered for a second: what another process changes is seen
 * at most a second late. Unknown addresses are not remembered, so nobody can fill the memory.
 */
export function createArticleDirectory(db: Database): ArticleDirectory {
  // by version: lists in them may have 10,000 lines, and a site many articles
  const settings = new LRUCache<string, SiteSettings, unknown>({
    max: 50,
    memoMethod: (_version, _previous, { context }) => readSettings(context),
  })
  const known = new LRUCache<string, ArticleOnSite>({
    max: 500,
    ttl: 1000,
    fetchMethod: async (address) => {
      const { rows } = await db.pool.query<Row>({ ...byAddress, values: address.split('\0') })
      const [row] = rows
      if (!row) return undefined
      const version = `${row.site_id} ${row.rule_set_version}`
      return articleOnSite(row, settings.memo(version, { context: row.settings }))
    },
  })
  return {
    find: async (siteSlug, articleSlug) =>
      siteSlug.includes('\0') || articleSlug.includes('\0')
        ? undefined
        : known.fetch(`${siteSlug}\0${articleSlug}`),
    forget: () => known.clear(),
  }
}

export type NewArticle = Pick<Article, 'slug' | 'title' | 'paragraphs'> &
  Partial<Pick<Article, 'section' | 'tags' | 'publishedAt'>> & { scrapedForm?: object }

/** Adds an article, or brings the one with the same slug up to date; what is not given stays. */
export async function saveArticle(
  db: Database,
  siteId: string,
  article: NewArticle,
): Promise<{ id: string; created: boolean }> {
  const where = { siteId_slug: { siteId, slug: article.slug } }
  const before = await db.prisma.article.findUnique({ where, select: { id: true } })
  const { id } = await db.prisma.article.upsert({
    where,
    create: { siteId, ...article },
    update: article,
    select: { id: true },
  })
  return { id, created: before === null }
}

/** Newest first, at most 500. */
export async function listArticles(db: Database, siteId: string) {
  const articles = await db.prisma.article.findMany({
    where: { siteId },
    orderBy: { publishedAt: 'desc' },
    take: 500,
    select: { id: true, slug: true, title: true, section: true, tags: true, publishedAt: true },
  })
  return articles.map(({ publishedAt, ...article }) => ({ ...article, published_at: publishedAt }))
}
