import { z } from 'zod'
import type { EndpointDescription } from '../../src/platform/http/endpoint'
import {
  compressedBodies,
  hostileBodies,
  hostileHeaders,
  hostileParts,
  hostileQueries,
  hostileQueryValues,
  hostileTexts,
  hostileValues,
} from './hostile-input'
import { sendOnWire, type WireAnswer, type WireRequest } from './wire'

export type Attack = { name: string; request: WireRequest }

type Target = {
  prefix: string
  endpoint: EndpointDescription
  /** Values of path parameters that lead somewhere. */
  known: Record<string, string>
  headers?: Record<string, string>
}

/** Everything hostile that fits into one operation: path, query, headers, body and each member of it. */
export function attacksOn(target: Target): Attack[] {
  return [
    ...onPath(target),
    ...onQuery(target),
    ...onHeaders(target),
    ...onBody(target),
    ...onMembers(target),
  ]
}

const titleOf = ({ method, path }: EndpointDescription) => `${method.toUpperCase()} ${path}`

const requestTo = (
  { endpoint, prefix, known, headers }: Target,
  more: Partial<WireRequest> & { query?: string; parts?: Record<string, string> } = {},
): WireRequest => {
  const parts = { ...known, ...more.parts }
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? 'x')
  return {
    method: endpoint.method.toUpperCase(),
    path: `${prefix}${path}${more.query ?? ''}`,
    headers: { ...headers, ...more.headers },
    body: more.body,
  }
}

function onPath(target: Target): Attack[] {
  const names = Array.from(target.endpoint.path.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '')
  return names.flatMap((name) =>
    hostileParts.map((part) => ({
      name: `${titleOf(target.endpoint)} with ${name} = ${part.slice(0, 40)}`,
      request: requestTo(target, {
        parts: { [name]: part },
        headers: { 'content-type': 'application/json' },
        body: target.endpoint.body && JSON.stringify(sampleBody(target)),
      }),
    })),
  )
}

function onQuery(target: Target): Attack[] {
  const names = Object.keys(target.endpoint.query?.shape ?? {})
  // of many parameters the later ones are of a kind
  const queries = names.flatMap((name, number) =>
    hostileQueryValues
      .filter((_, index) => number < 6 || (index + number) % 3 === 0)
      .map((value) => `?${name}=${value}`),
  )
  return [...queries, ...hostileQueries].map((query) => ({
    name: `${titleOf(target.endpoint)} with ${query.slice(0, 60)}`,
    request: requestTo(withoutEffect(target), { query }),
  }))
}

const onHeaders = (target: Target): Attack[] =>
  hostileHeaders.map((headers) => ({
    name: `${titleOf(target.endpoint)} with ${JSON.stringify(headers).slice(0, 60)}`,
    request: requestTo(withoutEffect(target), { headers: headers as Record<string, string> }),
  }))

function onBody(target: Target): Attack[] {
  const plain = hostileBodies.map(([name, type, body]) => ({ name, type, body, encoding: '' }))
  const packed = compressedBodies.map(([name, encoding, body]) => ({
    name,
    type: 'application/json',
    body,
    encoding,
  }))
  const all = [...plain, ...packed]
  // where no body is read, one is as good as another
  const some = target.endpoint.method === 'get' ? all.slice(-1) : all
  return some.map(({ name, type, body, encoding }) => ({
    name: `${titleOf(target.endpoint)} with ${name}`,
    request: requestTo(withoutEffect(target), {
      headers: { 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) },
      body,
    }),
  }))
}

/** What deletes is aimed at nothing, or the first attempt would leave nothing for the others. */
const withoutEffect = (target: Target): Target =>
  target.endpoint.method === 'delete'
    ? { ...target, known: { ...target.known, ...ids('00000000-0000-4000-8000-000000000000') } }
    : target
const ids = (id: string) => ({ id, comment_id: id, receipt: 'A'.repeat(54) })

function onMembers(target: Target): Attack[] {
  if (!target.endpoint.body) return []
  const sample = sampleBody(target)
  return placesIn(sample).flatMap((place, number) => {
    const isText = typeof valueAt(sample, place) === 'string'
    const values = [...(isText ? hostileTexts : hostileTexts.slice(0, 1)), ...hostileValues]
    // deep inside there are dozens of numbers of a kind: each value at every eighth of them
    const share = isText || place.length < 2 ? 1 : 8
    const chosen = values.filter((_, index) => (index + number) % share === 0)
    return chosen.map(([name, value]) => ({
      name: `${titleOf(target.endpoint)} with ${place.join('.')} = ${name}`,
      request: requestTo(target, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(replacedAt(sample, place, value)),
      }),
    }))
  })
}

type Place = readonly (string | number)[]
type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  format?: string
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

/** A body that the schema takes, as far as can be told from its description. */
export function sampleBody({ endpoint: { body }, known }: Target): unknown {
  if (!body) return undefined
  const sample = sampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema)
  const named = Object.entries(sample as object).map(([key, value]) => [key, known[key] ?? value])
  return Object.fromEntries(named)
}

const samples: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  email: 'someone@news.example',
  'date-time': '2026-11-22T10:00:00Z',
  uri: 'https://news.example',
}

function sampleOf(schema: Schema): unknown {
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, sampleOf(inner)]),
    )
  // an empty list has no places to attack
  if (schema.type === 'array') return [sampleOf(schema.items ?? {})]
  const { const: fixed, enum: values, examples } = schema
  const [given] = [schema.default, fixed, values?.[0], examples?.[0]].filter(isGiven)
  if (isGiven(given)) return given
  return schema.anyOf ? sampleOf(schema.anyOf[0] ?? {}) : plainSample(schema)
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const plainSample = ({ type, format }: Schema): unknown => {
  const kind = Array.isArray(type) ? type[0] : type
  if (kind === 'boolean') return true
  if (kind === 'number' || kind === 'integer') return 1
  return samples[format ?? ''] ?? 'sample'
}

function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [here]
  const inside = Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...here, key]))
  return here.length === 0 ? inside : [here, ...inside]
}

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value)

function replacedAt(value: unknown, [key, ...rest]: Place, wanted: unknown): unknown {
  if (key === undefined) return wanted
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replacedAt(copy[key], rest, wanted)
  return copy
}

const limitMs = 1000
const atOnce = 4

/** @returns a line for every attack that met an error of ours, a slow answer or told of our inside */
export async function findWeaknesses(baseUrl: string, attacks: Attack[]): Promise<string[]> {
  const suspects: Attack[] = []
  const waiting = attacks[Symbol.iterator]()
  const work = async () => {
    for (const attack of waiting) if (await weaknessAgainst(baseUrl, attack)) suspects.push(attack)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  // a busy machine is slow once, a weakness is slow every time
  const weaknesses: string[] = []
  for (const attack of suspects) {
    const weakness =
      (await weaknessAgainst(baseUrl, attack)) && (await weaknessAgainst(baseUrl, attack))
    if (weakness) weaknesses.push(`${attack.name}: ${weakness}`)
  }
  return weaknesses
}

async function weaknessAgainst(baseUrl: string, { request }: Attack): Promise<string | undefined> {
  try {
    return weaknessOf(await sendOnWire(baseUrl, request))
  } catch (error) {
    return `no answer, ${(error as Error).message}`
  }
}

function weaknessOf({ status, headers, text, milliseconds }: WireAnswer): string | undefined {
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (milliseconds > limitMs) return `${Math.round(milliseconds)} ms`
  if (/node_modules|\.tsx?:\d+|SELECT |PrismaClient/.test(text))
    return `tells: ${text.slice(0, 200)}`
  const type = String(headers['content-type'] ?? '')
  if (status >= 400 && text !== '' && !/^(application\/problem\+json|text\/html)/.test(type))
    return `${status} as ${type}`
  return undefined
}
