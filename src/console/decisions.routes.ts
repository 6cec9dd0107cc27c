import { Router } from 'express'
import { storable } from '../comments/comment-form'
import type { Decision } from '../moderation/decision'
import { longestNote } from '../moderation/note.store'
import { type Review, undoDecisions } from '../moderation/review-comments.flow'
import { reviewUnclaimed } from '../moderation/review-unclaimed.flow'
import { ProblemError, problem } from '../platform/http/problem'
import { isUuid, uuidv7 } from '../platform/uuid'
import type { Services } from '../services'
import { ownPath, withNotice } from './addresses'
import { bulkText, undoneText } from './bulk-text'
import { choiceOf, readChoice } from './choice'
import { sendConflict } from './conflict.routes'
import { type ConsoleDoor, fieldOf, fieldsOf, reviewerOf, signedIn, wantsJson } from './door.routes'
import { readReason } from './moderator-reasons'
import { standingText } from './notices.routes'

/** Decisions of who is signed in, one or many, and taking them back. */
export function decisionActions(services: Services): Router {
  const router = Router()
  router.post('/comments/:id/decisions', signedIn(services, decideOne))
  router.post('/decisions', signedIn(services, decideMany))
  router.post('/decisions/:id/undo', signedIn(services, undoOne))
  router.post('/batches/:id/undo', signedIn(services, undoBatch))
  return router
}

export const mostAtOnce = 200

type Said = Pick<Review, 'action' | 'reason' | 'note'>

/** What the buttons and fields of a decision form say. */
export function saidIn({ request, words }: ConsoleDoor): Said {
  const choice = readChoice(fieldOf(request, 'action'))
  if (!choice) throw new ProblemError(problem(400, words.errors[400].text))
  const note = storable(fieldOf(request, 'note') ?? '')
    .slice(0, longestNote)
    .trim()
  if (choice === 'escalate') return { action: 'hold', reason: 'escalated', note }
  const reason = choice === 'reject' ? readReason(fieldOf(request, 'reason')) : undefined
  return { action: choice, reason: reason === 'escalated' ? undefined : reason, note }
}

const versionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/** Leads a form back with something to say; a script gets it as data. */
function answer(door: ConsoleDoor, notice: Record<string, string>, data: object): void {
  const { request, response } = door
  if (wantsJson(request)) response.json(data)
  else response.redirect(303, withNotice(ownPath(fieldOf(request, 'back')), notice))
}

const decisionData = ({ id, commentId, action, status, version }: Decision) => ({
  id,
  commentId,
  action,
  status,
  version,
})

async function decideOne(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, words } = door
  const commentId = String(request.params.id)
  const review = {
    commentId,
    ...saidIn(door),
    version: versionOf(fieldOf(request, 'version')),
  }
  const [result] = isUuid(commentId)
    ? await reviewUnclaimed(services.db, [review], reviewerOf(visitor), {
        despite: fieldOf(request, 'despite'),
      })
    : []
  switch (result?.outcome) {
    case 'decided': {
      const { decision } = result
      const text = words.did[choiceOf(decision.action, decision.reason)]
      const data = { outcome: 'decided', ...decisionData(decision), text }
      answer(door, { done: decision.id }, data)
      return
    }
    case 'standing': {
      const { decision } = result
      const text = await standingText(door, decision)
      const { status } = decision
      answer(door, { stood: commentId }, { outcome: 'standing', commentId, status, text })
      return
    }
    case 'overtaken':
    case 'claimed':
      await sendConflict(door, { review, ...result })
      return
    case 'own-appeal':
      refuseOwnAppeal(door)
      return
    default:
      if (wantsJson(request)) throw new ProblemError(problem(404, words.decide.gone))
      answer(door, { said: 'gone' }, {})
  }
}

/** A decision is not answered for by who made it. */
function refuseOwnAppeal(door: ConsoleDoor): void {
  if (wantsJson(door.request)) throw new ProblemError(problem(403, door.words.appeals.own))
  answer(door, { said: 'ownAppeal' }, {})
}

/** What was ticked, with the versions that were seen. */
export function selectionOf(door: ConsoleDoor, said: Said): Review[] {
  return fieldsOf(door.request, 'selected')
    .slice(0, mostAtOnce)
    .flatMap((text) => {
      const [commentId = '', version] = text.split(':')
      return isUuid(commentId) ? [{ commentId, ...said, version: versionOf(version) }] : []
    })
}

async function decideMany(door: ConsoleDoor): Promise<void> {
  const { services, visitor, words } = door
  const said = saidIn(door)
  const reviews = selectionOf(door, said)
  if (reviews.length === 0) {
    answer(door, { said: 'noneSelected' }, { outcome: 'none', text: words.decide.noneSelected })
    return
  }
  const batchId = uuidv7()
  const outcomes = await reviewUnclaimed(services.db, reviews, reviewerOf(visitor), { batchId })
  const decided = outcomes.flatMap((one) => (one.outcome === 'decided' ? [one.decision] : []))
  const own = outcomes.filter(({ outcome }) => outcome === 'own-appeal').length
  if (own === outcomes.length) {
    refuseOwnAppeal(door)
    return
  }
  const taken = outcomes.filter(({ outcome }) => outcome === 'claimed').length
  const left = outcomes.length - decided.length - own - taken
  const action = choiceOf(said.action, said.reason)
  const text = bulkText(words, { action, done: decided.length, left, taken, own })
  const counts = { left: String(left), taken: String(taken), own: String(own) }
  const notice: Record<string, string> =
    decided.length > 0
      ? { batch: batchId, ...counts }
      : { said: taken > 0 ? 'allTaken' : 'allOvertaken' }
  answer(door, notice, {
    outcome: 'decided',
    batchId,
    text,
    decided: decided.map(decisionData),
  })
}

async function undoOne(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, words } = door
  const decisionId = String(request.params.id)
  const [result] = isUuid(decisionId)
    ? await undoDecisions(services.db, { decisionId }, reviewerOf(visitor))
    : []
  if (result?.outcome === 'own-appeal') {
    refuseOwnAppeal(door)
    return
  }
  if (result?.outcome === 'undone') {
    const { commentId } = result.decision
    answer(door, { undone: commentId }, { outcome: 'undone', comments: [commentId] })
    return
  }
  const text = words.decide.nothingToUndo
  answer(door, { said: 'nothingToUndo' }, { outcome: 'none', text, comments: [] })
}

async function undoBatch(door: ConsoleDoor): Promise<void> {
  const { services, visitor, request, words } = door
  const batchId = String(request.params.id)
  const results = isUuid(batchId)
    ? await undoDecisions(services.db, { batchId }, reviewerOf(visitor))
    : []
  const comments = results.flatMap((one) =>
    one.outcome === 'undone' ? [one.decision.commentId] : [],
  )
  const own = results.filter(({ outcome }) => outcome === 'own-appeal').length
  if (own > 0 && own === results.length) {
    refuseOwnAppeal(door)
    return
  }
  const [done, left] = [comments.length, results.length - comments.length - own]
  const notice: Record<string, string> =
    results.length > 0 ? { unbatch: batchId, own: String(own) } : { said: 'nothingToUndo' }
  const text = undoneText(words, { done, left, own })
  answer(door, notice, { outcome: 'undone', text, comments })
}
