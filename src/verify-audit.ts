import { verifyAudit } from './audit/verify-audit.flow'
import { print, runCommand } from './command'
import type { Services } from './services'

/** `npm run audit:verify`: recomputes every hash; the exit code is 1 when a chain is broken. */
async function verify({ db }: Services): Promise<void> {
  for (const { chain, events, faults } of await verifyAudit(db)) {
    print(`${faults.length === 0 ? 'intact' : 'BROKEN'}  ${chain}  ${events} events`)
    for (const { seq, fault } of faults) print(`  event ${seq}: ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  }
}

runCommand(() => null, verify)
