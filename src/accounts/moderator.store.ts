import type { Database } from '../platform/database'
import type { Role } from './token'

export type NewModerator = {
  email: string
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
  const email = moderator.email.toLowerCase()
  const [created] = await db.prisma.moderator.createManyAndReturn({
    data: [{ ...moderator, email }],
    select: shown,
    skipDuplicates: true,
  })
  return created
}

/** Those who may sign in; of one site when `siteId` is given. */
export const listModerators = (db: Database, siteId: string | null) =>
  db.prisma.moderator.findMany({
    where: { disabledAt: null, ...(siteId ? { siteId } : {}) },
    orderBy: { createdAt: 'asc' },
    select: shown,
  })

/** Ends access at once, tokens included; decisions keep their author. */
export async function disableModerator(
  db: Database,
  id: string,
  siteId: string | null,
): Promise<boolean> {
  const { count } = await db.prisma.moderator.updateMany({
    where: { id, disabledAt: null, ...(siteId ? { siteId } : {}) },
    data: { disabledAt: new Date() },
  })
  return count > 0
}
