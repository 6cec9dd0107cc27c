import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { importPage } from '../src/articles/import-page.flow'
import { print, runCommand } from '../src/command'
import type { Services } from '../src/services'
import { findSite } from '../src/sites/site.store'

const usage =
  'Usage: npm run seed -- [--site=SLUG] FILE…   (scraped text pages; the site is "demo" by default)'

async function importFile(services: Services, siteId: string, file: string): Promise<boolean> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    print(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
    return false
  }
  const result = await importPage(services.db, siteId, text)
  if (result.outcome === 'unreadable') {
    print(`${file}: ${result.problem} Nothing was changed.`)
    return false
  }
  print(
    `${file}: ${result.outcome} “${result.title}” (${result.slug}), ${result.paragraphs} paragraphs, sum: ${result.sum ?? 'none'}`,
  )
  return true
}

type Order = { slug: string; files: string[] }

function readOrder(): Order {
  const { values, positionals } = parseArgs({
    options: { site: { type: 'string', default: 'demo' } },
    allowPositionals: true,
  })
  if (positionals.length === 0) throw new Error(usage)
  return { slug: values.site, files: positionals }
}

async function importFiles(services: Services, { slug, files }: Order): Promise<void> {
  const site = await findSite(services.db, slug)
  if (!site)
    throw new Error(`There is no site "${slug}". Start Postbag once, or add it with the admin API.`)
  for (const file of files) if (!(await importFile(services, site.id, file))) process.exitCode = 1
}

runCommand(readOrder, importFiles)
