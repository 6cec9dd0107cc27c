import { z } from 'zod'
import { normalEmail } from '../accounts/email'
import { type PasswordProblem, passwordProblem } from '../accounts/password-rules'
import { filledText } from '../comments/comment-form'

const name = filledText(100)
const role = z.enum(['moderator', 'owner'])
/** A slug; "" is every site. */
const site = z.string().max(100).default('')

const personSchema = z.object({
  name,
  role,
  site,
  email: z.string().trim().pipe(z.email().max(200)).transform(normalEmail),
  password: z.string(),
})
const accessSchema = z.object({ name, role, site })

export type PersonForm = z.infer<typeof personSchema>
export type AccessForm = z.infer<typeof accessSchema>

/** @returns the form, or what is wrong with it */
export function readPerson(body: unknown): PersonForm | PasswordProblem | 'invalid' {
  const read = personSchema.safeParse(body)
  if (!read.success) return 'invalid'
  return passwordProblem(read.data.password, read.data.email) ?? read.data
}

/** Name, role and site, of a token or of a person. @returns undefined for what can be none */
export const readAccess = (body: unknown): AccessForm | undefined =>
  accessSchema.safeParse(body).data
