import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../src/platform/project-root'
import { headsFolder } from '../src/scoring/heads.store'
import { loadLanguageDetector } from '../src/scoring/language.store'
import { readData } from './rows'
import { type Folders, train } from './train'

const startedAt = performance.now()
function say(message: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stderr.write(`${seconds.padStart(6)} s  ${message}\n`)
}

/** The heads that ship and the docs of the project, or both in a folder of their own. */
function foldersIn(out: string | undefined): Folders {
  if (out === undefined) return { heads: headsFolder, report: path.join(projectRoot, 'docs') }
  return { heads: path.join(out, 'heads'), report: path.join(out, 'docs') }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (values.data === undefined) throw new Error('Say where the data is: --data DIR')
  const data = readData(path.resolve(values.data))
  const detect = await loadLanguageDetector()
  train({ data, seed: Number(values.seed), detect }, foldersIn(values.out), say)
  say('done')
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
