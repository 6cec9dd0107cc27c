import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { DatabaseError } from 'pg'
import { type Binaries, postgresEnvironment } from './embedded-postgres-binaries'
import type { Place } from './embedded-postgres-place'
import { createClient } from './postgres-client'

const run = promisify(execFile)
const name = 'postbag'

/** A PostgreSQL data directory, running or not. */
export type Cluster = {
  place: Place
  binaries: Binaries
  password: string
}

/**
 * Opens the data directory of a place, making it first where there is none.
 * @param unsafe skip flushing to disk, for tests only
 * @throws Error when another major version of PostgreSQL has written the data
 */
export async function openCluster(
  place: Place,
  binaries: Binaries,
  unsafe: boolean,
): Promise<Cluster> {
  const { dataDirectory } = place
  try {
    if (!fs.existsSync(path.join(dataDirectory, 'PG_VERSION'))) {
      await createCluster(place, binaries, unsafe)
    }
    requireMajor(dataDirectory, binaries.major)
    const password = fs.readFileSync(passwordFileIn(dataDirectory), 'utf8')
    return { place, binaries, password }
  } catch (error) {
    if (!isDenied(error)) throw error
    throw new Error(
      `The database in ${dataDirectory} belongs to another account. Start Postbag as that account.`,
      { cause: error },
    )
  }
}

/** @returns the URL of a database of the cluster, by default Postbag's own */
export function urlOf(cluster: Cluster, port: number, database = name): string {
  return `postgresql://${name}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/** Creates Postbag's database if the cluster has none yet. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = createClient({ connectionString: urlOf(cluster, port, 'postgres') })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name}`)
  } catch (error) {
    // another process of ours was faster
    if (!(error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? ''))) {
      throw error
    }
  } finally {
    await client.end()
  }
}

/** Each process initialises a directory of its own; the rename decides which of them counts. */
async function createCluster(place: Place, binaries: Binaries, unsafe: boolean): Promise<void> {
  const fresh = path.join(place.directory, `data.new-${process.pid}`)
  const passwordFile = `${fresh}.password`
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.writeFileSync(passwordFile, randomBytes(18).toString('base64url'), {
    mode: 0o600,
    flush: true,
  })
  if (place.account) fs.chownSync(passwordFile, place.account.uid, place.account.gid)
  await initialise(fresh, passwordFile, { place, binaries, unsafe })
  fs.renameSync(passwordFile, passwordFileIn(fresh))
  try {
    fs.renameSync(fresh, place.dataDirectory)
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true })
    if (!fs.existsSync(path.join(place.dataDirectory, 'PG_VERSION'))) throw error
  }
}

type Initialisation = {
  place: Place
  binaries: Binaries
  unsafe: boolean
}

async function initialise(
  directory: string,
  passwordFile: string,
  { place, binaries, unsafe }: Initialisation,
): Promise<void> {
  const options = [
    `--pgdata=${directory}`,
    `--username=${name}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation sorts the same on every machine
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(unsafe ? ['--no-sync'] : []),
  ]
  await run(binaries.program('initdb'), options, {
    ...place.account,
    cwd: place.directory,
    env: postgresEnvironment,
  })
}

/** Lies inside, so that data and password come into being in one step. */
function passwordFileIn(dataDirectory: string): string {
  return path.join(dataDirectory, 'postbag-password')
}

function requireMajor(dataDirectory: string, bundled: string): void {
  const written = fs.readFileSync(path.join(dataDirectory, 'PG_VERSION'), 'utf8').trim()
  if (written === bundled) return
  throw new Error(
    `The data in ${dataDirectory} was written by PostgreSQL ${written}; this release of Postbag ` +
      `brings PostgreSQL ${bundled}, which cannot read it. Export it with the release that wrote ` +
      `it (pg_dump), move the directory away, start this release and import; or serve it with a ` +
      `PostgreSQL ${written} of your own and set DATABASE_URL.`,
  )
}

function isDenied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EACCES' || code === 'EPERM'
}
