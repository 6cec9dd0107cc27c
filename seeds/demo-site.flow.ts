import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Caller } from '../src/accounts/token'
import { importPage } from '../src/articles/import-page.flow'
import type { Action, Status } from '../src/comments/comment'
import { eraseComment } from '../src/comments/own-comment.store'
import { saveSubmissions } from '../src/comments/submission.store'
import { submissionFor } from '../src/comments/submit-comment.flow'
import { moderateComments } from '../src/moderation/moderate-comments.flow'
import { reviewComments } from '../src/moderation/review-comments.flow'
import { projectRoot } from '../src/platform/project-root'
import { saveBank } from '../src/rules/bank.store'
import { addSite } from '../src/rules/rule-file.flow'
import type { Services } from '../src/services'
import type { Site } from '../src/sites/site'
import { demoArticles, demoBlockedWords, demoSuspectWords } from './demo-articles'
import { type DemoComment, demoComments } from './demo-comments'
import { backdate, postpone } from './demo-site.store'

const minuteMs = 60_000

/** The site of a fresh start: articles, banks, and comments in every status, judged as any others. */
export async function seedDemoSite(services: Services, owner: Caller): Promise<void> {
  const site = await addSite(
    services.db,
    { slug: 'demo', name: 'The Port Ansel Courier' },
    'system',
  )
  if (!site) return
  const banks = { blocked: demoBlockedWords, suspect: demoSuspectWords }
  for (const [name, entries] of Object.entries(banks))
    await saveBank(
      services.db,
      site.id,
      { name, kind: 'words', entries, disguises: true },
      'system',
    )
  const now = Date.now()
  for (const { file, section, tags, publishedMinutesAgo } of demoArticles) {
    const text = readFileSync(join(projectRoot, 'seeds/demo', file), 'utf8')
    const publishedAt = new Date(now - publishedMinutesAgo * minuteMs)
    await importPage(services.db, site.id, text, { section, tags, publishedAt })
  }
  await seedComments(services, site, owner)
}

async function seedComments(services: Services, site: Site, owner: Caller): Promise<void> {
  const ids = new Map<string, string>()
  for (const comment of demoComments) {
    const id = await submit(services, site, comment, ids)
    ids.set(comment.id, id)
    if (comment.status === 'pending') {
      await postpone(services.db, id)
      continue
    }
    await moderateComments(services, [id])
    await bringTo(services, owner, id, comment)
  }
  for (const { id, status } of demoComments)
    if (status === 'deleted') await eraseComment(services.db, ids.get(id) ?? '')
  const ages = demoComments.map(({ id, minutesAgo }) => ({ id: ids.get(id) ?? '', minutesAgo }))
  await backdate(services.db, ages)
}

async function submit(
  services: Services,
  site: Site,
  comment: DemoComment,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const place = await services.articles.find(site.slug, comment.article)
  if (!place) throw new Error(`The demo comment "${comment.id}" names no article.`)
  const submission = submissionFor(services.keys, place, {
    form: {
      author: comment.author,
      body: comment.body,
      parentId: comment.parent ? (ids.get(comment.parent) ?? null) : null,
      honeypot: false,
    },
    address: '192.0.2.1',
    now: new Date(),
    answer: { nonce: randomBytes(16), ageMs: 60_000, expiresAt: new Date() },
  })
  const [saved] = await saveSubmissions(services.db, [submission])
  if (saved?.outcome !== 'saved') throw new Error(`The demo comment "${comment.id}" was not saved.`)
  return submission.id
}

const actionTo: Partial<Record<Status, Action>> = {
  approved: 'approve',
  // erased by its author, but only after it was answered
  deleted: 'approve',
  rejected: 'reject',
  spam: 'spam',
}

/** Where the rules hold what the demo wants decided, the owner decides. */
async function bringTo(
  services: Services,
  owner: Caller,
  id: string,
  wanted: DemoComment,
): Promise<void> {
  const action = actionTo[wanted.status]
  if (!action) return
  const decider = {
    kind: 'moderator',
    tokenId: owner.tokenId,
    moderatorId: owner.moderatorId,
  } as const
  const review = { commentId: id, action, ...(wanted.reason ? { reason: wanted.reason } : {}) }
  await reviewComments(services.db, [review], { decider, siteId: null })
}
