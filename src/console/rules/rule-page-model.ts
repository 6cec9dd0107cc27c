import type { RuleDay, RuleHit, RuleStatistics } from '../../moderation/rule-acts.store'
import type { StoredRule, StoredVersion } from '../../rules/rule.store'
import type { Frame } from '../console-frame.view'
import type { NoticeModel } from '../notice.view'
import type { SiteChoice } from '../site-field.view'

/** Everything that the page of one rule shows. */
export type RulePageModel = {
  frame: Omit<Frame, 'title'>
  site: SiteChoice
  rule: StoredRule
  versions: readonly (StoredVersion & { who: string })[]
  statistics: readonly RuleStatistics[]
  days: readonly RuleDay[]
  hits: readonly RuleHit[]
  mayEdit: boolean
  notice?: string | undefined
  /** What was returned to the queue, and how to take that back. */
  undo?: NoticeModel | undefined
  problem?: string | undefined
  now: Date
}
