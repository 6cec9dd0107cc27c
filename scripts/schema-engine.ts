/**
 * Prisma's schema engine as WebAssembly. The native one, which `prisma migrate` runs, would have to
 * be downloaded. What connects it to PostgreSQL needs the three repairs below.
 */
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Client, Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg'

export const migrationsDirectory = path.resolve(__dirname, '../prisma/migrations')
export const noFilters = { externalTables: [], externalEnums: [] }
const schemaFile = path.resolve(__dirname, '../prisma/schema.prisma')
const engineModule = '@prisma/schema-engine-wasm/schema_engine_bg'
const charType = 18
const textType = 25

/** by the rows of a result, which pass through PrismaPg untouched */
const charColumns = new WeakMap<unknown[][], number[]>()

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * Opens the engine on a database. Once in a process only: its glue code keeps a single instance.
 * Its connections keep the process alive for a while, so end with process.exit.
 */
export function openSchemaEngine(url: string): Promise<SchemaEngineModule.SchemaEngine> {
  return loadEngine().SchemaEngine.new(
    { datamodels: [['schema.prisma', readSchema()]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new SchemaEnginePg(url)),
  )
}

export function readSchema(): string {
  return fs.readFileSync(schemaFile, 'utf8')
}

export function listMigrations(): SchemaEngineModule.MigrationList {
  const names = fs
    .readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  const read = (...segments: string[]) =>
    fs.readFileSync(path.join(migrationsDirectory, ...segments), 'utf8')
  return {
    baseDir: migrationsDirectory,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: read(name, 'migration.sql') },
      },
    })),
  }
}

class SchemaEnginePg extends PrismaPg {
  constructor(private readonly url: string) {
    super(poolOn(url), { disposeExternalPool: true })
  }

  override async connect(): Promise<PgAdapter> {
    return repaired(await super.connect())
  }

  /** PrismaPg's own takes the main database for the scratch one when it was given a URL. */
  override async connectToShadowDb(): Promise<PgAdapter> {
    const scratch = `shadow_${randomUUID().replaceAll('-', '')}`
    await execute(this.url, `CREATE DATABASE ${scratch}`)
    const url = new URL(this.url)
    url.pathname = `/${scratch}`
    const adapter = await new SchemaEnginePg(url.href).connect()
    const dispose = adapter.dispose.bind(adapter)
    return Object.assign(adapter, {
      dispose: async () => {
        await dispose()
        await execute(this.url, `DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`)
      },
    })
  }
}

/** PrismaPg splits a script at every semicolon, and knows no type "char", which catalog tables use. */
function repaired(adapter: PgAdapter): PgAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      try {
        await adapter.underlyingDriver().query(script)
      } catch (error) {
        // the engine would only say that some error came from outside
        console.error(error)
        throw error
      }
    },
    queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
      const result = await queryRaw(query)
      for (const column of charColumns.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character
      }
      return result
    },
  })
}

/** Passes "char" off as text, which PrismaPg lets through, and remembers the columns. */
function poolOn(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 2 })
  const query: (config: QueryArrayConfig) => Promise<QueryArrayResult> = pool.query.bind(pool)
  return Object.assign(pool, {
    query: async (config: QueryArrayConfig) => {
      const result = await query(config)
      const columns: number[] = []
      // a script of several statements has no fields
      result.fields?.forEach((field, column) => {
        if (field.dataTypeID !== charType) return
        field.dataTypeID = textType
        columns.push(column)
      })
      if (columns.length > 0) charColumns.set(result.rows, columns)
      return result
    },
  })
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The loader that the package ships is for bundlers: it imports the .wasm file as a module. */
function loadEngine(): typeof SchemaEngineModule {
  const glue: typeof SchemaEngineModule = require(engineModule)
  const file = path.join(path.dirname(require.resolve(engineModule)), 'schema_engine_bg.wasm')
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)), {
    './schema_engine_bg.js': { ...glue },
  })
  glue.__wbg_set_wasm(exports)
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start()
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  return glue
}
