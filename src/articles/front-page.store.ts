import type { Database } from '../platform/database'
import { readSettings } from '../sites/site'

export type FrontPageArticle = {
  slug: string
  title: string
  section: string
  publishedAt: Date
  /** Approved comments. */
  commentCount: number
  /** First paragraph. */
  summary: string
}

export type FrontPageSite = {
  slug: string
  name: string
  language: string
  articles: FrontPageArticle[]
}

const articlesPerSite = 50

/** Every site with its newest articles. */
export async function listFrontPage(db: Database): Promise<FrontPageSite[]> {
  const { rows } = await db.pool.query<{
    slug: string
    name: string
    settings: unknown
    articles: (Omit<FrontPageArticle, 'publishedAt'> & { publishedAt: string })[]
  }>(
    `SELECT s.slug, s.name, s.settings, coalesce(json_agg(json_build_object('slug', a.slug, 'title', a.title,
        'section', a.section, 'publishedAt', a.published_at, 'summary', coalesce(a.paragraphs[1], ''),
        'commentCount', (SELECT count(*) FROM comments c WHERE c.article_id = a.id AND c.status = 'approved'))
        ORDER BY a.published_at DESC) FILTER (WHERE a.id IS NOT NULL), '[]') AS articles
     FROM sites s LEFT JOIN LATERAL (
       SELECT * FROM articles x WHERE x.site_id = s.id ORDER BY x.published_at DESC LIMIT ${articlesPerSite}) a ON true
     GROUP BY s.id ORDER BY s.created_at LIMIT 100`,
  )
  return rows.map(({ settings, articles, ...site }) => ({
    ...site,
    language: readSettings(settings).language,
    articles: articles.map((article) => ({
      ...article,
      publishedAt: new Date(article.publishedAt),
    })),
  }))
}
