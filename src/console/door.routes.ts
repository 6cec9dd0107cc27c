import { parseCookie } from 'cookie'
import type { Request, RequestHandler, Response } from 'express'
import { readSessionSecret, type SignedIn } from '../accounts/session'
import { findSession, useSession } from '../accounts/session.store'
import type { QueueState } from '../moderation/queue.store'
import { ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import type { Site } from '../sites/site'
import { listSites } from '../sites/site.store'
import { signInHref } from './addresses'
import type { Section } from './console-frame.view'
import { sessionCookie } from './cookies'
import { renderEndedPage } from './sign-in.view'
import { readLanguage, type Words, wordsOf } from './words/words'

/** What every handler of the console gets: the services and who has signed in. */
export type ConsoleDoor = {
  services: Services
  visitor: SignedIn
  words: Words
  now: Date
  request: Request
  response: Response
}

/** Its words are those of whoever is answered. */
export const notFound = () => new ProblemError({ status: 404 })

export const wantsJson = (request: Request): boolean => request.accepts(['html', 'json']) === 'json'

/** The language of this answer: the visitor's own choice, else the browser's. */
export const pageWords = (response: Response): Words => response.locals.words

/** The secret of the session that a request carries. */
export function sessionSecret({ config }: Services, request: Request): string | undefined {
  const cookies = parseCookie(request.get('cookie') ?? '')
  return readSessionSecret(cookies[sessionCookie(config).name])
}

type Handle = (door: ConsoleDoor) => Promise<void>

/** All that whoever has a one-time password gets to. */
const ownPasswordPath = '/account/password'

/** Lets in who is signed in; others are sent to sign in, and a script is told so. */
export const signedIn = (services: Services, handle: Handle): RequestHandler =>
  withSession(services, useSession, handle)

/** The same for what an open page asks by itself: it does not put off the end of an idle session. */
export const unattended = (services: Services, handle: Handle): RequestHandler =>
  withSession(services, findSession, handle)

const withSession =
  (services: Services, find: typeof findSession, handle: Handle): RequestHandler =>
  async (request, response) => {
    const secret = sessionSecret(services, request)
    const visitor = secret ? await find(services.db.quick, secret) : undefined
    if (!visitor) {
      sendToSignIn(request, response)
      return
    }
    const language = readLanguage(visitor.language)
    if (language) response.locals.words = wordsOf(language)
    const words = pageWords(response)
    if (visitor.hasToChangePassword && request.path !== ownPasswordPath) {
      if (wantsJson(request)) throw new ProblemError(problem(403, words.account.chooseText))
      response.redirect(303, `/console${ownPasswordPath}`)
      return
    }
    await handle({ services, visitor, words, now: new Date(), request, response })
  }

/** What was sent is not lost: the browser keeps it, and sends it again when the page is reloaded. */
function sendToSignIn(request: Request, response: Response): void {
  const words = pageWords(response)
  if (wantsJson(request)) throw new ProblemError(problem(401, words.signIn.ended))
  if (request.method === 'GET' || request.method === 'HEAD')
    response.redirect(303, `${signInHref}?${new URLSearchParams({ next: request.originalUrl })}`)
  else sendHtml(response, 401, renderEndedPage(words))
}

/** Lets in owners only. */
export const ownersOnly = (
  services: Services,
  handle: (door: ConsoleDoor) => Promise<void>,
): RequestHandler =>
  signedIn(services, (door) => {
    if (door.visitor.role !== 'owner')
      throw new ProblemError(problem(403, door.words.errors[403].text))
    return handle(door)
  })

/** What waits for the lead is for owners. */
export function refuseLead({ visitor, words }: ConsoleDoor, state: QueueState): void {
  if (state === 'lead' && visitor.role !== 'owner')
    throw new ProblemError(problem(403, words.errors[403].text))
}

/** The sites of who has signed in; the one that is named, where one is. */
export async function sitesOf(
  { services, visitor }: ConsoleDoor,
  slug: string | undefined,
): Promise<{ all: Site[]; chosen: Site[] }> {
  const all = await listSites(services.db.quick, visitor.siteId)
  const chosen = slug === undefined ? all : all.filter((site) => site.slug === slug)
  if (slug !== undefined && chosen.length === 0) throw notFound()
  return { all, chosen }
}

/** The one site that a page is about: the one that is named, else the first. */
export async function chosenSite(
  door: ConsoleDoor,
  slug: unknown,
): Promise<{ site: Site; all: Site[] }> {
  const isNamed = typeof slug === 'string' && slug !== ''
  const { all, chosen } = await sitesOf(door, isNamed ? slug : undefined)
  const [site] = chosen
  if (!site) throw notFound()
  return { site, all }
}

export const siteIdsOf = (sites: readonly Site[]): string[] => sites.map(({ id }) => id)

/** How claims, decisions and the audit name who has signed in. */
export const actorOfVisitor = ({ moderatorId }: SignedIn): string => `moderator:${moderatorId}`

export const reviewerOf = ({ moderatorId, siteId }: SignedIn) => ({
  decider: { kind: 'moderator' as const, tokenId: null, moderatorId },
  siteId,
})

export const frameOf = ({ visitor, words }: ConsoleDoor, section: Section) => ({
  words,
  visitor: { name: visitor.name, role: visitor.role },
  section,
  masksWords: visitor.masksWords,
})

/** A form's field; a repeated one counts as its last. */
export function fieldOf(request: Request, name: string): string | undefined {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name]
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  return typeof last === 'string' ? last : undefined
}

/** All values of a form's field. */
export function fieldsOf(request: Request, name: string): string[] {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name]
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string')
}

export const sendHtml = (response: Response, status: number, html: string): void => {
  response.status(status).type('html').send(html)
}
