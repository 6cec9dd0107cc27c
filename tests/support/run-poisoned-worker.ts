/**
 * A worker on DATABASE_URL (and REDIS_URL) that dies at once, as by a crash in native code, when it
 * scores a text with the word in its first argument. Its second argument is the queue's prefix.
 */
import { readConfig } from '../../src/platform/config'
import type { Scorer } from '../../src/scoring/scorer'
import { openServices } from '../../src/services'
import { startWorkers } from '../../workers/main'

async function main(poison: string, queuePrefix: string) {
  const services = await openServices(readConfig(), queuePrefix)
  const score: Scorer['score'] = (text, context) => {
    if (text.norm.text.includes(poison)) process.kill(process.pid, 'SIGKILL')
    return services.scorer.score(text, context)
  }
  startWorkers({ ...services, scorer: { ...services.scorer, score } })
}

main(process.argv[2] ?? '', process.argv[3] ?? '').catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
