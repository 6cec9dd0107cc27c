import express, { type RequestHandler, Router } from 'express'
import { jsonExcess, maxJsonDepth, maxJsonValues } from '../json-bounds'
import { ProblemError, problem } from './problem'

/** Far more than a comment may have. */
export const usualBodyBytes = 64 * 1024

/** Room for a text of 10,000 characters, or 250 names of 200 characters, with each character escaped. */
export const longBodyBytes = 512 * 1024

/** Room for a word list of 20,000 entries of 100 characters, each written as \uXXXX or %XX%XX. */
export const largestBodyBytes = 13 * 1024 * 1024

/** A rule with many rows has the most; a selection of comments has up to 200 ticks. */
const parameterLimit = 300

const refusals = {
  too_deep: `The body is nested more than ${maxJsonDepth} levels deep.`,
  too_many_values: `The body has more than ${maxJsonValues} values.`,
}

/** Checks the raw bytes before they are parsed. */
function refuseExcess(_request: unknown, _response: unknown, json: Buffer, charset: string): void {
  // in other encodings the byte of a bracket or comma may be part of another character
  if (charset !== 'utf-8') throw new ProblemError(problem(415, 'The body must be UTF-8.'))
  const excess = jsonExcess(json)
  if (excess) throw new ProblemError(problem(422, refusals[excess]))
}

/** A browser sends each line break as CR LF, so it counts twice. Word lists have up to 20,000 lines, settings 30,000. */
const maxLineEnds = 200_000
/** The longest word list, with 20 words in each phrase, has fewer. */
const maxBlanks = 1_000_000

/** @throws ProblemError 422 when a pattern matches more than `max` times */
function refuseMore(text: string, pattern: RegExp, { max, of }: { max: number; of: string }): void {
  pattern.lastIndex = 0
  for (let found = 0; pattern.test(text); found++)
    if (found >= max) throw new ProblemError(problem(422, `The form has too many ${of}.`))
}

/** Forms are split into lines and decoded blank by blank: a body of nothing else would take seconds. */
function refuseLongForms(_request: unknown, _response: unknown, form: Buffer): void {
  const text = form.toString('latin1')
  refuseMore(text, /[\r\n]|%0[ad]/gi, { max: maxLineEnds, of: 'lines' })
  refuseMore(text, /\+/g, { max: maxBlanks, of: 'blanks' })
}

/**
 * Middleware that reads uncompressed JSON from any sender.
 * @param options `limit` in bytes; `type`, media types other than application/json
 * @throws ProblemError 415 unless it is UTF-8, 422 when it is too deep or has too many values
 */
export const readJson = (options: { limit: number; type?: string[] }): RequestHandler =>
  express.json({ ...options, inflate: false, strict: false, verify: refuseExcess })

/** Middleware that reads forms and JSON of up to `limit` bytes, uncompressed: a small body cannot expand. */
export function readBodies(limit = usualBodyBytes): Router {
  const router = Router()
  router.use(readJson({ limit }))
  const forms = { extended: false, limit, inflate: false, parameterLimit }
  router.use(express.urlencoded({ ...forms, verify: refuseLongForms }))
  return router
}
