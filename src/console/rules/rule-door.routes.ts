import { isUuid } from '../../platform/uuid'
import { findRule, isDeletedRule, type StoredRule } from '../../rules/rule.store'
import type { Site } from '../../sites/site'
import { type ConsoleDoor, chosenSite, notFound } from '../door.routes'

/** Site and rule that an address names; what is not of the visitor's sites looks like nothing. */
export async function chosenRule(door: ConsoleDoor): Promise<{ site: Site; rule: StoredRule }> {
  const { site, rule } = await chosenOrDeleted(door)
  if (!rule) throw notFound()
  return { site, rule }
}

/** The same, without the rule when it has been deleted. */
export async function chosenOrDeleted(
  door: ConsoleDoor,
): Promise<{ site: Site; rule: StoredRule | undefined }> {
  const { db } = door.services
  const { site: slug, id } = door.request.params
  const { site } = await chosenSite(door, slug)
  if (!isUuid(id)) throw notFound()
  const rule = await findRule(db, site.id, id)
  if (!rule && !(await isDeletedRule(db, site.id, id))) throw notFound()
  return { site, rule }
}

/** A version that an address or a form names, undefined for anything else. */
export function readVersion(value: unknown): number | undefined {
  const version = Number(value)
  return typeof value === 'string' && Number.isInteger(version) && version > 0 && version < 1e6
    ? version
    : undefined
}
