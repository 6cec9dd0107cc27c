import { findCard } from '../moderation/card.store'
import { findDecided, findStandings, type StandingDecision } from '../moderation/standing.store'
import { isUuid } from '../platform/uuid'
import { bulkText, undoneText } from './bulk-text'
import { nameOf } from './card-model'
import { namesFor } from './cards.routes'
import { choiceOf } from './choice'
import { type ConsoleDoor, siteIdsOf, sitesOf } from './door.routes'
import type { NoticeModel } from './notice.view'
import { nameInWords } from './why.view'

const fixedNotices = [
  'noneSelected',
  'allOvertaken',
  'allTaken',
  'gone',
  'nothingToUndo',
  'noted',
  'emptyNote',
] as const

const idOf = (value: unknown): string | undefined => (isUuid(value) ? value : undefined)

/**
 * What was just done, for the page that a form leads back to. The address carries ids only, and what
 * they stand for is looked up within reach, so no address can make the console say what is not so.
 */
export async function noticeOf(door: ConsoleDoor, back: string): Promise<NoticeModel | undefined> {
  const { done, stood, undone, batch, unbatch, said } = door.request.query
  const [decisionId, stoodId, undoneId] = [idOf(done), idOf(stood), idOf(undone)]
  const [batchId, unbatchId] = [idOf(batch), idOf(unbatch)]
  if (decisionId) return doneNotice(door, decisionId, back)
  if (stoodId) return stoodNotice(door, stoodId, back)
  if (undoneId) return undoneNotice(door, undoneId, back)
  if (batchId) return batchNotice(door, batchId, back)
  if (unbatchId) return { text: await unbatchText(door, unbatchId), back }
  if (said === 'ownAppeal') return { text: door.words.appeals.own, back }
  const fixed = fixedNotices.find((one) => one === said)
  if (fixed) return { text: door.words.decide[fixed], back }
  return undefined
}

async function authorOf(door: ConsoleDoor, commentId: string) {
  const { all } = await sitesOf(door, undefined)
  const card = await findCard(door.services.db, commentId, siteIdsOf(all))
  return card && { ...card, author: card.author || door.words.card.erased }
}

async function decidedBy(door: ConsoleDoor, decisionId: string) {
  const { services, visitor } = door
  const [found] = await findDecided(services.db, { decisionId }, visitor.siteId)
  const card = found && (await authorOf(door, found.standing.commentId))
  return found && card && { ...found, card }
}

const didOf = ({ action, reason }: StandingDecision) => choiceOf(action, reason)

async function doneNotice(door: ConsoleDoor, decisionId: string, back: string) {
  const { decide, did } = door.words
  const found = await decidedBy(door, decisionId)
  if (!found) return undefined
  const text = decide.done(did[didOf(found.decision)], found.card.author)
  const mayUndo = !found.undoneBy && found.decision.version === found.standing.version
  return { text, back, undoAction: mayUndo ? `/console/decisions/${decisionId}/undo` : undefined }
}

async function stoodNotice(door: ConsoleDoor, commentId: string, back: string) {
  const { services, visitor } = door
  const standings = await findStandings(services.db, [commentId], visitor.siteId)
  const decision = standings.get(commentId)?.decision
  return decision ? { text: await standingText(door, decision), back } : undefined
}

/** That nothing is left to do, and who has done it. */
export async function standingText(door: ConsoleDoor, decision: StandingDecision): Promise<string> {
  const { decide, did, who, ago } = door.words
  const names = await namesFor(door, { actors: [decision.decidedBy], rules: [] })
  const name = nameInWords(nameOf(decision.decidedBy, names), who)
  return decide.standing(did[didOf(decision)], name, ago(decision.decidedAt, door.now))
}

async function undoneNotice(door: ConsoleDoor, commentId: string, back: string) {
  const card = await authorOf(door, commentId)
  if (!card) return undefined
  return { text: door.words.decide.undone(door.words.status[card.status], card.author), back }
}

const countIn = ({ query }: ConsoleDoor['request'], name: string): number =>
  Math.max(0, Math.min(200, Number(query[name]) || 0))

async function batchNotice(door: ConsoleDoor, batchId: string, back: string) {
  const { services, visitor, words, request } = door
  const found = await findDecided(services.db, { batchId }, visitor.siteId)
  const [first] = found
  if (!first) return undefined
  const left = {
    left: countIn(request, 'left'),
    taken: countIn(request, 'taken'),
    own: countIn(request, 'own'),
  }
  return {
    text: bulkText(words, { action: didOf(first.decision), done: found.length, ...left }),
    back,
    undoAction: `/console/batches/${batchId}/undo`,
  }
}

async function unbatchText(door: ConsoleDoor, batchId: string): Promise<string> {
  const found = await findDecided(door.services.db, { batchId }, door.visitor.siteId)
  const undone = found.filter(({ undoneBy }) => undoneBy !== null).length
  const rest = found.length - undone
  const own = Math.min(rest, countIn(door.request, 'own'))
  return undoneText(door.words, { done: undone, left: rest - own, own })
}
