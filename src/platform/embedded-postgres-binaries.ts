import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import {
  makeSharedStateDirectory,
  type Place,
  sharedStateDirectory,
} from './embedded-postgres-place'

const run = promisify(execFile)
const isWindows = process.platform === 'win32'

/** None of our own variables: they hold secrets, and PG* and LC_* ones would change what it does. */
export const postgresEnvironment = { LC_ALL: 'C' }

export type Binaries = {
  /** first number of the version, which a data directory is bound to */
  major: string
  /** @returns the path of a program, such as `postgres` or `initdb` */
  program(name: string): string
}

const manifest = z.object({ version: z.string() })
const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Makes the PostgreSQL of the npm package runnable for the account of the place, and checks that it
 * runs. It is copied where the package cannot be used as it lies: read-only, or under /root.
 * @throws Error when npm has no PostgreSQL for this platform, or it does not run here
 */
export async function prepareBinaries(place: Place): Promise<Binaries> {
  const installed = packageDirectory()
  const { version } = manifest.parse(readJson(path.join(installed, 'package.json')))
  const directory = (await runsIn(installed, place))
    ? installed
    : await copyFor(place, installed, version)
  return {
    major: version.split('.')[0] ?? version,
    program: (name) => programIn(directory, name),
  }
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${isWindows ? 'windows' : process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..')
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    )
  }
}

function programIn(directory: string, name: string): string {
  return path.join(directory, 'native', 'bin', isWindows ? `${name}.exe` : name)
}

async function runsIn(directory: string, place: Place): Promise<boolean> {
  try {
    linkLibraries(directory)
    await tryRunning(directory, place)
    return true
  } catch {
    return false
  }
}

async function tryRunning(directory: string, { account }: Place): Promise<void> {
  await run(programIn(directory, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: postgresEnvironment,
  })
}

/** Packages of npm carry no symbolic links, and the install script that would make them may be off. */
function linkLibraries(directory: string): void {
  const list = path.join(directory, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of symlinks.parse(readJson(list))) {
    const link = path.join(directory, target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.basename(source), link)
    } catch (error) {
      // another process of ours may be doing the same
      if (!fs.existsSync(link)) throw error
    }
  }
}

async function copyFor(place: Place, installed: string, version: string): Promise<string> {
  if (place.account) makeSharedStateDirectory()
  const parent = place.account ? sharedStateDirectory : place.directory
  const copy = path.join(
    parent,
    `postgres-${version}${place.account ? `-${place.account.uid}` : ''}`,
  )
  if (!fs.existsSync(copy)) copyOnce(installed, copy, place)
  try {
    await tryRunning(copy, place)
  } catch (error) {
    throw new Error(
      'The embedded PostgreSQL does not run on this machine (on Linux it needs the GNU C library). ' +
        `Set DATABASE_URL to a PostgreSQL server. ${error instanceof Error ? error.message : ''}`,
      { cause: error },
    )
  }
  return copy
}

/** Copied beside and renamed, so that no half copy is ever taken for a whole one. */
function copyOnce(installed: string, copy: string, { account }: Place): void {
  const partial = `${copy}.${process.pid}`
  fs.rmSync(partial, { recursive: true, force: true })
  fs.cpSync(installed, partial, { recursive: true, verbatimSymlinks: true })
  linkLibraries(partial)
  if (account) giveTo(partial, account)
  try {
    fs.renameSync(partial, copy)
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw error
  }
}

function giveTo(directory: string, { uid, gid }: NonNullable<Place['account']>): void {
  fs.chownSync(directory, uid, gid)
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(directory, name), uid, gid)
  }
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
