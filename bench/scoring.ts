import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { readHeads } from '../src/scoring/heads.store'
import { loadLanguageDetector } from '../src/scoring/language.store'
import { trainedScorer } from '../src/scoring/trained-scorer'
import { viewsOf } from '../src/text/views'
import { hostileTexts } from './hostile-texts'

function textsOf(file: string): string[] {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  return lines.map((line): string => JSON.parse(line).text)
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** How fast all English heads together score comments, from the text as typed to scores and spans. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { texts: { type: 'string' } } })
  if (values.texts === undefined) throw new Error('Say which texts: --texts FILE.jsonl.gz')
  const texts = textsOf(values.texts)
  const beforeHeads = performance.now()
  const heads = readHeads()
  const headsMs = performance.now() - beforeHeads
  const beforeDetector = performance.now()
  const detect = await loadLanguageDetector()
  const detectorMs = performance.now() - beforeDetector
  const scorer = trainedScorer(heads, detect)
  const score = (text: string) => scorer.score(viewsOf(text), { siteLanguage: 'en' })
  for (const text of texts.slice(0, 1500)) score(text)
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  for (const text of texts) score(text)
  const perSecond = (texts.length / (performance.now() - started)) * 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  const perCoreSecond = (texts.length / (user + system)) * 1e6
  const micros = Float64Array.from(texts, (text) => {
    const before = process.hrtime.bigint()
    score(text)
    return Number(process.hrtime.bigint() - before) / 1000
  }).sort()
  console.log(
    `heads loaded in ${headsMs.toFixed(1)} ms, language detector in ${detectorMs.toFixed(0)} ms`,
  )
  console.log(
    `${texts.length} comments, ${perSecond.toFixed(0)} comments/s, ${perCoreSecond.toFixed(0)} per second of processor time`,
  )
  const [half, most, nearlyAll] = [0.5, 0.95, 0.99].map((share) =>
    quantile(micros, share).toFixed(0),
  )
  console.log(`p50 ${half} us, p95 ${most} us, p99 ${nearlyAll} us`)
  for (const [name, text] of Object.entries(hostileTexts)) {
    const times = Float64Array.from({ length: 7 }, () => {
      const before = performance.now()
      score(text)
      return performance.now() - before
    })
    const half = quantile(times.slice().sort(), 0.5).toFixed(1)
    console.log(`20,000 characters of ${name}: ${half} ms (first time ${times[0]?.toFixed(1)} ms)`)
  }
}

main()
