import express, { type RequestHandler, Router } from 'express'
import { jsonExcess, maxJsonDepth, maxJsonValues } from '../json-bounds'
import { ProblemError, problem } from './problem'

/** Far more than a comment may have. */
export const usualBodyBytes = 64 * 1024

/** A text of 10,000 characters, or 250 names of 200, each character escaped. */
export const longBodyBytes = 512 * 1024

/** A word list of 20,000 entries of 100 characters, each character written as \uXXXX or %XX%XX. */
export const largestBodyBytes = 13 * 1024 * 1024

/** A rule with many rows has the most; a selection of comments has up to 200 ticks. */
const parameterLimit = 300

const refusals = {
  too_deep: `The body has more than ${maxJsonDepth} levels of lists and objects.`,
  too_many_values: `The body has more than ${maxJsonValues} values.`,
}

/** Called with the bytes, before anything parses them. */
function refuseExcess(_request: unknown, _response: unknown, json: Buffer, charset: string): void {
  // only there is a byte of a sign of JSON always that sign
  if (charset !== 'utf-8') throw new ProblemError(problem(415, 'The body must be UTF-8.'))
  const excess = jsonExcess(json)
  if (excess) throw new ProblemError(problem(422, refusals[excess]))
}

/** A browser writes each end of a line as two. Word lists have up to 20,000 lines, settings 30,000. */
const maxLineEnds = 200_000
const lineEnd = /[\r\n]|%0[ad]/gi

/** Lists are taken apart line by line: a body of nothing but ends of lines takes seconds. */
function refuseManyLines(_request: unknown, _response: unknown, form: Buffer): void {
  const text = form.toString('latin1')
  lineEnd.lastIndex = 0
  for (let ends = 0; lineEnd.test(text); ends++) {
    if (ends < maxLineEnds) continue
    throw new ProblemError(problem(422, 'The form has too many lines.'))
  }
}

/** Reads JSON of whoever sent it: never compressed, bounded in size, depth and number of values. */
export const readJson = (options: { limit: number; type?: string[] }): RequestHandler =>
  express.json({ ...options, inflate: false, strict: false, verify: refuseExcess })

/** Forms and JSON, never compressed: a small body cannot become a large one. */
export function readBodies(limit = usualBodyBytes): Router {
  const router = Router()
  router.use(readJson({ limit }))
  const forms = { extended: false, limit, inflate: false, parameterLimit }
  router.use(express.urlencoded({ ...forms, verify: refuseManyLines }))
  return router
}
