import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder with package.json, from the sources and from `dist` alike. */
function findProjectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('There is no package.json above the program.')
  return findProjectRoot(above)
}

export const projectRoot = findProjectRoot(__dirname)
