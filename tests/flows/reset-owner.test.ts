import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addModerator, consoleClient, password } from '../support/console'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
let olga: string
const directory = mkdtempSync(join(tmpdir(), 'postbag-owner-'))
const sql = (text: string, values: unknown[] = []) => postbag.services.db.pool.query(text, values)

beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
  olga = await addModerator(postbag, { email: 'olga@desk.example', name: 'Olga', role: 'owner' })
  await addModerator(postbag, { email: 'mia@desk.example', name: 'Mia' })
})
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await postbag.stop()
})

/** What `npm run owner:reset -- …` runs. */
const resetCommand = (...parameters: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/reset-owner.ts', ...parameters], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: directory },
      DATABASE_URL: postbag.services.config.databaseUrl,
    },
  })

const signIn = async (typed: string) => {
  const client = consoleClient(postbag)
  const form = { email: 'olga@desk.example', password: typed }
  const { location } = await client.post('/console/sign-in', form)
  return { client, location }
}

test('an owner without password and second step gets in again, which the audit says', async () => {
  await sql(
    "INSERT INTO second_factors (moderator_id, sealed_secret, confirmed_at) VALUES ($1, '\\x00', now())",
    [olga],
  )
  expect((await signIn(password)).location).toContain('/console/sign-in/code')
  const { stdout } = await resetCommand('--email', 'Olga@desk.example')
  expect(stdout).toContain('The second step is switched off')
  const [, oneTime = ''] = /One-time password: ([\w-]{16})\n/.exec(stdout) ?? []
  expect((await signIn(password)).location).toBe('')
  const { client, location } = await signIn(oneTime)
  expect(location).toBe('/console/queue')
  expect((await client.get(location)).location).toBe('/console/account/password')
  const { rows } = await sql(
    "SELECT type, actor FROM audit_events WHERE data->>'moderator' = $1 ORDER BY seq",
    [olga],
  )
  expect(rows).toEqual([
    { type: 'moderator.password_reset', actor: 'system' },
    { type: 'second_factor.reset', actor: 'system' },
  ])
})

test('an owner whose access has ended is brought back', async () => {
  await sql('UPDATE moderators SET disabled_at = now() WHERE id = $1', [olga])
  const { stdout } = await resetCommand('--email=olga@desk.example')
  const [, oneTime = ''] = /One-time password: ([\w-]{16})\n/.exec(stdout) ?? []
  expect((await signIn(oneTime)).location).toBe('/console/queue')
})

test.each([
  ['a moderator', ['--email=mia@desk.example'], 'There is no owner with the address'],
  ['nobody', ['--email=who@desk.example'], 'There is no owner with the address'],
  ['no address', [], 'Usage: npm run owner:reset'],
])('%s is not let in, and the command says why', async (_, parameters, message) => {
  const failed = resetCommand(...parameters)
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
})
