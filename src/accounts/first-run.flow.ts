import { randomBytes } from 'node:crypto'
import type { Config } from '../platform/config'
import type { Database } from '../platform/database'
import { normalEmail } from './email'
import { onFirstRun, saveFirstOwner, writeFirstRunFile } from './first-run.store'
import { hashPassword } from './password'
import type { Caller } from './token'
import { createToken, findCaller } from './token.store'

const ownerEmail = normalEmail('owner@example.com')

type FirstRunTools = { db: Database; config: Config }
type Seed = (owner: Caller) => Promise<void>

/**
 * On the very first start: an owner who may sign in, a token for the admin API, and the demo site.
 * There is no default password; what is made here is written to one file and printed once.
 * @returns the text to print, or undefined when this is not the first start
 */
export const prepareFirstRun = (
  tools: FirstRunTools,
  url: string,
  seed: Seed,
): Promise<string | undefined> => onFirstRun(tools.db, () => install(tools, url, seed))

async function install({ db, config }: FirstRunTools, url: string, seed: Seed): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  const ownerId = await saveFirstOwner(db, ownerEmail, await hashPassword(password))
  const { secret: token } = await createToken(db, {
    name: 'First run',
    role: 'owner',
    siteId: null,
    moderatorId: ownerId,
    madeBy: `moderator:${ownerId}`,
  })
  const caller = await findCaller(db, token)
  if (caller) await seed(caller)
  const consoleUrl = `${url}/console`
  const access = { consoleUrl, email: ownerEmail, password, token }
  const file = writeFirstRunFile(config.dataDirectory, access)
  return [
    'This is the first start. Keep these; they are shown once and written to',
    `  ${file}`,
    `  console   ${consoleUrl}`,
    `  e-mail    ${ownerEmail}`,
    `  password  ${password}`,
    `  token     ${token}`,
    '',
  ].join('\n')
}
