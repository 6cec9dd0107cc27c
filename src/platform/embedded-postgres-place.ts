import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { sha256 } from './keys'
import type { Account } from './watchdog'

const run = promisify(execFile)

/** Where root keeps what an unprivileged account has to reach. */
export const sharedStateDirectory = '/var/lib/postbag'

/** Readable for every account, whatever the umask of root says. */
export function makeSharedStateDirectory(): void {
  fs.mkdirSync(sharedStateDirectory, { recursive: true })
  fs.chmodSync(sharedStateDirectory, 0o755)
}

export type Place = {
  /** holds the data directory, reachable for the account */
  directory: string
  dataDirectory: string
  /** who runs PostgreSQL when we are root, which PostgreSQL refuses to be */
  account?: Account
}

/**
 * Settles where the database lies and who runs it. An ordinary user gets the wanted directory.
 * Root runs the server as the owner of existing data, else as `postgres` or `nobody`, and moves to
 * {@link sharedStateDirectory} where that account cannot reach the wanted directory (under /root).
 * @throws Error when no such account exists or no directory can be used
 */
export async function choosePlace(wanted: string): Promise<Place> {
  if (process.getuid?.() !== 0) {
    makePrivate(wanted)
    return placeAt(wanted)
  }
  const candidates = [wanted, path.join(sharedStateDirectory, nameFor(wanted))]
  for (const directory of candidates) {
    const owner = ownerOf(placeAt(directory).dataDirectory)
    if (owner) return placeAt(directory, owner)
  }
  const account = await unprivilegedAccount()
  for (const directory of candidates) {
    if (await claim(directory, account)) return placeAt(directory, account)
  }
  throw new Error(
    `Neither ${candidates.join(' nor ')} can be used for the database. Set DATABASE_URL or DATA_DIR.`,
  )
}

function placeAt(directory: string, account?: Account): Place {
  return { directory, dataDirectory: path.join(directory, 'data'), account }
}

function nameFor(directory: string): string {
  return sha256(directory).toString('hex').slice(0, 16)
}

/** The parents get the usual mode: a recursive mkdir with 0700 would lock them too. */
function makePrivate(directory: string): void {
  try {
    fs.mkdirSync(path.dirname(directory), { recursive: true })
    if (!fs.existsSync(directory)) fs.mkdirSync(directory, { mode: 0o700 })
    fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    throw new Error(
      `The database directory ${directory} cannot be used by this account. ` +
        'Start Postbag as the account that owns it, or set DATA_DIR to another directory.',
      { cause: error },
    )
  }
}

function ownerOf(dataDirectory: string): Account | undefined {
  const stat = fs.statSync(dataDirectory, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

/** initdb looks its account up by name, so an invented number would not do. */
async function unprivilegedAccount(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    try {
      const uid = Number((await run('id', ['-u', name])).stdout)
      const gid = Number((await run('id', ['-g', name])).stdout)
      if (uid > 0) return { uid, gid }
    } catch {
      // no such account here
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. ' +
      'Start Postbag as an ordinary user, or set DATABASE_URL.',
  )
}

/** Gives the directory to the account; false where the account cannot get to it. */
async function claim(directory: string, account: Account): Promise<boolean> {
  const parent = path.dirname(directory)
  try {
    if (parent === sharedStateDirectory) makeSharedStateDirectory()
    else fs.mkdirSync(parent, { recursive: true })
    await run('/bin/sh', ['-c', 'cd "$0"', parent], { ...account, cwd: '/' })
    if (!fs.existsSync(directory)) fs.mkdirSync(directory, { mode: 0o700 })
    fs.chownSync(directory, account.uid, account.gid)
    return true
  } catch {
    return false
  }
}
