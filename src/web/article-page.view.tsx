import type { VNode } from 'preact'
import { closedMessage } from '../comments/comment-form'
import { type ThreadSort, threadSorts } from '../comments/thread-order'
import { CommentForm, hasErrors } from './comment-form.view'
import { CommentThread } from './comment-thread.view'
import { renderPage } from './page-frame.view'
import type { ArticlePageModel } from './page-models'
import { articlePath, commentsFeedPath, replyHref, sortHref } from './paths'
import { shortened } from './summary'
import { countWords, dateTimeWords, dateWords } from './time-words'

/** The article, its comments and the form, as one document that needs no JavaScript. */
export function renderArticlePage(model: ArticlePageModel): string {
  const { site, article, form } = model
  const failed = form !== null && hasErrors(form.errors)
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: `${titlePrefix(model)}${article.title} – ${site.name}`,
      masthead: { name: site.name, href: '/' },
      skipLinks: [
        { href: '#main', text: 'Skip to the article' },
        { href: '#comments', text: 'Skip to the comments' },
      ],
      isPrivate: model.own !== null || failed,
      head: <ArticleHead {...model} />,
    },
    <>
      <Story {...model} />
      <Comments {...model} />
    </>,
  )
}

function titlePrefix({ form, firstHref }: ArticlePageModel): string {
  if (form && hasErrors(form.errors)) return 'Please check your comment: '
  return firstHref ? 'More comments: ' : ''
}

function ArticleHead({ site, article, canonicalUrl }: ArticlePageModel): VNode {
  const description = shortened(article.paragraphs[0] ?? '', 160)
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={article.title} />
      <meta property="og:site_name" content={site.name} />
      {canonicalUrl && <link rel="canonical" href={canonicalUrl} />}
      <link
        rel="alternate"
        type="application/rss+xml"
        title={`Comments on ${article.title}`}
        href={commentsFeedPath(site.slug, article.slug)}
      />
    </>
  )
}

const Story = ({ site, article }: ArticlePageModel): VNode => (
  <article class="story" lang={site.language} dir="auto">
    <header>
      {article.section && (
        <p class="kicker">
          <bdi>{article.section}</bdi>
        </p>
      )}
      <h1 dir="auto">{article.title}</h1>
      <p class="dateline" lang="en" dir="ltr">
        <time
          datetime={article.publishedAt.toISOString()}
          title={dateTimeWords(article.publishedAt)}
        >
          {dateWords(article.publishedAt)}
        </time>
      </p>
    </header>
    {article.paragraphs.map((paragraph) => (
      <p dir="auto">{paragraph}</p>
    ))}
  </article>
)

function Comments(model: ArticlePageModel): VNode {
  const { site, article, sort, form, own } = model
  const path = articlePath(site.slug, article.slug)
  const isEmpty = model.comments.length === 0 && own === null && !model.notice
  const answered = model.comments.find(({ id }) => id === form?.replyTo?.id) ?? null
  return (
    <section class="comments" id="comments" aria-labelledby="comments-title" tabindex={-1}>
      <div class="column">
        <CommentsHeader model={model} path={path} />
        {model.notice && (
          <p class="notice" role="status">
            {noticeWords[model.notice]}
          </p>
        )}
        <EarlierPages {...model} />
        {isEmpty ? (
          <p class="empty">
            {form ? 'Nobody has written yet. Yours would be the first.' : 'Nobody has written.'}
          </p>
        ) : (
          (model.comments.length > 0 || own) && (
            <div lang={site.language === 'en' ? undefined : site.language}>
              <CommentThread
                comments={model.comments}
                elsewhere={model.elsewhere}
                continues={model.continues}
                own={own}
                replyHrefOf={form && ((commentId) => replyHref(path, sort, commentId))}
                now={model.now}
              />
            </div>
          )
        )}
        <Pages {...model} />
        {form ? (
          <CommentForm form={form} answered={answered} />
        ) : (
          <p class="closed">{closedMessage}</p>
        )}
      </div>
    </section>
  )
}

const noticeWords = {
  'unknown-comment':
    'The comment in this link is not public. This is the first page of comments instead.',
  'no-such-page': 'This page has no comments. The link may be outdated.',
}

const EarlierPages = ({ firstHref, previousHref }: ArticlePageModel): VNode | null =>
  firstHref === undefined ? null : (
    <nav class="pages" aria-label="Earlier pages of comments">
      <a href={firstHref}>First page</a>
      {previousHref && (
        <a href={previousHref} rel="prev">
          Previous page
        </a>
      )}
    </nav>
  )

const Pages = ({ previousHref, nextHref }: ArticlePageModel): VNode | null =>
  previousHref === undefined && nextHref === undefined ? null : (
    <nav class="pages" aria-label="Pages of comments">
      {previousHref && (
        <a class="button quiet" href={previousHref} rel="prev">
          Previous page
        </a>
      )}
      {nextHref && (
        <a class="button quiet" href={nextHref} rel="next">
          More comments
        </a>
      )}
    </nav>
  )

const sortNames: Record<ThreadSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  top: 'Most answered',
}

function CommentsHeader({ model, path }: { model: ArticlePageModel; path: string }): VNode {
  const { total, form, sort, own } = model
  return (
    <header class="comments-header">
      <h2 id="comments-title">{total === 0 ? 'Comments' : countWords(total, 'comment')}</h2>
      {form && (total > 0 || own) && <a href="#comment-form">Write a comment</a>}
      {total > 1 && (
        <nav aria-label="Order of the comments">
          <ul>
            {threadSorts.map((name) => (
              <li>
                <a
                  href={sortHref(path, name)}
                  rel="nofollow"
                  aria-current={name === sort ? 'true' : undefined}
                >
                  {sortNames[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}
