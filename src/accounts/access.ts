/** The actor who changes somebody's access, and the site within that actor's reach; null: every site. */
export type AccessKeeper = {
  actor: string
  siteId: string | null
  /** A token that does not depend on the person changed. It can add an owner afterwards, so it may remove the last one. */
  isProgram?: boolean
}

/** Choices for the tokens that a person made for programs, when that person's access ends. */
export const tokenFates = ['revoke', 'take-over'] as const
export type TokenFate = (typeof tokenFates)[number]
