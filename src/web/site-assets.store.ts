import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../platform/keys'
import { projectRoot } from '../platform/project-root'

export type Asset = { href: string; type: string; content: Buffer }

function readAsset(file: string, type: string): Asset {
  const content = readFileSync(join(projectRoot, 'src/web/assets', file))
  const [name, ending] = file.split('.')
  const hash = sha256(content).toString('hex').slice(0, 10)
  return { href: `/assets/${name}-${hash}.${ending}`, type, content }
}

/** The few files that pages need, by addresses that change with their content. */
export const siteAssets = {
  stylesheet: readAsset('site.css', 'text/css; charset=utf-8'),
  icon: readAsset('icon.svg', 'image/svg+xml'),
}

export const pageAssets = {
  stylesheetHref: siteAssets.stylesheet.href,
  iconHref: siteAssets.icon.href,
}
