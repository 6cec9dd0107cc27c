import type { RequestHandler } from 'express'
import { ProblemError, problem } from '../platform/http/problem'

/** Ends a route: its address is known, but not under this method (RFC 9110, 15.5.6). */
export const allowOnly =
  (...methods: string[]): RequestHandler =>
  () => {
    const answer = problem(405, `Use ${methods.join(' or ')}.`)
    const allow = methods.join(', ').replace('GET', 'GET, HEAD')
    throw new ProblemError({ ...answer, headers: { ...answer.headers, allow } })
  }
