import { type Reason, reasonCodes } from '../comments/reason'
import type { Words } from './words/words'

/** What moderators reject for, in the order of the keys 1 to 9. */
export const keyedReasons = [
  'house_rules',
  'insult',
  'hate_speech',
  'threat',
  'off_topic',
  'misinformation',
  'personal_data',
  'advertising',
  'illegal_content',
] as const satisfies readonly Reason[]

/** Further ones, without a key. */
const furtherReasons = ['profanity', 'sexual', 'duplicate', 'other'] as const satisfies Reason[]

export const rejectReasons: readonly Reason[] = [...keyedReasons, ...furtherReasons]

export const reasonLabel = ({ reasons }: Words, code: string): string =>
  (reasons as Record<string, string | undefined>)[code] ?? code

export const readReason = (value: unknown): Reason | undefined =>
  reasonCodes.find((code) => code === value)
