import { z } from 'zod'
import { fieldProblems, problem } from '../platform/http/problem'
import { bankSchema } from '../rules/bank'
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

const putBank = define({
  method: 'put',
  path: `${path}/{name}`,
  summary: 'Add or replace a bank; "blocked" rejects, "suspect" holds',
  tag,
  access: 'owner',
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
    422: { description: 'An entry cannot be used; `errors` says which and why' },
  },
  handle: async ({ params, body, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const read = bankSchema.safeParse({ name: params.name, ...body })
    if (!read.success) {
      const errors = fieldProblems(read.error)
      return problem(422, 'The bank has entries that cannot be used.', { errors })
    }
    const { created } = await saveBank(
      door.services.db,
      site.id,
      read.data,
      actorNameOf(door.caller),
    )
    const bank = await findBank(door.services.db, site.id, read.data.name)
    return { status: created ? 201 : 200, body: bank && bankBody(bank) }
  },
})

const dropBank = define({
  method: 'delete',
  path: `${path}/{name}`,
  summary: 'Delete a bank',
  tag,
  access: 'owner',
  answers: { 204: { description: 'Deleted' }, 404: { description: 'No such bank' } },
  handle: async ({ params, ...door }) => {
    const site = await siteOf(door, params.site ?? '')
    const actor = actorNameOf(door.caller)
    if (!(await deleteBank(door.services.db, site.id, params.name ?? '', actor)))
      throw notFound('bank')
    return { status: 204 }
  },
})

export const bankEndpoints = [readBanks, readBank, putBank, dropBank]
