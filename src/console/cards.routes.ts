import { actorNames } from '../accounts/actor-names.store'
import { articleTitles } from '../articles/article-titles.store'
import { readCardContexts } from '../moderation/card-context.store'
import { leadQueue } from '../moderation/lead'
import type { QueueItem } from '../moderation/queue.store'
import { readVerdicts, type Verdicts } from '../moderation/verdicts.store'
import { namedRules } from '../rules/rule-names.store'
import { type CardModel, cardModel, type Names } from './card-model'
import { actorOfVisitor, type ConsoleDoor } from './door.routes'

/** Cards with their surroundings, and with names for what is kept as an id. */
export async function cardsOf(
  door: ConsoleDoor,
  items: readonly QueueItem[],
): Promise<CardModel[]> {
  const { db } = door.services
  const contexts = await readCardContexts(
    db,
    items.map(({ id }) => id),
  )
  const decided = Array.from(contexts.values(), ({ decision }) => decision?.decidedBy ?? null)
  const noted = Array.from(contexts.values(), ({ notes }) => notes.map(({ by }) => by)).flat()
  const verdicts = await verdictsOn(door, items)
  const judges = Array.from(verdicts.values(), ({ first, second }) => [first.by, second.by]).flat()
  const claimers = items.map(({ claimed_by }) => claimed_by)
  const names = await namesFor(door, {
    actors: [...claimers, ...decided, ...noted, ...judges],
    rules: items.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
  })
  return items.map((item) => cardModel(item, contexts.get(item.id), names, verdicts.get(item.id)))
}

/** What two moderators said of what waits for the lead; for owners only. */
async function verdictsOn(
  { services, visitor }: ConsoleDoor,
  items: readonly QueueItem[],
): Promise<ReadonlyMap<string, Verdicts>> {
  const forLead = visitor.role === 'owner' ? items.filter(({ queue }) => queue === leadQueue) : []
  if (forLead.length === 0) return new Map()
  return readVerdicts(
    services.db,
    forLead.map(({ id }) => id),
  )
}

export async function namesFor(
  { services, visitor, words }: ConsoleDoor,
  kept: {
    actors: readonly (string | null)[]
    rules: readonly string[]
    articles?: readonly string[]
  },
): Promise<Names> {
  const [actors, rules, articles] = await Promise.all([
    actorNames(services.db, kept.actors),
    namedRules(services.db, kept.rules),
    articleTitles(services.db, kept.articles ?? []),
  ])
  const { masksWords } = visitor
  return { actors, rules, articles, me: actorOfVisitor(visitor), words, masksWords }
}
