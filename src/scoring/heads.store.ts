import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../platform/project-root'
import { type Head, headFrom } from './head'
import { headCardSchema } from './head-card'

/** Where the heads lie that come with the product. */
export const headsFolder = path.join(projectRoot, 'src/scoring/heads')

/** Reads all heads of a folder. Throws when a card or its numbers are missing or do not fit. */
export function readHeads(folder: string = headsFolder): Head[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => {
    const file = path.join(folder, name)
    const card = headCardSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return headFrom(card, readFileSync(file.replace(/\.json$/, '.bin')))
  })
}
