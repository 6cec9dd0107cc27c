import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** Migrated once for each test run; test files work on copies of it. */
export const templateDatabase = 'postbag_template'

export type TestDatabase = { url: string; drop(): Promise<void> }

/** @returns a new empty database with all tables, on the PostgreSQL of this test run */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await executeOnServer(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`)
  const url = new URL(testServerUrl())
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: () => executeOnServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

function testServerUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is set by tests/support/global-setup.ts.')
  return url
}

async function executeOnServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: testServerUrl() })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
