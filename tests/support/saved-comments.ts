import { createHash, randomBytes } from 'node:crypto'
import type { ArticleOnSite } from '../../src/articles/article'
import { createArticleDirectory } from '../../src/articles/article.store'
import { identityKeys } from '../../src/comments/identity'
import {
  type SavedSubmission,
  type Submission,
  saveSubmissions,
} from '../../src/comments/submission.store'
import { submissionFor } from '../../src/comments/submit-comment.flow'
import type { Database } from '../../src/platform/database'

export type Place = { db: Database; site: { slug: string }; article: { slug: string } }

export type TestComment = {
  body: string
  author?: string
  /** Of the reader; comments of one network share its first three numbers. */
  address?: string
  parentId?: string | undefined
  nonce?: Buffer
  /** When it was sent; the row is as new as any. */
  now?: Date
}

const keys = { identity: identityKeys('test'), receipt: Buffer.alloc(32) }

export async function articleOnSite({ db, site, article }: Place): Promise<ArticleOnSite> {
  const found = await createArticleDirectory(db).find(site.slug, article.slug)
  if (!found) throw new Error('There is no such article.')
  return found
}

/** What an accepted form becomes, half a minute after its sum was shown. */
export function submissionOf(place: ArticleOnSite, comment: TestComment): Submission {
  return submissionFor(keys, place, {
    form: {
      author: comment.author ?? 'Ada',
      body: comment.body,
      parentId: comment.parentId ?? null,
      honeypot: false,
    },
    address: comment.address ?? '192.0.2.1',
    now: comment.now ?? new Date(),
    answer: {
      nonce: comment.nonce ?? randomBytes(16),
      ageMs: 30_000,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  })
}

/** Saves pending comments in one transaction, as the intake does. @returns their ids, in order */
export async function saveComments(
  place: Place,
  comments: readonly TestComment[],
): Promise<string[]> {
  const on = await articleOnSite(place)
  const submissions = comments.map((comment) => submissionOf(on, comment))
  const outcomes: SavedSubmission[] = await saveSubmissions(place.db, submissions)
  if (outcomes.some(({ outcome }) => outcome !== 'saved'))
    throw new Error('Not every one was saved.')
  return submissions.map(({ id }) => id)
}

const words = `harbour gull tide lamp rope winter council ferry bridge market garden window letter
  stone engine kettle river hedge clock bakery corner ticket driver neighbour committee budget
  timber plank railing meeting visitor museum ladder orchard cellar thread mirror corridor stairs`
  .split(/\s+/)
  .map((word) => word.trim())

/** A text of 24 words that nothing objects to; every number gives another one, far from the others. */
export function plainText(number: number): string {
  const bytes = createHash('sha256').update(`text ${number}`).digest()
  return [...bytes.subarray(0, 24)].map((byte) => words[byte % words.length]).join(' ')
}
