import { Router } from 'express'
import { returnToQueue } from '../../moderation/return-to-queue.flow'
import {
  countDecidedByRule,
  readRuleDays,
  readRuleHits,
  readRuleStatistics,
} from '../../moderation/rule-acts.store'
import { isInCalendar } from '../../platform/calendar'
import { editRule, type RuleOutcome, rollBackRule } from '../../rules/edit-rules.flow'
import { deleteRule, listVersions, type StoredRule } from '../../rules/rule.store'
import { ruleModes } from '../../rules/rule-document'
import type { Services } from '../../services'
import type { Site } from '../../sites/site'
import { withNotice } from '../addresses'
import { nameOf } from '../card-model'
import { namesFor } from '../cards.routes'
import {
  actorOfVisitor,
  type ConsoleDoor,
  fieldOf,
  frameOf,
  notFound,
  ownersOnly,
  reviewerOf,
  sendHtml,
  signedIn,
} from '../door.routes'
import { noticeOf } from '../notices.routes'
import { nameInWords } from '../why.view'
import { renderRulePage } from './rule.view'
import { ruleHref, rulesHref } from './rule-addresses'
import { ruleDiff } from './rule-diff'
import { chosenRule, readVersion } from './rule-door.routes'
import { renderDeletePage, renderReturnsPage } from './rule-steps.view'
import { renderDiffPage } from './rule-versions.view'

/** One rule: what it does and did, its mode, its versions, and the ways back. */
export function rulePage(services: Services): Router {
  const router = Router()
  router.get('/rules/:site/:id', signedIn(services, sendRule))
  router.post('/rules/:site/:id/mode', ownersOnly(services, postMode))
  router.get('/rules/:site/:id/versions', signedIn(services, sendDiff))
  router.post('/rules/:site/:id/rollback', ownersOnly(services, postRollback))
  router.get('/rules/:site/:id/delete', ownersOnly(services, askDelete))
  router.post('/rules/:site/:id/delete', ownersOnly(services, dropRule))
  router.get('/rules/:site/:id/returns', ownersOnly(services, sendReturns))
  router.post('/rules/:site/:id/returns', ownersOnly(services, postReturns))
  return router
}

const shownHits = 12
const notices = ['saved', 'modeChanged', 'rolledBack'] as const

function saidNotice({ request, words }: ConsoleDoor): string | undefined {
  const said = notices.find((one) => one === request.query.said)
  return said && words.rulesPages[said]
}

type Shown = { site: Site; rule: StoredRule; problem?: string }

async function show(door: ConsoleDoor, status: number, shown: Shown): Promise<void> {
  const { services, response, visitor, words, now } = door
  const { site, rule, problem } = shown
  const { db } = services
  const [versions, statistics, days, hits] = await Promise.all([
    listVersions(db, rule.id),
    readRuleStatistics(db, site.id, [rule.id]),
    readRuleDays(db, site.id, rule.id),
    readRuleHits(db, site.id, rule.id, shownHits),
  ])
  const names = await namesFor(door, { actors: versions.map(({ author }) => author), rules: [] })
  const html = renderRulePage({
    ...{ frame: frameOf(door, 'rules'), site, rule, statistics, days, hits, now, problem },
    versions: versions.map((one) => ({
      ...one,
      who: nameInWords(nameOf(one.author, names), words.who),
    })),
    mayEdit: visitor.role === 'owner',
    notice: saidNotice(door),
    undo: await noticeOf(door, ruleHref(site.slug, rule.id)),
  })
  sendHtml(response, status, html)
}

const sendRule = async (door: ConsoleDoor): Promise<void> => show(door, 200, await chosenRule(door))

/** Back to the rule, with what was done or why it was not. */
async function answer(
  door: ConsoleDoor,
  { site, rule }: Shown,
  outcome: RuleOutcome,
  said: (typeof notices)[number],
): Promise<void> {
  const { rulesPages } = door.words
  switch (outcome.outcome) {
    case 'saved':
      door.response.redirect(303, `${ruleHref(site.slug, rule.id)}?said=${said}`)
      return
    case 'overtaken':
      await show(door, 409, { site, rule: outcome.current, problem: rulesPages.overtaken })
      return
    case 'invalid': {
      const messages = outcome.problems.map(({ message }) => message)
      const problem = [rulesPages.refused, ...messages].join(' ')
      await show(door, 422, { site, rule, problem })
      return
    }
    case 'unknown':
      throw notFound()
  }
}

async function postMode(door: ConsoleDoor): Promise<void> {
  const { services, request, response, visitor } = door
  const { site, rule } = await chosenRule(door)
  const mode = ruleModes.find((one) => one === fieldOf(request, 'mode')) ?? rule.mode
  const version = readVersion(fieldOf(request, 'version'))
  const draft = { document: rule.document, mode, version }
  const change = { draft, actor: actorOfVisitor(visitor) }
  const outcome = await editRule(services, site, rule.id, change)
  if (outcome.outcome === 'saved' && fieldOf(request, 'from') === 'list')
    response.redirect(303, `${rulesHref(site.slug)}&said=modeChanged`)
  else await answer(door, { site, rule }, outcome, 'modeChanged')
}

async function postRollback(door: ConsoleDoor): Promise<void> {
  const { services, request, visitor, words } = door
  const { site, rule } = await chosenRule(door)
  const version = readVersion(fieldOf(request, 'version'))
  if (version === undefined) throw notFound()
  const seen = readVersion(fieldOf(request, 'seen'))
  const comment = words.rulesPages.rule.backTo(version)
  const change = { version, seen, actor: actorOfVisitor(visitor), comment }
  const outcome = await rollBackRule(services, site, rule.id, change)
  await answer(door, { site, rule }, outcome, 'rolledBack')
}

async function sendDiff(door: ConsoleDoor): Promise<void> {
  const { services, request, response } = door
  const { site, rule } = await chosenRule(door)
  const versions = await listVersions(services.db, rule.id)
  const to = readVersion(request.query.to) ?? rule.version
  const from = readVersion(request.query.from) ?? Math.max(1, to - 1)
  const of = (wanted: number) => versions.find(({ version }) => version === wanted)?.document
  const [before, after] = [of(from), of(to)]
  if (!before || !after) throw notFound()
  const diff = ruleDiff(before, after)
  const page = { frame: frameOf(door, 'rules'), site, rule, versions, from, to, diff }
  sendHtml(response, 200, renderDiffPage(page))
}

async function askDelete(door: ConsoleDoor): Promise<void> {
  const page = { frame: frameOf(door, 'rules'), ...(await chosenRule(door)) }
  sendHtml(door.response, 200, renderDeletePage(page))
}

async function dropRule(door: ConsoleDoor): Promise<void> {
  const { services, visitor, response } = door
  const { site, rule } = await chosenRule(door)
  await deleteRule(services.db, site.id, rule.id, actorOfVisitor(visitor))
  response.redirect(303, `${rulesHref(site.slug)}&said=deleted`)
}

/** "2026-11-24T09:30" as a moment in UTC. */
function readMoment(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value))
    return undefined
  const at = new Date(`${value}Z`)
  return isInCalendar(at.getTime()) ? at : undefined
}

const fieldForm = (at: Date): string => at.toISOString().slice(0, 16)
const dayMs = 86_400_000

function readActs(fields: Record<string, unknown>, rule: StoredRule) {
  const [from, to] = [readMoment(fields.from), readMoment(fields.to)]
  const version = readVersion(fields.version) ?? rule.version
  return { version, span: from && to && from < to ? { from, to } : undefined }
}

async function sendReturns(door: ConsoleDoor): Promise<void> {
  const { services, request, response, words, now } = door
  const { site, rule } = await chosenRule(door)
  const { query } = request
  const isAsked = query.from !== undefined
  const { version, span } = readActs(query, rule)
  const versions = (await listVersions(services.db, rule.id)).map((one) => one.version)
  const typed = (value: unknown, usual: Date) =>
    typeof value === 'string' ? value : fieldForm(usual)
  const html = renderReturnsPage({
    ...{ frame: frameOf(door, 'rules'), site, rule, versions, version },
    from: typed(query.from, new Date(now.getTime() - dayMs)),
    // to the end of this minute
    to: typed(query.to, new Date(now.getTime() + 60_000)),
    found:
      span && (await countDecidedByRule(services.db, actsOf(site, rule, { version, ...span }))),
    problem: isAsked && !span ? words.rulesPages.returns.wrong : undefined,
  })
  sendHtml(response, isAsked && !span ? 422 : 200, html)
}

const actsOf = (site: Site, rule: StoredRule, acts: { version: number; from: Date; to: Date }) => ({
  siteId: site.id,
  ruleId: rule.id,
  ...acts,
})

async function postReturns(door: ConsoleDoor): Promise<void> {
  const { services, request, response, visitor } = door
  const { site, rule } = await chosenRule(door)
  const { version, span } = readActs((request.body ?? {}) as Record<string, unknown>, rule)
  if (!span) throw notFound()
  const { decider } = reviewerOf(visitor)
  const acts = actsOf(site, rule, { version, ...span })
  const { batchId } = await returnToQueue(services.db, acts, decider)
  response.redirect(303, withNotice(ruleHref(site.slug, rule.id), { batch: batchId }))
}
