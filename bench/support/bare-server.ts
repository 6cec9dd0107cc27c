/**
 * What the intake is compared with: Express, JSON, one INSERT with a prepared statement, one answer.
 * No sum, no queue, no checks, no audit; the same columns as a comment of ours.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Pool } from 'pg'

const table = `CREATE TABLE IF NOT EXISTS bare_comments (
  id uuid PRIMARY KEY, article text NOT NULL, author text NOT NULL, author_key bytea NOT NULL,
  network_key bytea NOT NULL, body text NOT NULL, text_hash bigint NOT NULL, bands int[] NOT NULL,
  status text NOT NULL DEFAULT 'pending', version int NOT NULL DEFAULT 0, receipt_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now())`

const insert = {
  name: 'insert',
  text: `INSERT INTO bare_comments (id, article, author, author_key, network_key, body, text_hash, bands, receipt_hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}
const filler = { key: randomBytes(16), hash: randomBytes(32), bands: [1, 65_537, 131_073, 196_609] }

async function main(): Promise<void> {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 8 })
  await pool.query(table)
  const app = express()
  app.post('/comments', express.json(), async (request, response) => {
    const { author, body } = request.body
    const id = randomUUID()
    const values = [id, 'the-long-bench', author, filler.key, filler.key, body, 42, filler.bands]
    await pool.query({ ...insert, values: [...values, filler.hash] })
    response.status(202).json({ id, status: 'pending' })
  })
  app.get('/comments', async (_request, response) => {
    const { rows } = await pool.query({
      name: 'thread',
      text: 'SELECT id, author, body, created_at FROM bare_comments ORDER BY created_at DESC LIMIT 100',
    })
    response.json({ comments: rows })
  })
  const server = app.listen(0, '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
  process.on('SIGTERM', () => process.exit(0))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
