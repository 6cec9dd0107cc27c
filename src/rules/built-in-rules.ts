import { authorFlooding } from './built-in/author-flooding'
import { blockedDomains } from './built-in/blocked-domains'
import { blockedNetwork } from './built-in/blocked-network'
import { blockedWords } from './built-in/blocked-words'
import { honeypot } from './built-in/honeypot'
import { manyLinks } from './built-in/many-links'
import { networkFlooding } from './built-in/network-flooding'
import { newcomer } from './built-in/newcomer'
import { newcomerLink } from './built-in/newcomer-link'
import { notScored } from './built-in/not-scored'
import { refusedDomain } from './built-in/refused-domain'
import { repeatedText } from './built-in/repeated-text'
import { scoreThresholds } from './built-in/score-threshold'
import { shouting } from './built-in/shouting'
import { similarText } from './built-in/similar-text'
import { suspectWords } from './built-in/suspect-words'
import { suspiciousLink } from './built-in/suspicious-link'
import { tooFast } from './built-in/too-fast'
import { tooLong } from './built-in/too-long'
import { tooShort } from './built-in/too-short'
import type { BuiltInRule } from './rule'

/** Grows when a rule is added, dropped, judges differently or keeps other facts; findings carry it. */
export const builtInRulesVersion = 5

/**
 * Every rule that comes with the product. All of them run on every comment and all findings are kept;
 * the order only settles which of two equally strong ones gives the reason.
 */
export const builtInRules: readonly BuiltInRule[] = [
  // Signs of a program weigh most: no reader fills in a field that cannot be seen.
  honeypot,
  tooFast,
  // What the owner has named in so many words comes before anything that is estimated.
  blockedWords,
  suspectWords,
  blockedDomains,
  blockedNetwork,
  // Spam is told by where it leads and how often it comes, less by what it says.
  manyLinks,
  newcomerLink,
  refusedDomain,
  suspiciousLink,
  repeatedText,
  similarText,
  authorFlooding,
  networkFlooding,
  // Estimates, and the lack of one, which must never pass for a clean text.
  ...scoreThresholds,
  notScored,
  // Matters of form are the mildest.
  shouting,
  tooShort,
  tooLong,
  newcomer,
]
