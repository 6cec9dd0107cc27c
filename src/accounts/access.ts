/** Who changes somebody's access, and of which site; null: of all. */
export type AccessKeeper = {
  actor: string
  siteId: string | null
  /** With a token that hangs on no person: it works on and can add an owner, so it may end the last. */
  isProgram?: boolean
}

/** What becomes of the tokens that somebody has made when their access ends. */
export const tokenFates = ['revoke', 'take-over'] as const
export type TokenFate = (typeof tokenFates)[number]
