import type { ScoreFailure } from '../scoring/score'
import type { SiteSettings } from '../sites/settings'
import type { TextViews } from '../text/views'
import type { BankHit } from './bank-matcher'
import type { Features } from './features'
import type { Finding } from './finding'

/** Everything that a rule may look at. */
export type Subject = {
  features: Features
  views: TextViews
  bankHits: readonly BankHit[]
  /** False when not all of the text could be compared with all banks. */
  isSearchComplete?: boolean
  /** Why there may be scores missing that there usually are. */
  scoreFailure?: ScoreFailure | undefined
  settings: SiteSettings
  /** Links to these are no fault: `sites/trusted-domains.ts`. */
  trustedDomains: readonly string[]
}

/** What a rule says of a comment it objects to. */
export type Verdict = Omit<Finding, 'rule' | 'version' | 'mode'>

/** A rule that comes with the product; its limits are settings of the site. */
export type BuiltInRule = {
  /** Stable: findings and statistics carry it. */
  name: string
  /** Shown to moderators. */
  title: string
  /** One sentence for the owner: what it does, and which setting moves it. */
  explain: string
  /** @returns null when the rule has nothing to say */
  judge(subject: Subject): Verdict | null
}
