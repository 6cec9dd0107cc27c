import type { PoolClient } from 'pg'
import { type AuditType, systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { AccessKeeper, TokenFate } from './access'
import { settleTokens } from './made-tokens.store'
import { signOut } from './session.store'
import type { Role } from './token'

/** What may be changed of a person; what is absent stays as it is. */
export type AccessChange = { name?: string; role?: Role; siteId?: string | null }

export type AccessOutcome =
  | 'done'
  /** Nobody of the keeper's reach has that id. */
  | 'unknown'
  /** Nobody would be left who owns all sites. */
  | 'last-owner'

type Person = { name: string; role: Role; siteId: string | null; isEnded: boolean }

/** Name, role and site count from the person's next request on. */
export const changeAccess = (
  db: Database,
  id: string,
  change: AccessChange,
  by: AccessKeeper,
): Promise<AccessOutcome> =>
  asOneStep(db, id, by, async (client, before) => {
    if (before.isEnded) return 'unknown'
    const after = { ...before, ...change }
    if (!ownsAll(after) && !by.isProgram && (await isLastOwner(client, id))) return 'last-owner'
    const { name, role, siteId } = after
    if (name === before.name && role === before.role && siteId === before.siteId) return 'done'
    await client.query('UPDATE moderators SET name = $2, role = $3, site_id = $4 WHERE id = $1', [
      id,
      name,
      role,
      siteId,
    ])
    const data = { moderator: id, ...(await differences(client, before, after)) }
    for (const chain of new Set([before.siteId ?? systemChain, siteId ?? systemChain]))
      await appendAudit(client, { chain, type: 'moderator.changed', actor: by.actor, data })
    return 'done'
  })

/** What is new and what it was, as the audit shows changes; of a name only that there is a new one. */
async function differences(client: PoolClient, before: Person, after: Person): Promise<object> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    'SELECT id, slug FROM sites WHERE id = ANY($1)',
    [[before.siteId, after.siteId]],
  )
  const slugOf = (siteId: string | null) => rows.find(({ id }) => id === siteId)?.slug ?? null
  const isMoved = before.siteId !== after.siteId
  const of = (person: Person) => ({
    ...(before.role === after.role ? {} : { role: person.role }),
    ...(isMoved ? { site: slugOf(person.siteId) } : {}),
    ...(before.name === after.name ? {} : { renamed: person === after }),
  })
  return { ...of(after), was: of(before) }
}

/**
 * Ends a person's access at once, including their own tokens, and settles the tokens that they made.
 * Their decisions keep their author.
 */
export const endAccess = (
  db: Database,
  id: string,
  { fate, ...by }: AccessKeeper & { fate: TokenFate },
): Promise<AccessOutcome> =>
  asOneStep(db, id, by, async (client, person) => {
    if (person.isEnded) return 'unknown'
    if (!by.isProgram && (await isLastOwner(client, id))) return 'last-owner'
    await client.query('UPDATE moderators SET disabled_at = now() WHERE id = $1', [id])
    await signOut(client, id)
    await settleTokens(client, id, { by, fate })
    await record(client, person, { id, type: 'moderator.disabled', by })
    return 'done'
  })

/** Days that a password which was made for somebody waits to be replaced. */
export const oneTimeDays = 3

/** A password to be replaced at the next sign-in; whoever is signed in with the old one no longer is. */
export const setOneTimePassword = (
  db: Database,
  id: string,
  passwordHash: string,
  by: AccessKeeper,
): Promise<AccessOutcome> =>
  asOneStep(db, id, by, async (client, person) => {
    if (person.isEnded) return 'unknown'
    await replacePassword(client, id, passwordHash)
    await record(client, person, { id, type: 'moderator.password_reset', by })
    return 'done'
  })

/** Lets somebody whose access has ended sign in again, with a new password and none of the old tokens. */
export const restoreAccess = (
  db: Database,
  id: string,
  passwordHash: string,
  by: AccessKeeper,
): Promise<AccessOutcome> =>
  asOneStep(db, id, by, async (client, person) => {
    if (!person.isEnded) return 'unknown'
    await client.query('UPDATE moderators SET disabled_at = NULL WHERE id = $1', [id])
    await client.query(
      'UPDATE tokens SET revoked_at = now() WHERE moderator_id = $1 AND revoked_at IS NULL',
      [id],
    )
    await replacePassword(client, id, passwordHash)
    await record(client, person, { id, type: 'moderator.restored', by })
    return 'done'
  })

/**
 * Changes of access follow one another, so that two owners cannot take each other's away; each is in
 * the audit or has not happened.
 */
function asOneStep(
  db: Database,
  id: string,
  { siteId }: AccessKeeper,
  work: (client: PoolClient, person: Person) => Promise<AccessOutcome>,
): Promise<AccessOutcome> {
  return inTransaction(laneOf(db, siteId), async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [accessLock])
    const { rows } = await client.query<Person>(
      `SELECT name, role, site_id AS "siteId", disabled_at IS NOT NULL AS "isEnded"
       FROM moderators WHERE id = $1 AND ($2::uuid IS NULL OR site_id = $2) FOR NO KEY UPDATE`,
      [id, siteId],
    )
    return rows[0] ? work(client, rows[0]) : 'unknown'
  })
}

/** Any number will do, as long as no other lock of this service uses it. */
const accessLock = 4_710_816

const ownsAll = ({ role, siteId }: Pick<Person, 'role' | 'siteId'>): boolean =>
  role === 'owner' && siteId === null

async function isLastOwner(client: PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM moderators WHERE role = 'owner' AND site_id IS NULL AND disabled_at IS NULL LIMIT 2",
  )
  return rows.length === 1 && rows[0]?.id === id
}

async function replacePassword(
  client: PoolClient,
  id: string,
  passwordHash: string,
): Promise<void> {
  await client.query(
    `UPDATE moderators SET password_hash = $2, one_time_until = now() + interval '${oneTimeDays} days'
     WHERE id = $1`,
    [id, passwordHash],
  )
  await signOut(client, id)
}

const record = (
  client: PoolClient,
  { siteId }: Person,
  { id, type, by }: { id: string; type: AuditType; by: AccessKeeper },
) =>
  appendAudit(client, {
    chain: siteId ?? systemChain,
    ...{ type, actor: by.actor, data: { moderator: id } },
  })
