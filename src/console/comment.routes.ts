import { Router } from 'express'
import { listAudit } from '../audit/audit.store'
import { readCommentDetail } from '../moderation/comment-detail.store'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { commentHref, ownPath } from './addresses'
import { cardsOf, namesFor } from './cards.routes'
import { renderCommentPage } from './comment.view'
import { actorsOf, storyOf } from './comment-model'
import { type ConsoleDoor, frameOf, notFound, sendHtml, signedIn, sitesOf } from './door.routes'
import { noticeOf } from './notices.routes'

const mostEvents = 100

/** The page with everything about one comment. */
export function commentPages(services: Services): Router {
  const router = Router()
  router.get('/comments/:id', signedIn(services, sendComment))
  return router
}

async function sendComment(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, response, now } = door
  const id = String(request.params.id)
  const detail = isUuid(id) ? await readCommentDetail(services.db, id, visitor.siteId) : undefined
  if (!detail) throw notFound()
  const { all } = await sitesOf(door, undefined)
  const chain = all.find(({ slug }) => slug === detail.site)?.id
  if (!chain) throw notFound()
  const { events } = await listAudit(services.db, { chain, commentId: id, limit: mostEvents })
  const [card] = await cardsOf(door, [detail])
  if (!card) throw notFound()
  const story = storyOf(detail)
  const cameFrom = ownPath(request.query.from)
  const back = commentHref(id, cameFrom)
  const html = renderCommentPage({
    frame: frameOf(door, 'queue'),
    card,
    story,
    events,
    names: await namesFor(door, {
      actors: actorsOf(story, events),
      rules: story.findings.map(({ rule }) => rule),
    }),
    back,
    cameFrom,
    notice: await noticeOf(door, back),
    now,
  })
  sendHtml(response, 200, html)
}
