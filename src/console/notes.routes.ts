import { Router } from 'express'
import { storable } from '../comments/comment-form'
import { addNote, longestNote } from '../moderation/note.store'
import { isUuid } from '../platform/uuid'
import type { Services } from '../services'
import { ownPath, withNotice } from './addresses'
import {
  actorOfVisitor,
  type ConsoleDoor,
  fieldOf,
  notFound,
  signedIn,
  wantsJson,
} from './door.routes'

/** What moderators tell each other about a comment without deciding on it. */
export function noteActions(services: Services): Router {
  const router = Router()
  router.post('/comments/:id/notes', signedIn(services, postNote))
  return router
}

async function postNote(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words, request, response } = door
  const comment = { id: String(request.params.id), siteId: visitor.siteId }
  const text = storable(fieldOf(request, 'note') ?? '')
    .slice(0, longestNote)
    .trim()
  if (!isUuid(comment.id)) throw notFound()
  const isSaved =
    text !== '' &&
    (await addNote(services.db, comment, { text, actor: actorOfVisitor(visitor) })) !== undefined
  const said = isSaved ? 'noted' : text === '' ? 'emptyNote' : 'gone'
  if (wantsJson(request)) response.json({ outcome: said, text: words.decide[said] })
  else response.redirect(303, withNotice(ownPath(fieldOf(request, 'back')), { said }))
}
