import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../platform/keys'
import { projectRoot } from '../platform/project-root'

function readAsset(file: string, type: string) {
  const content = readFileSync(join(projectRoot, 'src/console/assets', file))
  const [name, ending] = file.split('.')
  const hash = sha256(content).toString('hex').slice(0, 10)
  return { path: `/assets/${name}-${hash}.${ending}`, type, content }
}

/** The two files of the console, by addresses that change with their content. */
export const consoleAssets = {
  stylesheet: readAsset('console.css', 'text/css; charset=utf-8'),
  script: readAsset('console.js', 'text/javascript; charset=utf-8'),
}
