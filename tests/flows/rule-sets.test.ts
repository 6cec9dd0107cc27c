import { createRuleSets } from '../../src/rules/rule-set.store'
import { type Postbag, startPostbag } from '../support/postbag'
import { waitUntil } from '../support/wait-until'

let postbag: Postbag
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(() => postbag.stop())

async function versionAfter(change: object): Promise<number> {
  await postbag.admin('PATCH', '/sites/daily/settings', change)
  const { rows } = await postbag.services.db.pool.query('SELECT rule_set_version FROM sites')
  return rows[0].rule_set_version
}

test('settings that nobody changed are not read anew for a version that only learnt', async () => {
  const { db, ruleSets } = postbag.services
  const before = await ruleSets.of(postbag.site.id, await versionAfter({ language: 'en' }))
  await db.pool.query('UPDATE sites SET rule_set_version = rule_set_version + 1')
  const after = await ruleSets.of(postbag.site.id, before.version + 1)
  expect(after.version).toBe(before.version + 1)
  // what is made of their lists hangs on them
  expect(after.settings).toBe(before.settings)
  expect(after.trustedDomains).toBe(before.trustedDomains)
})

test('who knows of a newer version never gets the one that is being read for somebody else', async () => {
  const { pool } = postbag.services.db
  const ruleSets = createRuleSets(postbag.services.db, 'no model')
  for (const language of ['de', 'fr']) {
    const version = await versionAfter({ language: 'en' })
    const client = await pool.connect()
    // the settings are read before the banks
    await client.query('BEGIN; LOCK TABLE banks')
    const before = ruleSets.of(postbag.site.id, version)
    await waitUntil('it is being read', async () => {
      const { rows } = await pool.query(
        "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'relation'",
      )
      return rows.length > 0
    })
    const newer = await versionAfter({ language })
    const after = ruleSets.of(postbag.site.id, newer)
    await client.query('COMMIT')
    client.release()
    expect(await before).toMatchObject({ version, settings: { language: 'en' } })
    expect(await after).toMatchObject({ version: newer, settings: { language } })
  }
})
