import { z } from 'zod'
import type { EndpointDescription } from './endpoint'
import { problemSchema } from './problem'

export type OperationDescription = {
  summary: string
  tags: string[]
  description?: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: object
  responses: Record<string, { description: string; content?: object }>
}

export type ApiDescription = {
  openapi: string
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, OperationDescription>>
}

type Group = { prefix: string; endpoints: readonly EndpointDescription[] }

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function parameters({ path, query }: EndpointDescription) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(schema as z.ZodType, 'input'),
  }))
  return [...inPath, ...inQuery]
}

function operation(one: EndpointDescription): OperationDescription {
  const sent = one.describedBody ?? one.body
  const answers = Object.entries(one.answers).map(([status, { description, schema }]) => {
    if (Number(status) >= 400) return [status, problemAnswer(description)]
    const content = schema && { 'application/json': { schema: jsonSchema(schema, 'output') } }
    return [status, content ? { description, content } : { description }]
  })
  return {
    summary: one.summary,
    tags: [one.tag],
    ...(one.access === 'public'
      ? { security: [] }
      : { description: `Needs a token with the role ${one.access}.` }),
    parameters: parameters(one),
    ...(sent && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(sent, 'input') } },
      },
    }),
    responses: { ...refusals(one), ...Object.fromEntries(answers) },
  }
}

/** What operations of a kind have in common; an operation may say it in words of its own. */
function refusals(one: EndpointDescription): OperationDescription['responses'] {
  const isPublic = one.access === 'public'
  const usual: [condition: boolean, status: number, description: string][] = [
    [one.query !== undefined, 400, 'A parameter cannot be used'],
    [one.body !== undefined, 400, 'The body cannot be read'],
    [one.body !== undefined, 413, 'The body is too large'],
    [one.body !== undefined, 422, 'Not valid'],
    [!isPublic, 401, 'No valid token'],
    [!isPublic, 403, 'The role is too low'],
    [isPublic && one.method !== 'get', 429, 'Too many from one network; see Retry-After'],
  ]
  const those = usual.filter(([condition]) => condition)
  return Object.fromEntries(those.map(([, status, words]) => [status, problemAnswer(words)]))
}

/** OpenAPI 3.1 of the endpoints, from the schemas that validate their requests. */
export function describeApi(
  info: { title: string; version: string; description: string },
  groups: readonly Group[],
) {
  const paths: ApiDescription['paths'] = {}
  for (const { prefix, endpoints } of groups) {
    for (const one of endpoints) {
      const path = `${prefix}${one.path}`
      paths[path] = { ...paths[path], [one.method]: operation(one) }
    }
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
  }
}
