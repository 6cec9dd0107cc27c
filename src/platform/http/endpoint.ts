import type { NextFunction, Request, Response, Router } from 'express'
import { z } from 'zod'
import { readBodies } from './bodies'
import { type Answer, fieldProblems, ProblemError, problem } from './problem'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** What a handler gets: what its door gives to everyone, and input checked against its schemas. */
export type Call<Door, Query, Body> = Door & {
  params: Record<string, string>
  query: Query
  body: Body
  request: Request
}

/** One operation of the API as it is described; the same schemas check its requests. */
export type EndpointDescription = {
  method: Method
  /** OpenAPI style: /comments/{id} */
  path: string
  summary: string
  tag: string
  access: 'public' | 'moderator' | 'owner'
  query?: z.ZodObject
  body?: z.ZodType
  /** Shown instead of `body` where the whole check is made behind the door. */
  describedBody?: z.ZodType
  /** Maximum size of the body, when it may be larger than `usualBodyBytes`. */
  bodyBytes?: number
  answers: Record<number, { description: string; schema?: z.ZodType }>
}

export type Endpoint<Door> = EndpointDescription & {
  // a handler knows its own query and body, the list of endpoints does not
  handle(call: Call<Door, never, never>): Promise<Answer>
}

type Definition<Door, Query extends z.ZodObject, Body extends z.ZodType> = Omit<
  Endpoint<Door>,
  'query' | 'body' | 'handle'
> & {
  query?: Query
  body?: Body
  handle(call: Call<Door, z.infer<Query>, z.infer<Body>>): Promise<Answer>
}

/** Ties a handler's types to its schemas. */
export const endpoint =
  <Door>() =>
  <Query extends z.ZodObject, Body extends z.ZodType>(
    definition: Definition<Door, Query, Body>,
  ): Endpoint<Door> =>
    definition as unknown as Endpoint<Door>

/** Lets a request in, with what the door gives to every handler, or throws a ProblemError. */
export type Authorize<Door> = (request: Request, access: Endpoint<Door>['access']) => Promise<Door>

const none = z.object({})

/** Serves the endpoints; a path that is known under another method answers 405. */
export function mountEndpoints<Door>(
  router: Router,
  endpoints: readonly Endpoint<Door>[],
  authorize: Authorize<Door>,
): void {
  for (const path of new Set(endpoints.map((one) => one.path))) {
    const group = endpoints.filter((one) => one.path === path)
    const route = router.route(path.replace(/\{(\w+)\}/g, ':$1'))
    for (const one of group) {
      // authorizes before reading the body, so that an unauthorized caller cannot make us read one
      route[one.method](async (request: Request, response: Response, next: NextFunction) => {
        response.locals.door = await authorize(request, one.access)
        next()
      })
      route[one.method](readBodies(one.bodyBytes))
      route[one.method](async (request: Request, response: Response) => {
        const call = { ...response.locals.door, request, ...readInput(one, request) }
        send(response, await one.handle(call as Call<Door, never, never>))
      })
    }
    const allow = group.map(({ method }) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase()))
    route.all(() => {
      const answer = problem(405, `Use ${allow.join(', ')}.`)
      throw new ProblemError({ ...answer, headers: { ...answer.headers, allow: allow.join(', ') } })
    })
  }
}

function readInput<Door>(one: Endpoint<Door>, request: Request) {
  const query = (one.query ?? none).safeParse(request.query)
  if (!query.success) {
    const errors = fieldProblems(query.error)
    throw new ProblemError(problem(400, 'The query has values that cannot be used.', { errors }))
  }
  const body = (one.body ?? z.unknown()).safeParse(request.body)
  if (!body.success) {
    const errors = fieldProblems(body.error)
    throw new ProblemError(problem(422, 'The body has values that cannot be used.', { errors }))
  }
  return { params: request.params as Record<string, string>, query: query.data, body: body.data }
}

export function send(response: Response, { status, body, text, headers = {} }: Answer): void {
  response.status(status).set(headers)
  if (body !== undefined && !headers['content-type'])
    response.set('content-type', 'application/json; charset=utf-8')
  response.end(body === undefined ? text : JSON.stringify(body))
}
