import { parseArgs } from 'node:util'
import { resetOwner } from './accounts/access.flow'
import { oneTimeDays } from './accounts/access.store'
import { print, runCommand } from './command'
import type { Services } from './services'

const usage = 'Usage: npm run owner:reset -- --email=ADDRESS'

function readOrder(): string {
  const { values } = parseArgs({ options: { email: { type: 'string' } } })
  if (!values.email) throw new Error(usage)
  return values.email
}

/** `npm run owner:reset`: lets an owner in again who has lost the password or the second step. */
async function reset({ db }: Services, email: string): Promise<void> {
  const result = await resetOwner(db, email)
  if (result.outcome === 'no-owner')
    throw new Error(`There is no owner with the address "${email}".`)
  print(`One-time password: ${result.password}`)
  print(`It works for ${oneTimeDays} days and has to be replaced at the next sign-in.`)
  if (result.hadSecondFactor) print('The second step is switched off; switch it on again.')
}

runCommand(readOrder, reset)
