import { Router } from 'express'
import type { AuditEvent } from '../audit/audit'
import { listAudit } from '../audit/audit.store'
import { readCommentDetail } from '../moderation/comment-detail.store'
import { placeText } from '../moderation/news-place'
import { placeNow } from '../moderation/queue-change.store'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { commentHref, ownPath } from './addresses'
import { namedIn } from './audit-facts'
import { cardsOf, namesFor } from './cards.routes'
import { renderCommentPage } from './comment.view'
import { actorsOf, type CommentStory, storyOf } from './comment-model'
import {
  type ConsoleDoor,
  frameOf,
  notFound,
  sendHtml,
  signedIn,
  siteIdsOf,
  sitesOf,
} from './door.routes'
import { noticeOf } from './notices.routes'

const mostEvents = 100

/** The page with everything about one comment. */
export function commentPages(services: Services): Router {
  const router = Router()
  router.get('/comments/:id', signedIn(services, sendComment))
  return router
}

function named(story: CommentStory, events: readonly AuditEvent[]) {
  const { actors, rules, articles } = namedIn(events)
  const findings = [story, ...story.earlier_evaluations].flatMap((one) => one.findings)
  return {
    actors: [...actorsOf(story), ...actors],
    rules: [...findings.map(({ rule }) => rule), ...rules],
    articles,
  }
}

async function sendComment(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, now } = door
  const id = String(request.params.id)
  const { all } = await sitesOf(door, undefined)
  // before the comment is read: what happens in between is told twice rather than never
  const places = await placeNow(services.db, siteIdsOf(all))
  const detail = isUuid(id) ? await readCommentDetail(services.db, id, visitor.siteId) : undefined
  const chain = detail && all.find(({ slug }) => slug === detail.site)?.id
  if (!detail || !chain) throw notFound()
  const { events, next } = await listAudit(services.db, { chain, commentId: id, limit: mostEvents })
  const [card] = await cardsOf(door, [detail])
  if (!card) throw notFound()
  const story = storyOf(detail)
  const cameFrom = ownPath(request.query.from)
  const back = commentHref(id, cameFrom)
  const html = renderCommentPage({
    frame: frameOf(door, 'queue'),
    since: placeText(new Map([[chain, places.get(chain) ?? 0]])),
    card,
    story,
    events,
    hasMoreEvents: next !== null,
    names: await namesFor(door, named(story, events)),
    back,
    cameFrom,
    notice: await noticeOf(door, back),
    now,
  })
  sendHtml(response, 200, html)
}
