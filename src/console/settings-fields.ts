import { z } from 'zod'
import { scoreNames } from '../scoring/score'
import { defaultSettings, type SiteSettings, settingsSchema } from '../sites/settings'

type Group<T> = T extends readonly unknown[] ? never : T extends object ? T : never
type Paths<T> = {
  [Key in keyof T & string]: [Group<NonNullable<T[Key]>>] extends [never]
    ? Key
    : `${Key}.${Paths<NonNullable<T[Key]>>}`
}[keyof T & string]

/** Every single setting: "default_action", "limits.max_links", "thresholds.spam.hold" … */
export type SettingPath = Paths<SiteSettings>

export const thresholdActions = ['hold', 'spam', 'reject'] as const
export type ThresholdAction = (typeof thresholdActions)[number]
export type ThresholdPath = Extract<SettingPath, `thresholds.${string}`>

const thresholdPaths = scoreNames.flatMap((score) =>
  thresholdActions
    .filter((action) => action in defaultSettings.thresholds[score])
    .map((action) => `thresholds.${score}.${action}` as ThresholdPath),
)

type SettingGroup = { name: string; fields: readonly SettingPath[] }

/** What the settings page shows, in its order. */
export const settingGroups = [
  {
    name: 'publishing',
    fields: [
      'default_action',
      'unscored',
      'comments_open',
      'edit_window_seconds',
      'language',
      'time_zone',
    ],
  },
  { name: 'thresholds', fields: thresholdPaths },
  {
    name: 'limits',
    fields: [
      'limits.max_links',
      'limits.newcomer_links',
      'limits.hold_newcomers',
      'limits.max_duplicates',
      'limits.max_near_duplicates',
      'limits.author_per_hour',
      'limits.network_per_hour',
      'limits.max_caps',
      'limits.min_length',
      'limits.max_length',
    ],
  },
  {
    name: 'form',
    fields: ['captcha_min_age_ms', 'captcha_ttl_seconds', 'limits.min_fill_seconds'],
  },
  {
    name: 'rules',
    fields: ['points.hold', 'points.reject', 'rule_guard.authors', 'rule_guard.share'],
  },
  {
    name: 'learning',
    fields: [
      'learning.enabled',
      'learning.most_per_moderator_day',
      'learning.sample_share',
      'learning.approval_sample_share',
      'learning.since',
      'second_review_share',
    ],
  },
  { name: 'domains', fields: ['blocked_domains', 'allowed_domains'] },
  { name: 'networks', fields: ['blocked_networks'] },
  { name: 'origins', fields: ['origins'] },
  {
    name: 'scorer',
    fields: [
      'external_scorer.kind',
      'external_scorer.url',
      'external_scorer.key',
      'external_scorer.timeout_ms',
      'external_scorer.mode',
    ],
  },
] as const satisfies readonly SettingGroup[]

export type SettingGroupName = (typeof settingGroups)[number]['name']

export const settingPaths: readonly SettingPath[] = settingGroups.flatMap(({ fields }) => fields)

export type Widget = 'switch' | 'choice' | 'number' | 'text' | 'list' | 'moment' | 'secret'

/** What the schema says of a setting. */
export type SettingFacts = {
  widget: Widget
  isNullable: boolean
  /** Numbers: whole ones only, and the range; absent where there is no end. */
  isWhole: boolean
  least?: number
  most?: number
  /** Not `least` itself. */
  isAbove: boolean
  options: readonly string[]
  /** What counts when nothing is set. */
  usual: unknown
}

type JsonSchema = {
  type?: string
  format?: string
  enum?: string[]
  default?: unknown
  properties?: Record<string, JsonSchema>
  anyOf?: JsonSchema[]
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
}

/** The schema behind "or null". */
const inner = (schema: JsonSchema): JsonSchema => {
  const one = schema.anyOf?.find(({ type }) => type !== 'null')
  return one ? { ...one, default: schema.default ?? one.default } : schema
}

function schemaAt(root: JsonSchema, path: string): JsonSchema {
  let schema = root
  for (const key of path.split('.')) schema = inner(schema).properties?.[key] ?? {}
  return schema
}

export function valueAt(tree: unknown, path: string): unknown {
  let value = tree
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null)?.[key]
  return value
}

function widgetOf(path: string, { type, format, enum: options }: JsonSchema): Widget {
  if (path === 'external_scorer.key') return 'secret'
  if (type === 'boolean') return 'switch'
  if (options) return 'choice'
  if (type === 'array') return 'list'
  if (type === 'number' || type === 'integer') return 'number'
  return format === 'date-time' ? 'moment' : 'text'
}

const rootSchema = z.toJSONSchema(settingsSchema, {
  io: 'output',
  unrepresentable: 'any',
}) as JsonSchema

function factsAt(path: SettingPath): SettingFacts {
  const outer = schemaAt(rootSchema, path)
  const schema = inner(outer)
  const least = schema.minimum ?? schema.exclusiveMinimum
  const most = schema.maximum
  return {
    widget: widgetOf(path, schema),
    isNullable: outer.anyOf?.some(({ type }) => type === 'null') ?? false,
    isWhole: schema.type === 'integer',
    ...(least !== undefined && { least }),
    ...(most !== undefined && most < Number.MAX_SAFE_INTEGER && { most }),
    isAbove: schema.exclusiveMinimum !== undefined,
    options: schema.enum ?? [],
    usual: valueAt(defaultSettings, path) ?? outer.default ?? null,
  }
}

export const settingFacts = Object.fromEntries(
  settingPaths.map((path) => [path, factsAt(path)]),
) as Record<SettingPath, SettingFacts>
