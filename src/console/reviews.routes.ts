import { Router } from 'express'
import { actions } from '../comments/comment'
import { usualReason } from '../comments/reason'
import { readCardContexts } from '../moderation/card-context.store'
import { readQueueCounts } from '../moderation/queue-counts.store'
import { openTo } from '../moderation/second-review'
import { claimSecondReviews, saveSecondReview } from '../moderation/second-review.store'
import { ProblemError, problem } from '../platform/http/problem'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { namesFor } from './cards.routes'
import { sumOfCounts } from './counts'
import {
  actorOfVisitor,
  type ConsoleDoor,
  fieldOf,
  frameOf,
  reviewerOf,
  sendHtml,
  signedIn,
  siteIdsOf,
  sitesOf,
  wantsJson,
} from './door.routes'
import { readReason } from './moderator-reasons'
import { blindCard } from './review-model'
import { renderReviewsPage } from './reviews.view'

const cardsPerPage = 10

/** Decisions of others that are answered once more, without knowing them. */
export function reviewPages(services: Services): Router {
  const router = Router()
  router.get('/reviews', signedIn(services, sendReviews))
  router.post('/reviews/:id', signedIn(services, postReview))
  return router
}

async function sendReviews(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response, now } = door
  const { all } = await sitesOf(door, undefined)
  const siteIds = siteIdsOf(all)
  const reviewer = reviewerOf(visitor)
  const [items, counts] = await Promise.all([
    claimSecondReviews(services.db, { siteIds, reviewer, limit: cardsPerPage }),
    readQueueCounts(services.db, siteIds),
  ])
  const [contexts, names] = await Promise.all([
    readCardContexts(
      services.db,
      items.map(({ commentId }) => commentId),
    ),
    namesFor(door, {
      actors: [],
      rules: items.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    }),
  ])
  const { said } = request.query
  const me = actorOfVisitor(visitor)
  const html = renderReviewsPage({
    frame: frameOf(door, 'reviews'),
    cards: items.map((item) => blindCard(item, contexts.get(item.commentId), names)),
    waiting: openTo(sumOfCounts(counts.values(), me).draws, me),
    showSite: all.length > 1,
    notice: said === 'saved' || said === 'gone' ? words.reviews[said] : undefined,
    now,
  })
  sendHtml(response, 200, html)
}

async function postReview(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response } = door
  const action = actions.find((one) => one === fieldOf(request, 'action'))
  if (!action) throw new ProblemError(problem(400, words.errors[400].text))
  const decisionId = String(request.params.id)
  const chosen = action === 'reject' ? readReason(fieldOf(request, 'reason')) : undefined
  const review = { decisionId, action, reason: chosen ?? usualReason[action] }
  const isSaved =
    isUuid(decisionId) && (await saveSecondReview(services.db, review, reviewerOf(visitor)))
  const said = isSaved ? 'saved' : 'gone'
  if (wantsJson(request)) response.json({ outcome: 'reviewed', text: words.reviews[said] })
  else response.redirect(303, `/console/reviews?said=${said}`)
}
