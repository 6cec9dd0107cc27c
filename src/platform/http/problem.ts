import { z } from 'zod'

/** RFC 9457. `errors` names the fields at fault; further members are allowed. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})

export type FieldProblem = { field: string; message: string }

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
}

export const titleOf = (status: number): string => titles[status] ?? 'Error'

/** An answer of an endpoint: a body for JSON, a text of another type, or neither. */
export type Answer = {
  status: number
  body?: unknown
  text?: string
  headers?: Record<string, string>
}

export function problem(
  status: number,
  detail: string,
  more: { errors?: readonly FieldProblem[]; [member: string]: unknown } = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: { type: 'about:blank', title: titleOf(status), status, detail, ...more },
  }
}

const retrySeconds = 2

/** The database cannot be asked right now; says when to come back. */
export function busy(detail: string): Answer {
  const answer = problem(503, detail)
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retrySeconds) } }
}

/** Thrown where a request cannot be served, far from the door that turns it into an answer. */
export class ProblemError extends Error {
  constructor(readonly answer: Answer) {
    super((answer.body as { detail?: string } | undefined)?.detail)
  }
}

/** The issues of a schema as field problems: "limits.max_links". */
export const fieldProblems = (error: z.ZodError): FieldProblem[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: [...issue.path, key].join('.'),
          message: 'There is no such field.',
        }))
      : [{ field: issue.path.join('.'), message: issue.message }],
  )
