import type { VNode } from 'preact'
import { articlePath, commentHref } from '../web/paths'
import { ClaimTag } from './card.view'
import { Story, type StoryModel } from './comment-story.view'
import { type Frame, renderConsolePage } from './console-frame.view'
import { DecisionForm } from './decision-form.view'
import { MarkedText, Moment } from './marked-text.view'
import { Notice, type NoticeModel } from './notice.view'
import { Why } from './why.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export type CommentPageModel = Omit<StoryModel, 'isOwner'> & {
  frame: Omit<Frame, 'title' | 'cards'>
  /** Where the news go on from what the page shows. */
  since: string
  /** This page, for what is done on it. */
  back: string
  /** The page before. */
  cameFrom: string
  notice?: NoticeModel | undefined
}

export function renderCommentPage(model: CommentPageModel): string {
  const { frame, card, back, notice } = model
  const { words } = frame
  const author = card.author || words.card.erased
  return renderConsolePage(
    {
      ...frame,
      title: words.comment.title(author),
      cards: { state: 'comment', site: card.site, since: model.since },
    },
    <div class="story-page">
      <p>
        <a href={model.cameFrom}>{backWords(model.cameFrom, words)}</a>
      </p>
      {notice && <Notice notice={notice} />}
      <Head {...model} />
      <section
        class="panel"
        aria-label={words.comment.text}
        data-id={card.id}
        data-version={card.version}
        data-author={card.author}
      >
        <ClaimTag card={card} />
        <div class="text is-whole" dir="auto">
          <MarkedText pieces={[...card.text.shown, ...card.text.rest]} />
        </div>
        {card.hiddenCharacters > 0 && (
          <p class="hidden-characters">{words.card.hidden(card.hiddenCharacters)}</p>
        )}
        <Why card={card} now={model.now} isOnOwnPage />
        <DecisionForm card={card} back={back} isOnOwnPage />
      </section>
      <Story {...model} isOwner={frame.visitor?.role === 'owner'} />
    </div>,
  )
}

function backWords(cameFrom: string, { comment, batch, search }: Words): string {
  if (cameFrom.startsWith('/console/search')) return search.back
  return cameFrom.startsWith('/console/queue/batch') ? batch.cancel : comment.back
}

function Head({ card, story, now }: CommentPageModel): VNode {
  const words = useWords()
  const href = articlePath(card.site, card.article.slug)
  return (
    <header class="story-head">
      <h1>
        <bdi>{card.author || words.card.erased}</bdi>
      </h1>
      <p>
        <span class={`tag status-${card.status}`}>{words.status[card.status]}</span>{' '}
        <Moment at={story.created_at} now={now} /> {words.card.on}{' '}
        <a href={href}>
          <bdi>{card.article.title}</bdi>
        </a>
        {card.status === 'approved' && (
          <>
            {' '}
            · <a href={commentHref(href, card.id)}>{words.comment.onPage}</a>
          </>
        )}
      </p>
    </header>
  )
}
