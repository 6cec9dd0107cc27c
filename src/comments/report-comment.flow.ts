import { type Database, laneOf } from '../platform/database'
import { isUuid } from '../platform/uuid'
import { type IdentityKeys, networkKeyOf } from './identity'
import { saveReport, siteOfComment } from './report.store'
import type { ReportForm } from './report-form'

/**
 * Tells the moderators of a public comment; one report of each network counts.
 * @returns false when there is no such public comment
 */
export async function reportComment(
  { db, keys }: { db: Database; keys: { identity: IdentityKeys } },
  commentId: string,
  { reason, detail }: ReportForm,
  address: string,
): Promise<boolean> {
  const siteId = isUuid(commentId) ? await siteOfComment(db, commentId) : undefined
  if (!siteId) return false
  const networkKey = networkKeyOf(keys.identity, siteId, address)
  return saveReport(laneOf(db, siteId), { commentId, reason, detail, networkKey })
}
