import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCommand } from './command'
import { exportRules, importRules } from './rules/rule-file.flow'
import type { Services } from './services'
import { findSite } from './sites/site.store'

const usage = `Usage: npm run rules -- export [--site=SLUG] > FILE
       npm run rules -- import [--site=SLUG] FILE`

type Order = { command: string; site: string; file: string | undefined }

function readOrder(): Order {
  const { values, positionals } = parseArgs({
    options: { site: { type: 'string', default: 'demo' } },
    allowPositionals: true,
  })
  const [command = '', file] = positionals
  if (command !== 'export' && command !== 'import') throw new Error(usage)
  if (command === 'import' && !file) throw new Error(usage)
  return { command, site: values.site, file }
}

async function obey(services: Services, { command, site: slug, file }: Order): Promise<string> {
  const site = await findSite(services.db, slug)
  if (!site) throw new Error(`There is no site "${slug}".`)
  if (command === 'export') return exportRules(services.db, site.id)
  const text = readFileSync(file ?? '', 'utf8')
  const result = await importRules(services.db, site.id, { text, actor: 'system' })
  if (result.outcome === 'imported')
    return `Imported ${result.rules} rules and ${result.banks} banks.\n`
  if (result.outcome !== 'invalid') throw new Error('The file was not read.')
  const problems = result.problems.map(({ path, message }) => `  ${path}: ${message}`)
  throw new Error(`The file cannot be used; nothing was changed.\n${problems.join('\n')}`)
}

/** `npm run rules -- export|import`: a site's rules and banks as one YAML file. */
runCommand(readOrder, async (services, order) => {
  process.stdout.write(await obey(services, order))
})
