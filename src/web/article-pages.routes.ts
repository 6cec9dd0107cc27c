import { type Request, type Response, Router } from 'express'
import type { ArticleOnSite } from '../articles/article'
import { listFrontPage } from '../articles/front-page.store'
import { captchaMessages } from '../captcha/challenge'
import { closedMessage } from '../comments/comment-form'
import { ownComment } from '../comments/own-comment.flow'
import { readConversations } from '../comments/read-conversations.flow'
import { newChallenge, submitComment } from '../comments/submit-comment.flow'
import { findPublicComment, listNewest } from '../comments/thread.store'
import { type ThreadSort, threadSorts } from '../comments/thread-order'
import { ProblemError, problem } from '../platform/http/problem'
import type { Services } from '../services'
import { allowOnly } from './allow-only.routes'
import { renderArticlePage } from './article-page.view'
import { type ArticlePageState, articlePageModel } from './article-page-model'
import { renderCommentsFeed } from './comments-feed'
import { placeOf, sendPage } from './door'
import { renderIndexPage } from './index-page.view'
import { articlePath, commentAnchor, commentsFeedPath } from './paths'
import { honeypotField, senderOf, textOf } from './request-fields'
import { pageAssets } from './site-assets.store'
import { threadPlaceOf } from './thread-place'

/** The pages that readers see; they work without JavaScript. */
export function articlePages(services: Services): Router {
  const router = Router()

  const index = router.route('/')
  index.get(async (_request, response) => {
    const sites = await listFrontPage(services.db)
    sendPage(response, 200, renderIndexPage({ ...pageAssets, sites, now: new Date() }))
  })
  index.all(allowOnly('GET'))

  const article = router.route('/sites/:site/articles/:slug')
  article.get(async (request, response) => {
    const place = await placeOf(services, request.params)
    await sendArticlePage(services, response, {
      place,
      status: 200,
      state: await stateOf(services, request, place),
    })
  })
  article.all(allowOnly('GET'))

  const comments = router.route('/sites/:site/articles/:slug/comments')
  comments.post((request, response) => postComment(services, request, response))
  // a form with errors is shown under this address, and readers load pages again
  comments.get((request, response) => {
    const { site, slug } = request.params
    response.redirect(302, `${articlePath(String(site), String(slug))}#comment-form`)
  })
  comments.all(allowOnly('GET', 'POST'))

  const feed = router.route('/sites/:site/articles/:slug/comments.rss')
  feed.get((request, response) => sendFeed(services, request, response))
  feed.all(allowOnly('GET'))
  return router
}

async function stateOf(
  services: Services,
  request: Request,
  place: ArticleOnSite,
): Promise<ArticlePageState> {
  const { sort, reply_to, receipt } = request.query
  const receiptText = textOf(receipt)
  const comment = receiptText ? await ownComment(services.db, receiptText) : undefined
  const own =
    comment && receiptText && comment.articleId === place.article.id
      ? { comment, receipt: receiptText }
      : undefined
  const replyTo = textOf(reply_to)
  return {
    sort: threadSorts.find((known) => known === sort) ?? ('newest' satisfies ThreadSort),
    place: threadPlaceOf(request.query, { own: own?.comment, replyTo }),
    replyTo,
    own,
  }
}

async function sendArticlePage(
  services: Services,
  response: Response,
  { place, status, state }: { place: ArticleOnSite; status: number; state: ArticlePageState },
): Promise<void> {
  const now = new Date()
  const articleId = place.article.id
  const [conversations, replyTo] = await Promise.all([
    readConversations(services.db, { articleId, sort: state.sort }, state.place),
    state.replyTo ? findPublicComment(services.db, articleId, state.replyTo) : undefined,
  ])
  const model = articlePageModel(place, conversations, state, {
    challenge: newChallenge(services.keys.challenge, place, now),
    replyTo,
    assets: pageAssets,
    publicUrl: services.config.publicUrl,
    now,
  })
  sendPage(response, status, renderArticlePage(model))
}

async function postComment(
  services: Services,
  request: Request,
  response: Response,
): Promise<void> {
  const place = await placeOf(services, request.params)
  const fields = (request.body ?? {}) as Record<string, unknown>
  const raw = {
    author: fields.author,
    body: fields.body,
    parentId: fields.parent_id,
    token: fields.captcha_token,
    answer: fields.captcha_answer,
    honeypot: fields[honeypotField],
  }
  const result = await submitComment(services, place, raw, senderOf(request, new Date()))
  if (result.outcome === 'accepted') {
    const path = articlePath(place.site.slug, place.article.slug)
    response.redirect(303, `${path}?receipt=${result.receipt}#${commentAnchor(result.id)}`)
    return
  }
  // without a form on the page there is no place for what was typed: the error page has one
  if (result.outcome === 'closed') throw new ProblemError(problem(403, closedMessage))
  const errors =
    result.outcome === 'invalid'
      ? result.errors
      : [{ field: 'captcha' as const, message: captchaMessages.used }]
  const replyTo = result.form.parentId ?? undefined
  const state = {
    sort: 'newest' as const,
    place: threadPlaceOf({}, { replyTo }),
    typed: result.form,
    replyTo,
    errors,
  }
  await sendArticlePage(services, response, { place, status: 422, state })
}

async function sendFeed(services: Services, request: Request, response: Response): Promise<void> {
  const { site, article } = await placeOf(services, request.params)
  const comments = await listNewest(services.db, article.id, 50)
  const base =
    services.config.publicUrl ?? `http://${services.config.host}:${request.socket.localPort}`
  const feed = renderCommentsFeed({
    siteName: site.name,
    language: site.settings.language,
    articleTitle: article.title,
    articleUrl: `${base}${articlePath(site.slug, article.slug)}`,
    feedUrl: `${base}${commentsFeedPath(site.slug, article.slug)}`,
    updatedAt: comments[0]?.createdAt ?? article.publishedAt,
    comments,
  })
  response.type('application/rss+xml').send(feed)
}
