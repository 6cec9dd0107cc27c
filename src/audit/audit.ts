import { sha256 } from '../platform/keys'

/** The chain of what belongs to no site. */
export const systemChain = '00000000-0000-0000-0000-000000000000'

/** "noun.verb": everything that is recorded. */
export const auditTypes = [
  'service.installed',
  'site.created',
  'site.renamed',
  'settings.changed',
  'house_rules.published',
  'rule.created',
  'rule.changed',
  'rule.deleted',
  'rule.demoted',
  'rules.added',
  'rules.replaced',
  'bank.saved',
  'bank.deleted',
  'learning.reset',
  'comment.submitted',
  'comment.edited',
  'comment.deleted',
  'comment.reported',
  'comment.appealed',
  'comment.noted',
  'comment.decided',
  'decision.undone',
  'decision.reviewed',
  'author.marked',
  'saved_search.shared',
  'saved_search.renamed',
  'saved_search.deleted',
  'moderator.created',
  'moderator.changed',
  'moderator.disabled',
  'moderator.restored',
  'moderator.password_reset',
  'moderator.signed_in',
  'moderator.password_changed',
  'moderator.language_chosen',
  'moderator.masking_chosen',
  'second_factor.switched_on',
  'second_factor.switched_off',
  'second_factor.reset',
  'second_factor.refused',
  'second_factor.codes_made',
  'second_factor.recovery_code_used',
  'token.created',
  'token.revoked',
  'token.taken_over',
] as const
export type AuditType = (typeof auditTypes)[number]

export type NewAuditEvent = {
  /** A site's id, or the system chain. */
  chain: string
  type: AuditType
  commentId?: string
  actor: string
  /** Facts only: never a comment's text, a secret or an address. */
  data?: object
}

export type AuditEvent = {
  chain: string
  seq: number
  at: Date
  type: string
  comment_id: string | null
  actor: string
  data: object
  hash: string
}

/** An event as the chain has it: the exact line that was hashed. */
export type ChainLink = { seq: number; line: string; hash: Buffer; previousHash: Buffer }

export type ChainFault = { seq: number; fault: string }

/**
 * The hash of an event: SHA-256 over the previous hash and the event's line, so no event can be
 * changed, taken out or put in between without every later hash being wrong.
 */
export const chainHash = (previousHash: Buffer, line: string): Buffer =>
  sha256(Buffer.concat([previousHash, Buffer.from(line)]))

export const chainStart: Pick<ChainLink, 'seq' | 'hash'> = { seq: 0, hash: Buffer.alloc(0) }

/**
 * Follows a chain link by link. `check` says what is wrong with the next link, if anything.
 * @param after the link that was checked last
 */
export function chainChecker(after = chainStart): {
  check(link: ChainLink): ChainFault | undefined
} {
  let { seq, hash } = after
  return {
    check(link) {
      const expectedSeq = seq + 1
      const previous = hash
      seq = link.seq
      hash = link.hash
      if (link.seq !== expectedSeq)
        return { seq: link.seq, fault: `event ${expectedSeq} is missing` }
      if (!link.previousHash.equals(previous))
        return { seq: link.seq, fault: 'it does not follow the event before it' }
      if (!chainHash(previous, link.line).equals(link.hash))
        return { seq: link.seq, fault: 'its content was changed' }
      return undefined
    },
  }
}
