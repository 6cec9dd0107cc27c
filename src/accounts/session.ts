import { sha256 } from '../platform/keys'
import type { Role } from './token'

/** A stay in the console ends this long after it began, whatever happens in it … */
export const sessionHours = 12
/** … and this long after the last page that was asked for. */
export const idleHours = 2

/** Who has signed in, and how far they may go. */
export type SignedIn = {
  sessionId: string
  moderatorId: string
  name: string
  email: string
  role: Role
  /** null: every site. */
  siteId: string | null
  /** Of the console's pages; empty: as the browser asks. */
  language: string
  /** The console covers hard words until they are asked for. */
  masksWords: boolean
  /** Theirs was made by somebody else: nothing can be done before it is replaced. */
  hasToChangePassword: boolean
}

const shape = /^[\w-]{43}$/

/** @param bytes 32 random bytes */
export const sessionSecretOf = (bytes: Buffer): string => bytes.toString('base64url')

/** What is stored of a session: its secret carries 256 random bits, so a plain hash is enough. */
export const sessionHash = (secret: string): Buffer => sha256(`session:${secret}`)

/** How long the right password waits for its code. */
export const stepMinutes = 5

/** What is stored of a half-signed-in state; never equal to the hash of a session. */
export const stepHash = (secret: string): Buffer => sha256(`sign-in-step:${secret}`)

/** @returns undefined for what cannot be the secret of a session */
export const readSessionSecret = (text: string | undefined): string | undefined =>
  text !== undefined && shape.test(text) ? text : undefined
