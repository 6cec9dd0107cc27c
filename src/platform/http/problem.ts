import { z } from 'zod'

/** RFC 9457. `errors` names the fields at fault; further members are allowed. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  more_errors: z.number().int().optional().describe('Number of further errors that are not listed'),
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

type Members = { errors?: readonly FieldProblem[]; [member: string]: unknown }

/** Limits the size of a response, whatever the number of errors. */
const maxErrors = 20
const maxFieldLength = 200

function shortened({ errors, ...more }: Members): Members {
  if (!errors) return more
  const shown = errors
    .slice(0, maxErrors)
    .map((error) => ({ ...error, field: error.field.slice(0, maxFieldLength) }))
  const others = errors.length - shown.length
  return { ...more, errors: shown, ...(others > 0 ? { more_errors: others } : {}) }
}

/** @returns a problem document (RFC 9457) with the first 20 errors; `more_errors` counts the others */
export function problem(status: number, detail: string, more: Members = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: { type: 'about:blank', title: titleOf(status), status, detail, ...shortened(more) },
  }
}

const retrySeconds = 2

/**
 * A problem with `Retry-After`, for a request that cannot be served right now.
 * @param status 429 when callers cause the overload, else 503
 */
export function busy(detail: string, status: 429 | 503 = 503, afterSeconds = retrySeconds): Answer {
  const answer = problem(status, detail)
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(afterSeconds) } }
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
