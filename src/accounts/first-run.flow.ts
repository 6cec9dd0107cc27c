import { randomBytes } from 'node:crypto'
import type { Config } from '../platform/config'
import type { Database } from '../platform/database'
import { claimFirstRun, writeFirstRunFile } from './first-run.store'
import { createModerator } from './moderator.store'
import { hashPassword } from './password'
import type { Caller } from './token'
import { createToken, findCaller } from './token.store'

const ownerEmail = 'owner@example.com'

/**
 * On the very first start: an owner who may sign in, a token for the admin API, and the demo site.
 * There is no default password; what is made here is written to one file and printed once.
 * @returns the text to print, or undefined when this is not the first start
 */
export async function prepareFirstRun(
  { db, config }: { db: Database; config: Config },
  url: string,
  seed: (owner: Caller) => Promise<void>,
): Promise<string | undefined> {
  if (!(await claimFirstRun(db))) return undefined
  const password = randomBytes(12).toString('base64url')
  const owner = await createModerator(db, {
    email: ownerEmail,
    name: 'Owner',
    role: 'owner',
    siteId: null,
    passwordHash: await hashPassword(password),
  })
  const { secret: token } = await createToken(db, {
    name: 'First run',
    role: 'owner',
    siteId: null,
    moderatorId: owner?.id ?? null,
  })
  const caller = await findCaller(db, token)
  if (caller) await seed(caller)
  const consoleUrl = `${url}/console`
  const file = writeFirstRunFile(config.dataDirectory, {
    consoleUrl,
    email: ownerEmail,
    password,
    token,
  })
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
