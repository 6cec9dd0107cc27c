import { type Database, laneOf } from '../platform/database'
import { sameBytes } from '../platform/keys'
import { uuidv7 } from '../platform/uuid'
import { defaultSettings } from '../sites/settings'
import { bandsOf, fingerprintOf, textHashOf } from '../text/fingerprint'
import { domainsOf } from '../text/links'
import { viewsOf } from '../text/views'
import { type FieldError, readAppeal, readBody } from './comment-form'
import {
  eraseComment,
  findOwnComment,
  type OwnComment,
  replaceText,
  saveAppeal,
} from './own-comment.store'
import { readReceipt } from './receipt'

/** The comment that a receipt speaks of; a wrong receipt and a wrong comment look the same. */
export async function ownComment(db: Database, receipt: string): Promise<OwnComment | undefined> {
  const read = readReceipt(receipt)
  if (!read) return undefined
  const comment = await findOwnComment(db, read.commentId)
  return comment && sameBytes(comment.receiptHash, read.hash) ? comment : undefined
}

/** Until when the author may change the text; undefined when that is over or was never so. */
export function editableUntil(comment: OwnComment, now: Date): Date | undefined {
  const windowSeconds = comment.editWindowSeconds ?? defaultSettings.edit_window_seconds
  const until = new Date(comment.createdAt.getTime() + windowSeconds * 1000)
  return comment.status !== 'deleted' && now < until ? until : undefined
}

/** There is something to appeal against, and a person has not answered an appeal yet. */
export const mayAppeal = (comment: OwnComment): boolean =>
  (comment.status === 'rejected' || comment.status === 'spam') && comment.appealedAt === null

type Invalid = { outcome: 'invalid'; errors: FieldError[] }

export type EditOutcome =
  | { outcome: 'edited' }
  | Invalid
  | { outcome: 'too-late' }
  | { outcome: 'overtaken' }

export async function editOwnComment(
  { db, relay }: { db: Database; relay: { ring(): void } },
  comment: OwnComment,
  raw: unknown,
  now: Date,
): Promise<EditOutcome> {
  if (!editableUntil(comment, now)) return { outcome: 'too-late' }
  const read = readBody(raw)
  if ('errors' in read) return { outcome: 'invalid', errors: read.errors }
  const views = viewsOf(read.body)
  const text = {
    body: read.body,
    textHash: textHashOf(views),
    bands: bandsOf(fingerprintOf(views), now),
    linkDomains: domainsOf(views),
  }
  if (!(await replaceText(laneOf(db, comment.siteId), comment, text)))
    return { outcome: 'overtaken' }
  relay.ring()
  return { outcome: 'edited' }
}

export const deleteOwnComment = (db: Database, comment: OwnComment): Promise<boolean> =>
  eraseComment(laneOf(db, comment.siteId), comment.id)

export type AppealOutcome =
  | { outcome: 'appealed'; id: string }
  | Invalid
  | { outcome: 'not-possible' }

export async function appealOwnComment(
  db: Database,
  comment: OwnComment,
  raw: unknown,
): Promise<AppealOutcome> {
  if (!mayAppeal(comment)) return { outcome: 'not-possible' }
  const read = readAppeal(raw)
  if ('errors' in read) return { outcome: 'invalid', errors: read.errors }
  const appeal = { id: uuidv7(), commentId: comment.id, siteId: comment.siteId, text: read.text }
  return (await saveAppeal(laneOf(db, comment.siteId), appeal))
    ? { outcome: 'appealed', id: appeal.id }
    : { outcome: 'not-possible' }
}
