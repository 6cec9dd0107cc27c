import { deriveKey, fields, hmac, sameBytes } from '../platform/keys'
import { questionOf, readAnswer, sumOf, wordsOf } from './sum'

export type ChallengeKeys = { sign: Buffer; operands: Buffer }

export const challengeKeys = (secret: string): ChallengeKeys => ({
  sign: deriveKey(secret, 'captcha-sign'),
  operands: deriveKey(secret, 'captcha-operands'),
})

/** What a challenge is bound to. */
export type ChallengePlace = { siteId: string; articleId: string }

export type Challenge = {
  token: string
  question: string
  words: string
  minAgeMs: number
  expiresAt: Date
}

type Payload = [
  version: 1,
  nonce: string,
  site: string,
  article: string,
  issuedMs: number,
  minAgeMs: number,
  expiresMs: number,
]

/** Clocks of several web processes may differ by this much. */
const skewMs = 60_000
const maxTokenLength = 600

/** @param nonce 16 random bytes */
export function issueChallenge(
  keys: ChallengeKeys,
  place: ChallengePlace,
  terms: { nonce: Buffer; now: Date; minAgeMs: number; ttlSeconds: number },
): Challenge {
  const issuedMs = terms.now.getTime()
  const expiresMs = issuedMs + terms.ttlSeconds * 1000
  const payload: Payload = [
    1,
    terms.nonce.toString('base64url'),
    place.siteId,
    place.articleId,
    issuedMs,
    terms.minAgeMs,
    expiresMs,
  ]
  const body = Buffer.from(fields(...payload)).toString('base64url')
  const sum = sumOf(keys.operands, terms.nonce)
  return {
    token: `${body}.${hmac(keys.sign, body).toString('base64url')}`,
    question: questionOf(sum),
    words: wordsOf(sum),
    minAgeMs: terms.minAgeMs,
    expiresAt: new Date(expiresMs),
  }
}

export type CheckedAnswer =
  | { outcome: 'right'; nonce: Buffer; ageMs: number; expiresAt: Date }
  /** A guess was made: the nonce has to be spent, or 19 guesses would win. */
  | { outcome: 'wrong'; nonce: Buffer; expiresAt: Date }
  | { outcome: 'missing' | 'forged' | 'foreign' | 'expired' | 'early' | 'unanswered' }

/**
 * Checks the cheap things first: length, signature, place, age, answer. Whether the nonce was spent
 * before is for the transaction to say that saves the comment.
 */
export function checkAnswer(
  keys: ChallengeKeys,
  place: ChallengePlace,
  given: { token: string; answer: string },
  now: Date,
): CheckedAnswer {
  if (given.token === '') return { outcome: 'missing' }
  const payload = readToken(keys, given.token)
  if (!payload) return { outcome: 'forged' }
  const [, nonceText, siteId, articleId, issuedMs, minAgeMs, expiresMs] = payload
  if (siteId !== place.siteId || articleId !== place.articleId) return { outcome: 'foreign' }
  const ageMs = now.getTime() - issuedMs
  if (now.getTime() > expiresMs || ageMs < -skewMs) return { outcome: 'expired' }
  if (given.answer.trim() === '') return { outcome: 'unanswered' }
  if (ageMs < minAgeMs) return { outcome: 'early' }
  const nonce = Buffer.from(nonceText, 'base64url')
  const expiresAt = new Date(expiresMs)
  const { left, right } = sumOf(keys.operands, nonce)
  return readAnswer(given.answer) === left + right
    ? { outcome: 'right', nonce, ageMs, expiresAt }
    : { outcome: 'wrong', nonce, expiresAt }
}

function readToken(keys: ChallengeKeys, token: string): Payload | undefined {
  if (token.length > maxTokenLength) return undefined
  const [body, signature, ...more] = token.split('.')
  if (!body || !signature || more.length > 0) return undefined
  const expected = hmac(keys.sign, body).toString('base64url')
  // compared as text: base64url has several spellings of the same bytes
  if (!sameBytes(Buffer.from(signature), Buffer.from(expected))) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Payload
}

/** What the reader is told, by outcome. */
export const captchaMessages = {
  missing: 'Please solve the sum below the comment.',
  unanswered: 'Please solve the sum.',
  forged: 'This sum is not one of ours. Please solve the new one.',
  foreign: 'This sum belongs to another article. Please solve the new one.',
  expired: 'This sum has expired. Please solve the new one.',
  early: 'That was very fast. Please wait a moment and solve the new sum.',
  wrong: 'That was not the right answer. Please solve the new sum.',
  used: 'This sum was already used. Please solve the new one.',
} as const
