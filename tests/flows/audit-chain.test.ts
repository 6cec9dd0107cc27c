import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '../../src/audit/verify-audit.flow'
import { inTransaction } from '../../src/platform/database'
import { prepareQueueTables } from '../../src/platform/queue-connection'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { plainText, saveComments } from '../support/saved-comments'

// it starts programs of its own
jest.setTimeout(60_000)

const dataDirectory = mkdtempSync(join(tmpdir(), 'postbag-audit-'))
afterAll(() => rmSync(dataDirectory, { recursive: true }))

let newsroom: Newsroom
/** The chain of the site: its creation and twenty comments. */
beforeEach(async () => {
  newsroom = await openNewsroom()
  await saveComments(
    newsroom,
    Array.from({ length: 20 }, (_, index) => ({ body: plainText(index) })),
  )
})
afterEach(() => newsroom.close())

/** As somebody with the rights of a database administrator would. */
const behindOurBack = (sql: string) =>
  inTransaction(newsroom.db, async (client) => {
    await client.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only')
    await client.query(sql)
    await client.query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only')
  })

const faults = async () =>
  (await verifyAudit(newsroom.db)).flatMap(({ faults: found }) =>
    found.map(({ seq, fault }) => `${seq}: ${fault}`),
  )

/** `npm run audit:verify` */
function runCommand() {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/verify-audit.ts'],
    {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: newsroom.databaseUrl, DATA_DIR: dataDirectory },
    },
  )
  return { status, stdout }
}

test('a chain that nobody touched is intact, and the command says so', async () => {
  await prepareQueueTables(newsroom.db.pool)
  expect(await verifyAudit(newsroom.db)).toEqual([
    { chain: newsroom.site.id, events: 21, faults: [] },
  ])
  expect(runCommand()).toEqual({ status: 0, stdout: `intact  ${newsroom.site.id}  21 events\n` })
})

test('the database refuses to change, remove or empty what was audited and decided', async () => {
  const { pool } = newsroom.db
  for (const sql of [
    "UPDATE audit_events SET actor = 'nobody' WHERE seq = 3",
    'DELETE FROM audit_events WHERE seq = 3',
    'TRUNCATE audit_events',
    'TRUNCATE decisions CASCADE',
  ])
    await expect(pool.query(sql)).rejects.toThrow('append-only')
  expect(await faults()).toEqual([])
})

test.each([
  ['its actor', "actor = 'nobody'"],
  ['its time', "at = at + interval '1 millisecond'"],
  ['its type', "type = 'comment.approved'"],
  ['its facts', `data = '{"article": null}'`],
  ['the comment it is about', 'comment_id = NULL'],
])('a change of %s is detected', async (_, change) => {
  await behindOurBack(`UPDATE audit_events SET ${change} WHERE seq = 7`)
  expect(await faults()).toEqual(['7: its content was changed'])
})

test('a change that brings its own hash along is detected at the next event', async () => {
  await behindOurBack(
    `UPDATE audit_events SET actor = 'nobody' WHERE seq = 7;
     UPDATE audit_events e SET hash = sha256(previous_hash || convert_to(audit_line(e), 'UTF8')) WHERE seq = 7`,
  )
  expect(await faults()).toEqual(['8: it does not follow the event before it'])
})

test('an event that was taken out is missed', async () => {
  await behindOurBack('DELETE FROM audit_events WHERE seq = 7')
  expect(await faults()).toContain('8: event 7 is missing')
})

test('an end that was cut off is missed, and the command ends with an error', async () => {
  await behindOurBack('DELETE FROM audit_events WHERE seq > 15')
  expect(await faults()).toEqual(['21: the end of the chain is missing'])
  const { status, stdout } = runCommand()
  expect(status).toBe(1)
  expect(stdout).toContain(`BROKEN  ${newsroom.site.id}`)
  expect(stdout).toContain('the end of the chain is missing')
})

test('writers at once number their events without gaps', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, batch) =>
      saveComments(
        newsroom,
        Array.from({ length: 5 }, (_, index) => ({ body: plainText(100 + batch * 5 + index) })),
      ),
    ),
  )
  expect(await verifyAudit(newsroom.db)).toEqual([
    { chain: newsroom.site.id, events: 121, faults: [] },
  ])
})
