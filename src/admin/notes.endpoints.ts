import { z } from 'zod'
import { filledText } from '../comments/comment-form'
import { addNote, longestNote } from '../moderation/note.store'
import { isUuid } from '../platform/uuid'
import { actorNameOf, define, notFound } from './door'
import { time } from './schemas'

const postNote = define({
  method: 'post',
  path: '/comments/{id}/notes',
  summary: 'Tell other moderators something about a comment without deciding on it',
  tag: 'Comments',
  access: 'moderator',
  body: z.strictObject({
    text: filledText(longestNote),
  }),
  answers: {
    201: {
      description: 'The note; it stands in `notes` of the comment',
      schema: z.object({ id: z.uuid(), text: z.string(), by: z.string(), created_at: time }),
    },
    404: { description: 'No such comment' },
  },
  handle: async ({ services, caller, params, body }) => {
    const comment = { id: params.id ?? '', siteId: caller.siteId }
    const actor = actorNameOf(caller)
    const note = isUuid(comment.id)
      ? await addNote(services.db, comment, { text: body.text, actor })
      : undefined
    if (!note) throw notFound('comment')
    return { status: 201, body: note }
  },
})

export const noteEndpoints = [postNote]
