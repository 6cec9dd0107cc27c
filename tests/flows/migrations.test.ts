import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { Client } from 'pg'
import { applyMigrations } from '../../src/platform/migrations'

const ourMigrations = path.resolve('prisma/migrations')
const names = fs.readdirSync(ourMigrations).filter((name) => !name.endsWith('.toml'))
const databases: string[] = []
const directories: string[] = []

afterAll(async () => {
  for (const name of databases) {
    await query(process.env.TEST_DATABASE_URL, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  for (const directory of directories) fs.rmSync(directory, { recursive: true })
})

async function query(url: string | undefined, sql: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  await query(process.env.TEST_DATABASE_URL, `CREATE DATABASE ${name}`)
  databases.push(name)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  return url.href
}

function directoryWith(scripts: Record<string, string>): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postbag-migrations-'))
  directories.push(directory)
  for (const [name, sql] of Object.entries(scripts)) writeScript(directory, name, sql)
  return directory
}

function writeScript(directory: string, name: string, sql: string) {
  fs.mkdirSync(path.join(directory, name), { recursive: true })
  fs.writeFileSync(path.join(directory, name, 'migration.sql'), sql)
}

// in a process of its own: the engine is an ES module, which Jest cannot load on Node 20
function deployWithPrisma(url: string) {
  const command = ['--import', 'tsx', 'tests/support/deploy-with-prisma.ts']
  const env = { ...process.env, DATABASE_URL: url }
  return JSON.parse(execFileSync(process.execPath, command, { env, encoding: 'utf8' }))
}

const nothingToDo = {
  appliedMigrationNames: [],
  editedMigrationNames: [],
  failedMigrationNames: [],
  history: null,
}

test('Prisma finds nothing to do after us, and we find nothing to do after Prisma', async () => {
  const ours = await emptyDatabase()
  expect(await applyMigrations(ours, ourMigrations)).toEqual(names)
  expect(deployWithPrisma(ours)).toEqual(nothingToDo)

  const theirs = await emptyDatabase()
  expect(deployWithPrisma(theirs)).toEqual({ ...nothingToDo, appliedMigrationNames: names })
  expect(await applyMigrations(theirs, ourMigrations)).toEqual([])

  const rows = `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
    finished_at >= started_at AS finished, id ~ '^[0-9a-f-]{36}$' AS uuid
    FROM _prisma_migrations ORDER BY migration_name`
  expect(await query(ours, rows)).toEqual(await query(theirs, rows))
  const columns = `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`
  expect(await query(ours, columns)).toEqual(await query(theirs, columns))
})

test('processes that start together apply each migration once', async () => {
  const url = await emptyDatabase()
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url, ourMigrations)))
  expect(applied.flat().sort()).toEqual(names)
})

test('a migration that fails is named, leaves nothing behind and can be put right', async () => {
  const url = await emptyDatabase()
  const directory = directoryWith({
    '1_good': 'CREATE TABLE good (id int)',
    '2_bad': 'CREATE TABLE half (id int); SELECT no_such_function()',
  })
  await expect(applyMigrations(url, directory)).rejects.toThrow(
    'Migration 2_bad: function no_such_function() does not exist',
  )
  expect(
    await query(url, `SELECT to_regclass('good') AS good, to_regclass('half') AS half`),
  ).toEqual([{ good: 'good', half: null }])
  writeScript(directory, '2_bad', 'CREATE TABLE half (id int)')
  expect(await applyMigrations(url, directory)).toEqual(['2_bad'])
})

test('a migration that was changed after its application is refused', async () => {
  const url = await emptyDatabase()
  const directory = directoryWith({ '1_good': 'CREATE TABLE good (id int)' })
  await applyMigrations(url, directory)
  writeScript(directory, '1_good', 'CREATE TABLE good (id bigint)')
  await expect(applyMigrations(url, directory)).rejects.toThrow(
    'Migration 1_good was changed after it had been applied',
  )
})

/** The migrations before the given one. */
function releaseBefore(migration: string): string {
  const scriptOf = (name: string) =>
    fs.readFileSync(path.join(ourMigrations, name, 'migration.sql'), 'utf8')
  const before = names.slice(0, names.indexOf(migration)).map((name) => [name, scriptOf(name)])
  return directoryWith(Object.fromEntries(before))
}

test('S5: a token of the previous release gets its maker from the audit, if recorded there', async () => {
  const url = await emptyDatabase()
  await applyMigrations(url, releaseBefore('20261201143000_token_makers'))
  const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
  await query(
    url,
    `INSERT INTO sites (id, slug, name) VALUES ('${id(9)}', 'daily', 'Daily');
     INSERT INTO tokens (id, name, prefix, secret_hash, role)
       SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n, 'pb_', sha256(n::text::bytea), 'owner'
       FROM generate_series(1, 4) n;
     INSERT INTO audit_events (chain, type, actor, data) VALUES
       ('${id(0).replace('4000-8', '0000-0')}', 'token.created', 'moderator:${id(7)}', '{"token": "${id(1)}"}'),
       ('${id(9)}', 'token.created', 'token:${id(1)}', '{"token": "${id(2)}"}'),
       ('${id(9)}', 'token.created', 'operator', '{"token": "${id(3)}"}'),
       ('${id(9)}', 'token.revoked', 'moderator:${id(7)}', '{"token": "${id(4)}"}')`,
  )
  await applyMigrations(url, ourMigrations)
  expect(await query(url, 'SELECT made_by FROM tokens ORDER BY id')).toEqual([
    { made_by: `moderator:${id(7)}` },
    { made_by: `token:${id(1)}` },
    { made_by: null },
    { made_by: null },
  ])
})

const commentId = (number: string) =>
  `('00000000-0000-0000-0000-' || lpad((${number})::text, 12, '0'))::uuid`

type Added = { id: string; parent: string; status: string; count?: number }

/** Comments on one article, written with SQL in terms of their number `n`. */
const addComments = ({ id, parent, status, count = 300 }: Added): string =>
  `INSERT INTO comments (id, site_id, article_id, parent_id, author_name, author_key, network_key, body, text_hash,
     bands, status, receipt_hash)
   SELECT ${id}, s.id, a.id, ${parent}, '', '', '', '', 0, '{}', ${status}, ''
   FROM sites s, articles a, generate_series(1, ${count}) n`

/** A database of the release before threads had roots, with one site and one article. */
async function databaseBeforeRoots(): Promise<string> {
  const url = await emptyDatabase()
  await applyMigrations(url, releaseBefore('20261201100000_thread_roots'))
  await query(
    url,
    `INSERT INTO sites (id, slug, name) VALUES (gen_random_uuid(), 'daily', 'The Daily');
     INSERT INTO articles (id, site_id, slug, title) SELECT gen_random_uuid(), id, 'one', 'One' FROM sites`,
  )
  return url
}

test('R1: threads of the previous release become conversations, including refused comments', async () => {
  const url = await databaseBeforeRoots()
  const idOf = commentId
  const chain = {
    id: idOf('n'),
    parent: `CASE WHEN n > 1 THEN ${idOf('n - 1')} END`,
    status: `CASE n WHEN 7 THEN 'rejected' ELSE 'approved' END`,
  }
  await query(
    url,
    `${addComments(chain)}; ${addComments({ id: idOf('n + 1000'), parent: 'NULL', status: `'spam'` })}`,
  )
  await applyMigrations(url, ourMigrations)
  expect(
    await query(
      url,
      `SELECT count(*)::int AS replies, count(*) FILTER (WHERE root_id = ${idOf('1')})::int AS in_it,
         (SELECT array_agg(id) FROM comments WHERE public_until IS NOT NULL) AS taken_back
       FROM comments WHERE parent_id IS NOT NULL`,
    ),
  ).toEqual([{ replies: 299, in_it: 299, taken_back: ['00000000-0000-0000-0000-000000000007'] }])
})

test('R1: replies get their roots in steps, and a row that is locked delays only what follows', async () => {
  const url = await databaseBeforeRoots()
  const parent = `CASE WHEN n > 1 THEN ${commentId('1')} END`
  await query(url, addComments({ id: commentId('n'), parent, status: `'approved'`, count: 2500 }))
  await applyMigrations(url, releaseBefore('20261201100050_thread_backfill'))
  const moderator = new Client({ connectionString: url })
  await moderator.connect()
  await moderator.query('BEGIN')
  await moderator.query(`SELECT FROM comments WHERE id = ${commentId('2400')} FOR UPDATE`)
  await expect(applyMigrations(url, ourMigrations)).rejects.toMatchObject({ code: '55P03' })
  const count = 'SELECT count(root_id)::int AS filled FROM comments'
  expect(await query(url, count)).toEqual([{ filled: 2000 }])
  await moderator.end()
  const rest = await applyMigrations(url, ourMigrations)
  expect(rest[0]).toBe('20261201100050_thread_backfill')
  expect(await query(url, count)).toEqual([{ filled: 2499 }])
})
