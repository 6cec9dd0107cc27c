import { isUuid } from '../../platform/uuid'
import { findRule, type StoredRule } from '../../rules/rule.store'
import type { Site } from '../../sites/site'
import { type ConsoleDoor, chosenSite, notFound } from '../door.routes'

/** Site and rule that an address names; what is not of the visitor's sites looks like nothing. */
export async function chosenRule(door: ConsoleDoor): Promise<{ site: Site; rule: StoredRule }> {
  const { params } = door.request
  const { site } = await chosenSite(door, params.site)
  const rule = isUuid(params.id) ? await findRule(door.services.db, site.id, params.id) : undefined
  if (!rule) throw notFound()
  return { site, rule }
}

/** A version that an address or a form names, undefined for anything else. */
export function readVersion(value: unknown): number | undefined {
  const version = Number(value)
  return typeof value === 'string' && Number.isInteger(version) && version > 0 && version < 1e6
    ? version
    : undefined
}
