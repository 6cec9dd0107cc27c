import { randomBytes } from 'node:crypto'
import type { Article } from '../articles/article'
import {
  type Challenge,
  type ChallengeKeys,
  captchaMessages,
  checkAnswer,
  issueChallenge,
} from '../captcha/challenge'
import type { Batcher } from '../platform/batcher'
import { type Database, laneOf } from '../platform/database'
import { fields, sameBytes, sha256 } from '../platform/keys'
import { isInNetworks } from '../platform/network-list'
import { uuidv7 } from '../platform/uuid'
import type { Site } from '../sites/site'
import { bandsOf, fingerprintOf, textHashOf } from '../text/fingerprint'
import { domainsOf } from '../text/links'
import { viewsOf } from '../text/views'
import {
  type CommentForm,
  type FieldError,
  type RawCommentForm,
  readCommentForm,
} from './comment-form'
import { type IdentityKeys, identityOf, networkKeyOf } from './identity'
import { receiptHash, receiptOf } from './receipt'
import { burnChallenge, type SavedSubmission, type Submission } from './submission.store'

export type SubmitTools = {
  db: Database
  keys: { challenge: ChallengeKeys; identity: IdentityKeys; receipt: Buffer }
  /** Saves submissions, many at a time. */
  intake: Batcher<Submission, SavedSubmission>
  /** Hands what was promised to the queue. */
  relay: { ring(): void }
}

export type SubmitOutcome =
  | { outcome: 'accepted'; id: string; receipt: string }
  | { outcome: 'invalid'; errors: FieldError[]; form: CommentForm }
  /** The sum was used for another comment before. */
  | { outcome: 'conflict'; form: CommentForm }
  | { outcome: 'closed'; form: CommentForm }

type Place = { site: Site; article: Article }
type Sender = { address: string; now: Date }

export function newChallenge(keys: ChallengeKeys, { site, article }: Place, now: Date): Challenge {
  return issueChallenge(
    keys,
    { siteId: site.id, articleId: article.id },
    {
      nonce: randomBytes(16),
      now,
      minAgeMs: site.settings.captcha_min_age_ms,
      ttlSeconds: site.settings.captcha_ttl_seconds,
    },
  )
}

/**
 * A reader's comment, from the raw fields to the committed row. When this says `accepted` the
 * comment is on disk; the queue hears of it afterwards and cannot lose it.
 */
export async function submitComment(
  tools: SubmitTools,
  place: Place,
  raw: RawCommentForm,
  sender: Sender,
): Promise<SubmitOutcome> {
  const { form, errors } = readCommentForm(raw)
  if (!place.site.settings.comments_open) return { outcome: 'closed', form }
  const ids = { siteId: place.site.id, articleId: place.article.id }
  const { keys } = tools
  const answer = checkAnswer(keys.challenge, ids, form, sender.now)
  if (answer.outcome === 'wrong') {
    const networkKey = networkKeyOf(keys.identity, ids.siteId, sender.address)
    await burnChallenge(laneOf(tools.db, ids.siteId), { ...answer, networkKey, siteId: ids.siteId })
  }
  if (answer.outcome !== 'right')
    errors.push({ field: 'captcha', message: captchaMessages[answer.outcome] })
  if (answer.outcome !== 'right' || errors.length > 0) return { outcome: 'invalid', errors, form }

  const submission = submissionFor(keys, place, { form, ...sender, answer })
  const saved = await tools.intake(submission)
  if (saved.outcome === 'saved') tools.relay.ring()
  return outcomeOf(keys.receipt, saved, { submission, form })
}

type Accepted = Sender & {
  form: Pick<CommentForm, 'author' | 'body' | 'parentId' | 'honeypot'>
  answer: { nonce: Buffer; ageMs: number; expiresAt: Date }
}

/** The row that an accepted form becomes. */
export function submissionFor(
  keys: Pick<SubmitTools['keys'], 'identity' | 'receipt'>,
  { site, article }: Place,
  { form, address, now, answer }: Accepted,
): Submission {
  const id = uuidv7()
  const views = viewsOf(form.body)
  return {
    id,
    siteId: site.id,
    articleId: article.id,
    parentId: form.parentId,
    authorName: form.author,
    ...identityOf(keys.identity, site.id, { name: form.author, address }),
    body: form.body,
    textHash: textHashOf(views),
    bands: bandsOf(fingerprintOf(views), now),
    linkDomains: domainsOf(views),
    receiptHash: receiptHash(receiptOf(keys.receipt, id)),
    captchaSeconds: answer.ageMs / 1000,
    honeypot: form.honeypot,
    onBlocklist: isInNetworks(address, site.settings.blocked_networks),
    nonce: answer.nonce,
    contentHash: sha256(fields(form.author, form.body, form.parentId)),
    nonceExpiresAt: answer.expiresAt,
  }
}

function outcomeOf(
  receiptKey: Buffer,
  saved: SavedSubmission,
  { submission, form }: { submission: Submission; form: CommentForm },
): SubmitOutcome {
  const accepted = (id: string): SubmitOutcome => ({
    outcome: 'accepted',
    id,
    receipt: receiptOf(receiptKey, id),
  })
  if (saved.outcome === 'saved') return accepted(submission.id)
  if (saved.outcome === 'unknown-parent') {
    const message = 'The comment that you reply to does not exist any more.'
    return { outcome: 'invalid', errors: [{ field: 'parent_id', message }], form }
  }
  if (!saved.commentId || !saved.contentHash) {
    return {
      outcome: 'invalid',
      errors: [{ field: 'captcha', message: captchaMessages.used }],
      form,
    }
  }
  return sameBytes(saved.contentHash, submission.contentHash)
    ? accepted(saved.commentId)
    : { outcome: 'conflict', form }
}
