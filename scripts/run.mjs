// `npm start`, `npm test`, … on a fresh clone: installs what package-lock.json names, generates the
// database client, then runs the entry in this very process, so that signals reach it directly.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const requireFromRoot = createRequire(path.join(root, 'package.json'))

function stop(message, exitCode = 1) {
  console.error(message)
  process.exit(exitCode)
}

function requireNode(wanted) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [wantedMajor, wantedMinor] = wanted
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  stop(`Postbag needs Node.js ${wanted.join('.')} or newer; this is ${process.version}.`)
}

/** npm writes its own copy of the lock file into node_modules when an installation is complete. */
function isInstalled() {
  const complete = 'node_modules/.package-lock.json'
  return existsSync(complete) && statSync(complete).mtimeMs >= statSync('package-lock.json').mtimeMs
}

function npmCommand() {
  // npm hands the path of its own script to the scripts it runs; so do pnpm and yarn
  const script = process.env.npm_execpath ?? ''
  if (path.basename(script) === 'npm-cli.js') return { command: process.execPath, first: [script] }
  const isWindows = process.platform === 'win32'
  return { command: isWindows ? 'npm.cmd' : 'npm', first: [], shell: isWindows }
}

function install() {
  if (isInstalled()) return
  console.log('Installing the dependencies, about half a minute …')
  const { command, first, shell } = npmCommand()
  const flags = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { error, status } = spawnSync(command, [...first, 'ci', ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  })
  if (error) stop(`npm could not be started: ${error.message}`)
  if (status !== 0) stop('The installation did not succeed; npm says why above.', status ?? 1)
}

/** Runs `prisma generate` when the schema or the installed versions have changed since. */
function generate() {
  const stamp = 'src/generated/prisma/inputs.sha256'
  const hash = createHash('sha256')
  for (const input of ['prisma/schema.prisma', 'package-lock.json'])
    hash.update(readFileSync(input))
  const current = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return
  console.log('Generating the database client …')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--no-hints'],
    {
      encoding: 'utf8',
      // it would otherwise ask its makers for news
      env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (status !== 0) stop(`${stdout}${stderr}\nThe database client could not be generated.`)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, current)
}

function runEntry(entry, rest) {
  if (entry === 'jest') {
    process.argv = [process.execPath, 'jest', ...rest]
    requireFromRoot('jest/bin/jest')
    return
  }
  const file = path.join(root, entry)
  if (!existsSync(file)) stop(`There is no ${entry} in ${root}.`)
  process.argv = [process.execPath, file, ...rest]
  requireFromRoot('tsx/cjs/api').register()
  requireFromRoot(file)
}

process.chdir(root)
requireNode([20, 19])
install()
generate()

const [entry, ...rest] = process.argv.slice(2)
if (entry) runEntry(entry, rest)
