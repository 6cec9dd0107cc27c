import type { PoolClient } from 'pg'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'

/** Records what somebody did to their own account, in the caller's transaction. */
export const auditOwn = (
  client: PoolClient,
  { moderatorId, siteId }: { moderatorId: string; siteId: string | null },
  event: { type: AuditType; data?: object },
): Promise<void> =>
  appendAudit(client, {
    chain: siteId ?? systemChain,
    actor: `moderator:${moderatorId}`,
    ...event,
  })
