import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** An empty variable counts as an absent one. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional())

const trustProxy = z
  .string()
  .refine(
    (value) => value !== 'true',
    'give the number of proxies or their addresses; "true" would trust every sender',
  )
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : value.split(',')))

/** As a URL writes it, for one scheme at least: the other one leaves its own port out. */
const isHost = (host: string) =>
  !host.includes('*') &&
  ['http:', 'https:'].some(
    (scheme) => URL.canParse(`${scheme}//${host}`) && new URL(`${scheme}//${host}`).host === host,
  )

const hosts = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(',')
      .map((host) => host.trim()),
  )
  .refine(
    (names) => names.every(isHost),
    'give hosts such as api.example or 10.0.0.7:8080, separated by commas',
  )

const environment = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  SECRET_KEY: optional(z.string().min(32, 'give at least 32 characters')),
  TRUST_PROXY: optional(trustProxy),
  LOG_LEVEL: optional(z.enum(levels)),
  EXTERNAL_SCORER_HOSTS: optional(hosts),
})

export type Config = {
  /** 0 picks a free port. */
  port: number
  host: string
  dataDirectory: string
  /** Absent: embedded PostgreSQL under the data directory. */
  databaseUrl?: string | undefined
  /** Absent: BullMQ runs on PostgreSQL. */
  redisUrl?: string | undefined
  publicUrl?: string | undefined
  /** Absent: made once and kept in the data directory. */
  secretKey?: string | undefined
  trustProxy?: number | string[] | undefined
  logLevel: (typeof levels)[number]
  /** Where sites may send their texts to be scored. Absent: nowhere. */
  externalScorerHosts?: readonly string[] | undefined
}

/**
 * Reads the environment once, at start.
 * @throws Error with one line for every fault.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(env)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment has values that cannot be used:\n${faults.join('\n')}`)
  }
  const value = read.data
  return {
    port: value.PORT ?? 3000,
    host: value.HOST ?? '127.0.0.1',
    dataDirectory: value.DATA_DIR ?? '.data',
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    secretKey: value.SECRET_KEY,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL ?? 'info',
    externalScorerHosts: value.EXTERNAL_SCORER_HOSTS,
  }
}

/** npm ends on SIGTERM without passing it on: whoever was started by it has to watch its parent. */
export const startedByNpm = (env: NodeJS.ProcessEnv = process.env) =>
  env.npm_lifecycle_event !== undefined
