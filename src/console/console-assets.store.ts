import { readFileSync } from 'node:fs'
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

/** Files of ours served as one, by an address that changes with their content. */
function asset(name: string, type: string, files: readonly string[]) {
  const content = Buffer.concat(
    files.map((file) => readFileSync(join(projectRoot, 'src/console/assets', file))),
  )
  const hash = sha256(content).toString('hex').slice(0, 10)
  const ending = type === 'text/css' ? 'css' : 'js'
  return { path: `/assets/${name}-${hash}.${ending}`, type: `${type}; charset=utf-8`, content }
}

const script = (name: string) => asset(name, 'text/javascript', [`${name}.js`])

export const stylesheet = asset(
  'console',
  'text/css',
  styles.map((name) => `${name}.css`),
)

/** Each for the pages that name it; a page works without. */
export const scripts = {
  cards: script('cards'),
  batch: script('batch'),
  rules: script('rules'),
  settings: script('settings'),
  audit: script('audit'),
}
