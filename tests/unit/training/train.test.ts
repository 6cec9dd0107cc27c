import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { headCardSchema } from '../../../src/scoring/head-card'
import { languageCourse } from '../../../training/courses'
import { randomFrom } from '../../../training/random'
import { recipes } from '../../../training/recipes'
import { type Row, readData } from '../../../training/rows'
import { sentenceOf } from '../../../training/sentence-grammar'
import { trainModel } from '../../../training/train-head'

const random = randomFrom(5)
const calm =
  '[The council|Our library|The old bridge|A neighbour|The bus] [opened|was late|spoke|moved|paid] ' +
  '[on Monday|last week|in May|for once|again], [as planned|they say|to be fair|after all][.|!]'
const rude =
  '[You|They|All of you] are [a fool|idiots|clowns|a disgrace|pathetic liars][, as ever| and you stink|]' +
  '[.|!], [go away|shut up|get lost][.|!]'
const advert =
  '[Win|Buy|Get] [cash|pills|coins] at www.[one|two|six]-[shop|deal].example [now|today][!|!!]'

const none = { obscene: 0, threat: 0, insult: 0, identity_hate: 0, hate: 0, healthy: 1 }
const all = { obscene: 1, threat: 1, insult: 1, identity_hate: 1, hate: 1, healthy: 0 }

function rowsOf(count: number, [pattern, kind]: [string, Partial<Row>]): Row[] {
  return Array.from({ length: count }, (_, number) => {
    const text = sentenceOf(pattern, {}, random)
    return { id: `${number}`, text, lang: 'en', source: 'own', license: 'MIT', ...kind }
  })
}

/** Half calm, half rude. */
function judged(count: number, kind: Partial<Row>): Row[] {
  return [
    ...rowsOf(count, [calm, { ...kind, toxic: 0, labels: none }]),
    ...rowsOf(count, [rude, { ...kind, toxic: 1, labels: all }]),
  ]
}

const sources = ['civil_spans', 'fox', 'jigsaw', 'cad', 'davidson', 'wiki_ctx']
const languages = ['de', 'fr', 'pt', 'ko', 'ar']

function spamRows(): Row[] {
  return [
    ...rowsOf(20, [advert, { source: 'sms', spam: 1 }]),
    ...rowsOf(20, [calm, { source: 'sms', spam: 0 }]),
    ...rowsOf(5, [advert, { source: 'spamcheck', spam: 1, functionality: 'deal' }]),
  ]
}

const files: Record<string, Row[]> = {
  'toxicity.train.en': sources.flatMap((source) => judged(20, { source })),
  'toxicity.dev.en': sources.flatMap((source) => judged(10, { source })),
  'toxicity.train.multi': languages.flatMap((lang) => judged(20, { lang })),
  'toxicity.dev.multi': languages.flatMap((lang) => judged(60, { lang })),
  'spam.train': spamRows(),
  'spam.dev': spamRows(),
  'unlabelled.civil': rowsOf(20, [calm, { source: 'civil_spans', toxic: null }]),
  // enough of them for a threshold that one in a hundred lies above
  'nc.dev.ucc': [
    ...rowsOf(320, [calm, { source: 'ucc', toxic: 0, labels: none }]),
    ...rowsOf(20, [rude, { source: 'ucc', toxic: 1, labels: all }]),
  ],
}

const folder = mkdtempSync(path.join(tmpdir(), 'postbag-train-'))
const dataFolder = path.join(folder, 'data')
const run = promisify(execFile)

/** Trains into a folder and hashes all files that were written there, by name. */
async function trained(name: string): Promise<Map<string, string>> {
  const out = path.join(folder, name)
  // a process of its own: inside Jest every look at a global costs, and training is made of them
  const script = ['--import', 'tsx', 'training/main.ts', '--data', dataFolder, '--out', out]
  await run(process.execPath, script)
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    files.map((file) => [
      path.relative(out, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  )
}

let [first, again] = [new Map<string, string>(), new Map<string, string>()]
beforeAll(async () => {
  mkdirSync(dataFolder)
  for (const [name, rows] of Object.entries(files)) {
    const lines = rows.map((row) => JSON.stringify(row)).join('\n')
    writeFileSync(path.join(dataFolder, `${name}.jsonl.gz`), gzipSync(lines))
  }
  ;[first, again] = await Promise.all([trained('first'), trained('again')])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

test('the same data and seed give the same bytes of heads, cards and report', () => {
  const heads = [...first.keys()].filter((name) => name.endsWith('.bin'))
  expect(heads).toHaveLength(recipes.length)
  expect(first.has('docs/scoring-report.md')).toBe(true)
  expect(again).toEqual(first)
})

test('a head has a threshold for each share that three clean texts make up', () => {
  const shares = (head: string) => {
    const card = readFileSync(path.join(folder, 'first', 'heads', `${head}.json`), 'utf8')
    return headCardSchema.parse(JSON.parse(card)).thresholds.map((found) => found.flagged_share)
  }
  expect(shares('toxicity.en')).toEqual([0.01, 0.02, 0.05, 0.1])
  expect(shares('toxicity.de')).toEqual([0.05, 0.1])
})

test('another seed gives another head', () => {
  const recipe = recipes.find(({ name }) => name === 'toxicity.de')
  if (!recipe) throw new Error('There is no recipe for German.')
  const course = languageCourse(readData(dataFolder), 'de')
  const [one, same, other] = [1, 1, 2].map((seed) => trainModel(recipe, course, seed).weights)
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
})
