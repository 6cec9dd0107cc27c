/** Does to DATABASE_URL what `prisma migrate deploy` and `status` do, and prints what they found. */
import { listMigrations, noFilters, openSchemaEngine } from '../../scripts/schema-engine'

async function deploy(url: string) {
  const engine = await openSchemaEngine(url)
  const migrationsList = listMigrations()
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList,
    filters: noFilters,
  })
  const { editedMigrationNames, failedMigrationNames, history } =
    await engine.diagnoseMigrationHistory({
      migrationsList,
      filters: noFilters,
      optInToShadowDatabase: false,
    })
  return { appliedMigrationNames, editedMigrationNames, failedMigrationNames, history }
}

deploy(process.env.DATABASE_URL ?? '').then(
  (found) => {
    console.log(JSON.stringify(found))
    process.exit(0)
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
