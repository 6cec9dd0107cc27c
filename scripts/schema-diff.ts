/**
 * Holds prisma/migrations against prisma/schema.prisma: `check` fails when they differ,
 * `create NAME` writes the missing migration. DATABASE_URL names a server for a scratch database.
 */
import * as fs from 'node:fs'
import * as path from 'node:path'
import {
  listMigrations,
  migrationsDirectory,
  noFilters,
  openSchemaEngine,
  readSchema,
} from './schema-engine'

const differenceFound = 2

/** @returns the SQL that leads from the migrations to schema.prisma, empty when they agree */
async function missingSql(url: string): Promise<string> {
  const engine = await openSchemaEngine(url)
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...listMigrations() },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: readSchema() }] },
    script: true,
    exitCode: true,
    filters: noFilters,
  })
  return exitCode === differenceFound ? (stdout ?? '') : ''
}

function writeMigration(name: string, sql: string): string {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const file = path.join(migrationsDirectory, `${stamp}_${name}`, 'migration.sql')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, sql)
  return path.relative(process.cwd(), file)
}

/** @returns the exit code */
async function main([command, name]: string[]): Promise<number> {
  const url = process.env.DATABASE_URL
  const isUsable = command === 'check' || (command === 'create' && name)
  if (!url || !isUsable) {
    console.error(
      'Use: DATABASE_URL=… npx tsx scripts/schema-diff.ts check | create NAME\n' +
        'DATABASE_URL names a PostgreSQL server on which a scratch database may be made.',
    )
    return 2
  }
  const sql = await missingSql(url)
  if (!sql) {
    console.log('The migrations lead to what schema.prisma says.')
    return 0
  }
  if (command === 'create' && name) {
    console.log(`Wrote ${writeMigration(name, sql)}`)
    return 0
  }
  console.log(`The migrations lack this to lead to schema.prisma:\n\n${sql}`)
  return 1
}

main(process.argv.slice(2)).then(
  // the pools of the engine would keep the process alive for a while
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
