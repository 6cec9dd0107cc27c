import { z } from 'zod'
import { storable } from '../comments/comment-form'

const longestText = 10_000
const longestComment = 300

/** A new version, as a form or the API sends it. */
export const houseRulesSchema = z.strictObject({
  text: z
    .string()
    .transform((text) => storable(text).trim())
    .pipe(z.string().min(1).max(longestText))
    .describe('A paragraph a line; lines that begin with "1." or "-" are numbered points'),
  comment: z
    .string()
    .transform(storable)
    .pipe(z.string().trim().max(longestComment))
    .default('')
    .describe('What is different, for the list of versions'),
})
export type NewHouseRules = z.infer<typeof houseRulesSchema>

export type HouseRules = {
  version: number
  text: string
  author: string
  comment: string
  createdAt: Date
}

export type Block =
  | { kind: 'paragraph'; text: string }
  /** Numbered through the whole text, so that a point can be named. */
  | { kind: 'points'; first: number; points: string[] }

const pointSign = /^(?:\d{1,3}[.)]|[-–•*])\s+/

/** The text as it is shown: paragraphs and numbered points, in order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let points = 0
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const last = blocks.at(-1)
    if (!pointSign.test(line)) blocks.push({ kind: 'paragraph', text: line })
    else {
      const point = line.replace(pointSign, '')
      points++
      if (last?.kind === 'points') last.points.push(point)
      else blocks.push({ kind: 'points', first: points, points: [point] })
    }
  }
  return blocks
}

/** @returns undefined for what cannot be the number of a version */
export const readVersionNumber = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
