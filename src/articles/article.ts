import type { Site } from '../sites/site'

export type Article = {
  id: string
  slug: string
  title: string
  section: string
  tags: string[]
  paragraphs: string[]
  publishedAt: Date
}

/** An article and the site that it appears on. */
export type ArticleOnSite = { site: Site; article: Article }
