import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../platform/keys'
import { projectRoot } from '../platform/project-root'

const styles = [
  'base',
  'controls',
  'frame',
  'queue',
  'card',
  'why',
  'actions',
  'dialogs',
  'pages',
  'search',
  'statistics',
  'quality',
  'batch',
  'rules',
  'rule-form',
  'rule-condition',
  'rule-tests',
  'account',
  'settings',
  'house-rules',
  'audit',
]

type Asset = { path: string; type: string; content: Buffer }

const directory = join(projectRoot, 'src/console/assets')
const hashOf = (content: Buffer): string => sha256(content).toString('hex').slice(0, 10)

/** Files of ours served as one, by an address that changes with their content. */
function asset(name: string, type: 'css' | 'javascript', files: readonly string[]): Asset {
  const content = Buffer.concat(files.map((file) => readFileSync(join(directory, file))))
  const ending = type === 'css' ? 'css' : 'js'
  return {
    path: `/assets/${name}-${hashOf(content)}.${ending}`,
    type: `text/${type}; charset=utf-8`,
    content,
  }
}

const script = (name: string) => asset(name, 'javascript', [`${name}.js`])

/** Modules that import each other by their names: one hash of all of them is the folder they lie in. */
function modules(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(join(directory, folder)).toSorted()
  const contents = names.map((name) => readFileSync(join(directory, folder, name)))
  const path = `/assets/${folder}-${hashOf(Buffer.concat(contents))}`
  const type = 'text/javascript; charset=utf-8'
  return new Map(
    contents.map((content, at) => [
      names[at] ?? '',
      { path: `${path}/${names[at]}`, type, content },
    ]),
  )
}

const desk = modules('desk')

function ofDesk(name: string): Asset {
  const found = desk.get(`${name}.js`)
  if (!found) throw new Error(`There is no module ${name}.`)
  return found
}

export const stylesheet = asset(
  'console',
  'css',
  styles.map((name) => `${name}.css`),
)

/** Each for the pages that name it; a page works without. */
export const scripts = {
  cards: ofDesk('cards'),
  comment: ofDesk('comment'),
  batch: script('batch'),
  rules: script('rules'),
  settings: script('settings'),
  audit: script('audit'),
}

/** Everything that is served. */
export const consoleAssets: readonly Asset[] = [
  ...new Set([stylesheet, ...Object.values(scripts), ...desk.values()]),
]
