import type { PoolClient } from 'pg'
import type { Database } from '../../src/platform/database'
import type { PostgresPool } from '../../src/platform/postgres-client'

/** A statement as it was sent, with what was set for its transaction before it. */
export type Statement = {
  text: string
  values: unknown[]
  settings: string[]
  /** Prepared once: the database may stop looking at the values. */
  isNamed: boolean
}

type Sent = { text: string; values?: unknown[]; name?: string }

const isRead = /^\s*(select|with|insert|update|delete)/i

/** Records every further statement sent to a database, inside and outside transactions. */
export function recordStatements(db: Database): { statements: Statement[] } {
  const pool = db.pool as PostgresPool
  const statements: Statement[] = []
  const seen = new WeakSet<PoolClient>()
  pool.on('acquire', (client) => {
    if (seen.has(client)) return
    seen.add(client)
    let settings: string[] = []
    listen(client, ({ text, values = [], name }) => {
      if (/^\s*set local/i.test(text)) settings.push(text)
      if (/^\s*(commit|rollback)/i.test(text)) settings = []
      if (isRead.test(text))
        statements.push({ text, values, settings: [...settings], isNamed: name !== undefined })
    })
  })
  return { statements }
}

/** Hears of everything that is sent, in whichever way the driver is called. */
function listen(client: PoolClient, hear: (sent: Sent) => void): void {
  const query = client.query.bind(client) as (...sent: unknown[]) => unknown
  client.query = ((first: string | Sent, ...rest: unknown[]) => {
    const values = Array.isArray(rest[0]) ? rest[0] : undefined
    hear(typeof first === 'string' ? { text: first, ...(values ? { values } : {}) } : first)
    return query(first, ...rest)
  }) as PoolClient['query']
}

/** Every text once for each way in which it was set up, with a few of the values that were sent. */
export function distinct(statements: readonly Statement[], valuesEach = 3): Statement[] {
  const counts = new Map<string, number>()
  return statements.filter(({ text, settings, values }) => {
    const key = text + settings.join()
    const exact = `${key}${JSON.stringify(values)}`
    const count = counts.get(key) ?? 0
    if (count >= valuesEach || counts.has(exact)) return false
    counts.set(key, count + 1).set(exact, 1)
    return true
  })
}

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Total Cost': number
  Plans?: Plan[]
}

const readWhole = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(readWhole),
]

/** What planning anew at every call may cost at the most before a plan for any values is taken. */
const planningCost = 30

/** @returns the tables that a statement reads from one end to the other, by what it is planned with */
export async function tablesReadWhole(
  client: PoolClient,
  { text, values, settings, isNamed }: Statement,
): Promise<string[]> {
  await client.query('BEGIN')
  try {
    for (const setting of settings) await client.query(setting)
    const planOf = async (how: string, sent: unknown[]): Promise<Plan> =>
      (await client.query(`EXPLAIN (${how} FORMAT JSON) ${text}`, sent)).rows[0]['QUERY PLAN'][0]
        .Plan
    const plan = await planOf('', values)
    const forAnyValues = isNamed ? await planOf('GENERIC_PLAN,', []) : plan
    const isTaken = forAnyValues['Total Cost'] < plan['Total Cost'] + planningCost
    return [...new Set([...readWhole(plan), ...(isTaken ? readWhole(forAnyValues) : [])])]
  } finally {
    await client.query('ROLLBACK')
  }
}
