import { defineConfig } from 'prisma/config'

// generate, format and validate never run the schema engine, yet the CLI downloads it first:
// pointing it at any existing file makes them work with no network.
if (!['migrate', 'db'].includes(process.argv[2] ?? ''))
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/postgres' },
})
