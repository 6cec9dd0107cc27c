import type { Response } from 'express'
import type { ArticleOnSite } from '../articles/article'
import { ownComment } from '../comments/own-comment.flow'
import type { OwnComment } from '../comments/own-comment.store'
import { endpoint } from '../platform/http/endpoint'
import { ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'

/** Everybody may use the reader API. */
export type ReaderDoor = { services: Services }

export const define = endpoint<ReaderDoor>()

/** For what only one reader may see, or may use once. */
export const noStore = { 'cache-control': 'no-store' }

type Params = Readonly<Record<string, unknown>>

/** The article that an address names by `site` and `slug`. */
export async function placeOf({ articles }: Services, params: Params): Promise<ArticleOnSite> {
  const place = await articles.find(String(params.site), String(params.slug))
  if (!place) throw new ProblemError(problem(404, 'There is no such article.'))
  return place
}

/** The comment whose `receipt` is in the address. */
export async function ownCommentOf({ db }: Services, params: Params): Promise<OwnComment> {
  const comment = await ownComment(db, String(params.receipt))
  if (!comment) throw new ProblemError(problem(404, 'There is no comment with this receipt.'))
  return comment
}

/** Every page holds a sum of its own, or what only one reader may see. */
export function sendPage(response: Response, status: number, html: string): void {
  response.status(status).set('cache-control', 'no-store').type('html').send(html)
}
