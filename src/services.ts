import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type SignInKeys, signInKeys } from './accounts/sign-in'
import { type ArticleDirectory, createArticleDirectory } from './articles/article.store'
import { type ChallengeKeys, challengeKeys } from './captcha/challenge'
import { type IdentityKeys, identityKeys } from './comments/identity'
import { openPendingComments, type PendingComments } from './comments/pending-comments.queue'
import { relayOutbox } from './comments/relay-outbox.flow'
import { type SavedSubmission, type Submission, saveSubmissions } from './comments/submission.store'
import { type Batcher, createBatchers } from './platform/batcher'
import type { Config } from './platform/config'
import { type Database, isUnavailable, laneOf, openDatabase, quickMs } from './platform/database'
import { createDoorbell, type Doorbell } from './platform/doorbell'
import { startEmbeddedPostgres } from './platform/embedded-postgres'
import { deriveKey } from './platform/keys'
import { logger } from './platform/logger'
import { applyMigrations } from './platform/migrations'
import { projectRoot } from './platform/project-root'
import {
  connectQueues,
  prepareQueueTables,
  type QueueConnection,
} from './platform/queue-connection'
import { readSecret } from './platform/secret'
import { createRuleSets, type RuleSets } from './rules/rule-set.store'
import { type ExternalScorer, openExternalScorer } from './scoring/external-scorer.client'
import { readHeads } from './scoring/heads.store'
import { loadLanguageDetector } from './scoring/language.store'
import type { Scorer } from './scoring/scorer'
import { type Teacher, trainedScorer } from './scoring/trained-scorer'

/** Everything that the doors and the workers share in one process. */
export type Services = {
  config: Config
  db: Database
  queues: QueueConnection
  pending: PendingComments
  keys: { challenge: ChallengeKeys; identity: IdentityKeys; receipt: Buffer; signIn: SignInKeys }
  intake: Batcher<Submission, SavedSubmission>
  /** Hands promised work to the queue; every process helps. */
  relay: Doorbell
  articles: ArticleDirectory
  ruleSets: RuleSets
  scorer: Scorer
  /** Absent unless the operator has named hosts for it. */
  externalScorer: ExternalScorer | undefined
  /** Turns decided comments into lessons for a site's scores. */
  teacher: Teacher
  /** Aborted when the process begins to stop: ends answers that would stay open. */
  leaving: AbortController
  close(): Promise<void>
}

const intakeLimits = { size: 100, ms: quickMs }
const relayEveryMs = 1000

/** Brings up what lies below: database with migrations, queue, keys. Waits for a server that is away. */
export async function openServices(config: Config, queuePrefix?: string): Promise<Services> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ directory: join(config.dataDirectory, 'postgres') })
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  await whenReachable(() => applyMigrations(databaseUrl, join(projectRoot, 'prisma/migrations')))
  const db = openDatabase(databaseUrl)
  if (!config.redisUrl) await whenReachable(() => prepareQueueTables(db.pool))
  const scorer = trainedScorer(readHeads(), await loadLanguageDetector())
  const queues = connectQueues({ databaseUrl, redisUrl: config.redisUrl, prefix: queuePrefix })
  const pending = openPendingComments(queues)
  const secret = readSecret(config.dataDirectory, config.secretKey)
  const relay = createDoorbell('relay', relayEveryMs, () => relayOutbox(db.quick, pending))
  const leaving = new AbortController()
  return {
    config,
    db,
    queues,
    pending,
    keys: {
      challenge: challengeKeys(secret),
      identity: identityKeys(secret),
      receipt: deriveKey(secret, 'receipt'),
      signIn: signInKeys(secret),
    },
    intake: createBatchers(
      intakeLimits,
      ({ siteId }) => siteId,
      (batch, siteId) => saveSubmissions(laneOf(db.quick, siteId), batch),
    ),
    relay,
    articles: createArticleDirectory(db.quick),
    ruleSets: createRuleSets(db, scorer.model, config.publicUrl),
    scorer,
    externalScorer: openExternalScorer(config.externalScorerHosts ?? []),
    teacher: scorer,
    leaving,
    close: async () => {
      leaving.abort()
      await relay.stop()
      await pending.close()
      await queues.close()
      await db.close()
      await embedded?.stop()
    },
  }
}

const retryMs = 1000

async function whenReachable(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work()
      return
    } catch (error) {
      if (!isUnavailable(error)) throw error
      logger.warn({ reason: (error as Error).message }, 'waiting for the database')
      await pause(retryMs)
    }
  }
}
