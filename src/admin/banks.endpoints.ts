import { z } from 'zod'
import { largestBodyBytes } from '../platform/http/bodies'
import { type FieldProblem, fieldProblems, problem } from '../platform/http/problem'
import { inTurns } from '../platform/in-turns'
import { type BankProblem, bankProblems, bankShape, problemInEnglish } from '../rules/bank'
import { deleteBank, findBank, listBanks, saveBank } from '../rules/bank.store'
import { actorNameOf, define, notFound, siteOf } from './door'
import { time } from './schemas'

const tag = 'Banks'
const path = '/sites/{site}/banks'

const storedBank = z.object({
  name: z.string(),
  kind: z.enum(['words', 'patterns']),
  entries: z.array(z.string()),
  disguises: z.boolean(),
  updated_at: time,
})

type Stored = NonNullable<Awaited<ReturnType<typeof findBank>>>
const bankBody = ({ updatedAt, ...bank }: Stored) => ({ ...bank, updated_at: updatedAt })

const readBanks = define({
  method: 'get',
  path,
  summary: 'Word lists and pattern sets of a site',
  tag,
  access: 'moderator',
  answers: {
    200: { description: 'Banks', schema: z.object({ banks: z.array(storedBank) }) },
    404: { description: 'No such site' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    return {
      status: 200,
      body: { banks: (await listBanks(door.services.db, site.id)).map(bankBody) },
    }
  },
})

const readBank = define({
  method: 'get',
  path: `${path}/{name}`,
  summary: 'One bank',
  tag,
  access: 'moderator',
  answers: {
    200: { description: 'The bank', schema: storedBank },
    404: { description: 'No such bank' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const bank = await findBank(door.services.db, site.id, params.name ?? '')
    if (!bank) throw notFound('bank')
    return { status: 200, body: bankBody(bank) }
  },
})

const unusable = (errors: readonly FieldProblem[]) =>
  problem(422, 'The bank has entries that cannot be used.', { errors })

const problemOfEntry = (found: BankProblem): FieldProblem => ({
  field: found.entry === null ? 'entries' : `entries.${found.index}`,
  message: problemInEnglish(found),
})

const inUse = (rules: readonly string[]) =>
  problem(409, `Rules look this bank up: ${rules.join(', ')}. Change or switch them off first.`, {
    rules,
  })

const putBank = define({
  method: 'put',
  path: `${path}/{name}`,
  summary: 'Add or replace a bank; "blocked" rejects, "suspect" holds',
  tag,
  access: 'owner',
  bodyBytes: largestBodyBytes,
  body: z.strictObject({
    kind: z.enum(['words', 'patterns']),
    entries: z.array(z.string()),
    disguises: z
      .boolean()
      .optional()
      .describe('Also look behind disguises; what is found only there may only hold'),
  }),
  answers: {
    200: { description: 'Replaced', schema: storedBank },
    201: { description: 'Added', schema: storedBank },
    404: { description: 'No such site' },
    409: { description: 'Rules look it up as the kind it is; `rules` names them' },
    422: { description: 'An entry cannot be used; `errors` says which and why' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const read = bankShape.safeParse({ name: params.name, ...body })
    if (!read.success) return unusable(fieldProblems(read.error))
    const problems = await inTurns(bankProblems(read.data))
    if (problems.length > 0) return unusable(problems.map(problemOfEntry))
    const saved = await saveBank(door.services.db, site.id, read.data, actorNameOf(door.caller))
    if (saved.outcome === 'in_use') return inUse(saved.rules)
    if (saved.outcome === 'too_much')
      return unusable([problemOfEntry({ entry: null, mistake: saved.mistake })])
    const bank = await findBank(door.services.db, site.id, read.data.name)
    return { status: saved.created ? 201 : 200, body: bank && bankBody(bank) }
  },
})

const dropBank = define({
  method: 'delete',
  path: `${path}/{name}`,
  summary: 'Delete a bank',
  tag,
  access: 'owner',
  answers: {
    204: { description: 'Deleted' },
    404: { description: 'No such bank' },
    409: { description: 'Rules look it up; `rules` names them' },
  },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const actor = actorNameOf(door.caller)
    const deleted = await deleteBank(door.services.db, site.id, params.name ?? '', actor)
    if (deleted.outcome === 'unknown') throw notFound('bank')
    return deleted.outcome === 'in_use' ? inUse(deleted.rules) : { status: 204 }
  },
})

export const bankEndpoints = [readBanks, readBank, putBank, dropBank]
