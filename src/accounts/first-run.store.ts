import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { systemChain } from '../audit/audit'
import { appendAudit } from '../audit/audit.store'
import type { Database } from '../platform/database'
import type { NormalEmail } from './email'

/** Any number will do, as long as no other lock of this service uses it. */
const firstRunLock = 4_710_815

const retryMs = 200

/**
 * Runs the work of the very first start: of several processes that start on an empty database one
 * does it, and the others wait for it. What is cut off half-way is done again at the next start.
 * The lock belongs to the connection rather than to a transaction, which would stay open for seconds.
 * @returns undefined when it was done before
 */
export async function onFirstRun<T>(db: Database, work: () => Promise<T>): Promise<T | undefined> {
  const client = await db.pool.connect()
  try {
    while (!(await isLocked(client))) await pause(retryMs)
    const { rows } = await client.query<{ done: boolean }>(
      "SELECT EXISTS (SELECT 1 FROM audit_events WHERE type = 'service.installed') AS done",
    )
    if (rows[0]?.done) return undefined
    const result = await work()
    await appendAudit(client, { chain: systemChain, type: 'service.installed', actor: 'system' })
    return result
  } finally {
    // closing the connection releases the lock
    client.release(true)
  }
}

async function isLocked(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS locked',
    [firstRunLock],
  )
  return rows[0]?.locked === true
}

/** @returns the id of the owner, whom a first start that was cut off may have left */
export async function saveFirstOwner(
  db: Database,
  email: NormalEmail,
  passwordHash: string,
): Promise<string> {
  const { id } = await db.prisma.moderator.upsert({
    where: { email },
    create: { email, name: 'Owner', role: 'owner', passwordHash },
    update: { passwordHash },
    select: { id: true },
  })
  return id
}

type FirstRun = { consoleUrl: string; email: string; password: string; token: string }

/** Complete or absent, and for nobody else to read. */
export function writeFirstRunFile(dataDirectory: string, firstRun: FirstRun): string {
  mkdirSync(dataDirectory, { recursive: true })
  const file = resolve(join(dataDirectory, 'first-run.json'))
  writeFileSync(`${file}.new`, `${JSON.stringify(firstRun, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return file
}
