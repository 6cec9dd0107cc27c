import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Postbag, startPostbag } from '../support/postbag'

let postbag: Postbag
const directory = mkdtempSync(join(tmpdir(), 'postbag-rules-'))
beforeAll(async () => {
  postbag = await startPostbag({ worker: false })
})
afterAll(async () => {
  rmSync(directory, { recursive: true })
  await postbag.stop()
})

type Finished = { stdout: string; stderr: string; status: number | null }

/** What `npm run rules -- …` runs. */
function rulesCommand(...parameters: string[]): Promise<Finished> {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: postbag.services.config.databaseUrl,
    DATA_DIR: directory,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/rules-file.ts', ...parameters], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ stdout, stderr, status }))
  })
}

function fileWith(text: string): string {
  const path = join(directory, 'rules.yaml')
  writeFileSync(path, text)
  return path
}

const yaml = `postbag: 1
banks:
  - name: boats
    kind: words
    entries: [trawler, "fishing boat*"]
    disguises: false
rules:
  - name: About boats
    mode: live
    when: list("boats") && comment.words > 3
    then: { action: hold, reason: off_topic }
`

test('rules and banks go from a file into a site and back', async () => {
  const imported = await rulesCommand('import', '--site=daily', fileWith(yaml))
  expect(imported).toEqual({ stdout: 'Imported 1 rules and 1 banks.\n', stderr: '', status: 0 })
  const { rules } = (await postbag.admin('GET', '/sites/daily/rules')).body
  expect(rules).toMatchObject([{ name: 'About boats', mode: 'live', version: 1 }])
  const exported = await rulesCommand('export', '--site=daily')
  expect(exported.status).toBe(0)
  expect(exported.stdout).toBe((await postbag.admin('GET', '/sites/daily/rule-file')).body)
  expect((await rulesCommand('import', '--site=daily', fileWith(exported.stdout))).status).toBe(0)
  expect((await rulesCommand('export', '--site=daily')).stdout).toBe(exported.stdout)
})

test('a file that cannot be used changes nothing and says why', async () => {
  const before = (await postbag.admin('GET', '/sites/daily/rule-file')).body
  const refused = await rulesCommand(
    'import',
    '--site=daily',
    fileWith(yaml.replace('"boats"', '"cars"')),
  )
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('nothing was changed')
  expect(refused.stderr).toContain('rules.0.when: There is no word list "cars".')
  expect((await postbag.admin('GET', '/sites/daily/rule-file')).body).toBe(before)
})

test('orders that make no sense are answered with how to use it', async () => {
  expect(await rulesCommand('export', '--site=nowhere')).toMatchObject({
    status: 1,
    stderr: 'There is no site "nowhere".\n',
  })
  for (const parameters of [[], ['delete'], ['import']]) {
    const { status, stderr } = await rulesCommand(...parameters)
    expect(status).toBe(1)
    expect(stderr).toContain('Usage: npm run rules')
  }
})
