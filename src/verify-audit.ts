import { verifyAudit } from './audit/verify-audit.flow'
import { readConfig } from './platform/config'
import { logger } from './platform/logger'
import { openServices } from './services'

const print = (text: string) => process.stdout.write(`${text}\n`)

/** `npm run audit:verify`: recomputes every hash; the exit code is 1 when a chain is broken. */
async function main(): Promise<void> {
  logger.level = 'warn'
  const services = await openServices(readConfig())
  try {
    for (const { chain, events, faults } of await verifyAudit(services.db)) {
      print(`${faults.length === 0 ? 'intact' : 'BROKEN'}  ${chain}  ${events} events`)
      for (const { seq, fault } of faults) print(`  event ${seq}: ${fault}`)
      if (faults.length > 0) process.exitCode = 1
    }
  } finally {
    await services.close()
  }
}

main().then(
  () => process.exit(),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
