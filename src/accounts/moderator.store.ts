import type { AuditType } from '../audit/audit'
import { type Database, inTransaction, laneOf } from '../platform/database'
import type { NormalEmail, TypedEmail } from './email'
import { auditOwn } from './own-audit.store'
import type { SignedIn } from './session'
import type { Role } from './token'

export type NewModerator = {
  email: NormalEmail
  name: string
  role: Role
  siteId: string | null
  passwordHash: string
}

const shown = {
  id: true,
  email: true,
  name: true,
  role: true,
  siteId: true,
  createdAt: true,
} as const

/** @returns undefined when the address is taken */
export async function createModerator(db: Database, moderator: NewModerator) {
  const [created] = await db.prisma.moderator.createManyAndReturn({
    data: [moderator],
    select: shown,
    skipDuplicates: true,
  })
  return created
}

const withStep = { ...shown, disabledAt: true, secondFactor: { select: { confirmedAt: true } } }

type Read = { secondFactor: { confirmedAt: Date | null } | null }

const asListed = <Row extends Read>({ secondFactor, ...moderator }: Row) => ({
  ...moderator,
  hasSecondFactor: Boolean(secondFactor?.confirmedAt),
})

/** Those who may sign in, or those who no longer may; of one site when `siteId` is given. */
export async function listModerators(
  db: Database,
  siteId: string | null,
  { ended = false }: { ended?: boolean } = {},
) {
  const moderators = await db.prisma.moderator.findMany({
    where: { disabledAt: ended ? { not: null } : null, ...(siteId ? { siteId } : {}) },
    orderBy: { createdAt: 'asc' },
    select: withStep,
  })
  return moderators.map(asListed)
}

/** Somebody who may sign in, or no longer may; of one site when `siteId` is given. */
export async function findModerator(
  db: Database,
  { id, siteId }: { id: string; siteId: string | null },
) {
  const found = await db.prisma.moderator.findUnique({
    where: { id, ...(siteId ? { siteId } : {}) },
    select: withStep,
  })
  return found ? asListed(found) : undefined
}

/** Finds a person by address, as `findModerator` does by id. An account in the legacy form comes first. */
export async function findByEmail(
  db: Database,
  { email: { normal, legacy }, siteId }: { email: TypedEmail; siteId: string | null },
) {
  const found = await db.prisma.moderator.findMany({
    where: { email: { in: [normal, legacy] }, ...(siteId ? { siteId } : {}) },
    select: withStep,
  })
  const one = found.find(({ email }) => email === legacy) ?? found[0]
  return one ? asListed(one) : undefined
}

/** @param language of the console's pages; empty: as the browser asks */
export const chooseLanguage = (db: Database, who: SignedIn, language: string): Promise<void> =>
  choose(db, who, {
    change: 'UPDATE moderators SET language = $2 WHERE id = $1 AND language <> $2',
    ...{ value: language, type: 'moderator.language_chosen', data: { language } },
  })

/** Whether the console covers hard words. */
export const chooseMasking = (db: Database, who: SignedIn, isOn: boolean): Promise<void> =>
  choose(db, who, {
    change: 'UPDATE moderators SET mask_words = $2 WHERE id = $1 AND mask_words <> $2',
    ...{ value: isOn, type: 'moderator.masking_chosen', data: { isOn } },
  })

type Choice = { change: string; value: string | boolean; type: AuditType; data: object }

/** What moderators choose for themselves; the same choice again is no event. */
async function choose(
  db: Database,
  who: SignedIn,
  { change, value, type, data }: Choice,
): Promise<void> {
  await inTransaction(laneOf(db, who.siteId), async (client) => {
    const { rowCount } = await client.query(change, [who.moderatorId, value])
    if (rowCount === 0) return
    await auditOwn(client, who, { type, data })
  })
}
