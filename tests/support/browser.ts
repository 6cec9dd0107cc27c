import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const packageDirectory = path.resolve('node_modules/@sparticuz/chromium')
const cacheDirectory = path.resolve('node_modules/.cache')

/**
 * Starts Chromium without a window: the one of the system, else the one of the npm package
 * `@sparticuz/chromium` (Linux on x64), which needs no system package and no font.
 * @throws Error where there is neither
 */
export async function launchBrowser(): Promise<Browser> {
  const onSystem = findOnPath(systemNames)
  if (onSystem) return chromium.launch({ executablePath: onSystem })
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Install Chromium: none of ${systemNames.join(', ')} is on the PATH.`)
  }
  const directory = unpackOnce()
  return chromium.launch({
    executablePath: path.join(directory, 'chromium'),
    env: {
      ...process.env,
      FONTCONFIG_FILE: path.join(directory, 'fonts.conf'),
      ...librariesFor(directory),
    },
  })
}

function findOnPath(names: string[]): string | undefined {
  const directories = (process.env.PATH ?? '').split(path.delimiter)
  return names
    .flatMap((name) => directories.map((directory) => path.join(directory, name)))
    .find((file) => fs.existsSync(file))
}

/** Unpacked beside and renamed: test files may run at the same time, and one may be interrupted. */
function unpackOnce(): string {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(packageDirectory, 'package.json'), 'utf8'),
  )
  const directory = path.join(cacheDirectory, `chromium-${version}`)
  if (fs.existsSync(directory)) return directory
  const partial = `${directory}.${process.pid}`
  fs.mkdirSync(partial, { recursive: true })
  unpackInto(partial)
  fs.writeFileSync(path.join(partial, 'fonts.conf'), fontConfiguration(directory))
  try {
    fs.renameSync(partial, directory)
  } catch {
    fs.rmSync(partial, { recursive: true })
  }
  return directory
}

/** In a process of its own: the package is an ES module, which Jest cannot load on Node 20. */
function unpackInto(directory: string): void {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    // it unpacks to the temp directory, and its libraries only where it believes to be on Lambda
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${stderr}`)
}

function fontConfiguration(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(directory, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(directory, 'font-cache')}</cachedir>
</fontconfig>
`
}

/** The packed libraries serve only where the system lacks them, so as not to mix two sets. */
function librariesFor(directory: string): { LD_LIBRARY_PATH?: string } {
  const { stdout } = spawnSync('ldd', [path.join(directory, 'chromium')], { encoding: 'utf8' })
  const isComplete = stdout && !stdout.includes('not found')
  return isComplete ? {} : { LD_LIBRARY_PATH: path.join(directory, 'al2023', 'lib') }
}
