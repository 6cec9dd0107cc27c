import type { Database } from '../platform/database'
import { saveArticle } from './article.store'
import { readScrapedPage } from './scraped-page'
import { slugOf } from './slug'

export type ImportOutcome =
  | {
      outcome: 'added' | 'updated'
      slug: string
      title: string
      paragraphs: number
      sum: string | null
    }
  | { outcome: 'unreadable'; problem: string }

export type PageAbout = { section?: string; tags?: string[]; publishedAt?: Date }

/** A scraped page becomes an article of a site; the same page again changes nothing but its text. */
export async function importPage(
  db: Database,
  siteId: string,
  text: string,
  about: PageAbout = {},
): Promise<ImportOutcome> {
  const read = readScrapedPage(text)
  if (read.outcome === 'unreadable') return read
  const { title, paragraphs, warnings, captcha } = read.page
  const slug = slugOf(title)
  const scrapedForm = { warnings, captcha }
  const { created } = await saveArticle(db, siteId, {
    slug,
    title,
    paragraphs,
    scrapedForm,
    ...about,
  })
  return {
    outcome: created ? 'added' : 'updated',
    slug,
    title,
    paragraphs: paragraphs.length,
    sum: captcha && `${captcha.left} ${captcha.operator} ${captcha.right} =`,
  }
}
