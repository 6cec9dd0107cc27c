import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One text of the training or development data. `toxic` is null where annotators disagreed. */
export type Row = {
  id: string
  text: string
  lang: string
  source: string
  license: string
  toxic?: 0 | 1 | null
  spam?: 0 | 1
  labels?: Record<string, number>
  seq?: number
  /** Kind of a spam template. */
  functionality?: string
}

export type Data = {
  toxicTrain: Row[]
  toxicDev: Row[]
  multiTrain: Row[]
  multiDev: Row[]
  spamTrain: Row[]
  spamDev: Row[]
  unlabelled: Row[]
  /** Real news comments under a non-commercial licence: measured on, never trained on. */
  newsDev: Row[]
}

function read(folder: string, name: string): Row[] {
  const file = path.join(folder, `${name}.jsonl.gz`)
  if (!existsSync(file)) throw new Error(`There is no ${file}.`)
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  return lines.map((line): Row => JSON.parse(line))
}

/** Reads the data folder; throws when a file is missing. */
export function readData(folder: string): Data {
  return {
    toxicTrain: read(folder, 'toxicity.train.en'),
    toxicDev: read(folder, 'toxicity.dev.en'),
    multiTrain: read(folder, 'toxicity.train.multi'),
    multiDev: read(folder, 'toxicity.dev.multi'),
    spamTrain: read(folder, 'spam.train'),
    spamDev: read(folder, 'spam.dev'),
    unlabelled: read(folder, 'unlabelled.civil'),
    newsDev: read(folder, 'nc.dev.ucc'),
  }
}
