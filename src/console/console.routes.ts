import { Router } from 'express'
import type { Services } from '../services'
import { auditPages } from './audit.routes'
import { bankPages } from './banks.routes'
import { batchPages } from './batch.routes'
import { claimActions } from './claims.routes'
import { commentPages } from './comment.routes'
import { decisionActions } from './decisions.routes'
import { liveEvents } from './events.routes'
import {
  answerErrors,
  chooseWords,
  consoleFiles,
  consoleHeaders,
  refuseCrossSite,
  unknownPage,
} from './gate.routes'
import { houseRulesPages } from './house-rules.routes'
import { noteActions } from './notes.routes'
import { peoplePages } from './people.routes'
import { personPages } from './person.routes'
import { queuePages } from './queue.routes'
import { reviewPages } from './reviews.routes'
import { rulePages } from './rules/rules.routes'
import { searchPages } from './search.routes'
import { secondFactorPages } from './second-factor.routes'
import { sessionPages } from './session.routes'
import { settingsPages } from './settings.routes'
import { signInPages } from './sign-in.routes'
import { statisticsPages } from './statistics.routes'

/** The moderators' console: a session, pages that work without a script, and one script. */
export function consolePages(services: Services): Router {
  const pages = Router()
  pages.use(consoleHeaders(services))
  pages.use(chooseWords)
  pages.use(consoleFiles())
  pages.use(refuseCrossSite(services))
  pages.use(signInPages(services))
  pages.use(sessionPages(services))
  pages.use(secondFactorPages(services))
  pages.use(queuePages(services))
  pages.use(claimActions(services))
  pages.use(batchPages(services))
  pages.use(decisionActions(services))
  pages.use(noteActions(services))
  pages.use(commentPages(services))
  pages.use(reviewPages(services))
  pages.use(searchPages(services))
  pages.use(liveEvents(services))
  pages.use(statisticsPages(services))
  pages.use(rulePages(services))
  pages.use(bankPages(services))
  pages.use(settingsPages(services))
  pages.use(houseRulesPages(services))
  pages.use(peoplePages(services))
  pages.use(personPages(services))
  pages.use(auditPages(services))
  pages.use(unknownPage)
  pages.use(answerErrors)
  return Router().use('/console', pages)
}
