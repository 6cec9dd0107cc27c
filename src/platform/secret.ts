import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The service's secret: the configured one, else one made at the first start and kept (mode 0600). */
export function readSecret(dataDirectory: string, configured: string | undefined): string {
  if (configured) return configured
  const file = join(dataDirectory, 'secret-key')
  mkdirSync(dataDirectory, { recursive: true })
  try {
    // "wx": of two processes that start at once only one makes it
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
