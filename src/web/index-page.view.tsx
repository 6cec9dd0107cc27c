import type { VNode } from 'preact'
import { renderPage } from './page-frame.view'
import type { IndexArticleView, IndexPageModel, SiteView } from './page-models'
import { articlePath } from './paths'
import { shortened } from './summary'
import { countWords, dateTimeWords, dateWords } from './time-words'

const summaryLength = 200

/** Every site with its articles. */
export function renderIndexPage(model: IndexPageModel): string {
  const [first, ...others] = model.sites
  const name = first && others.length === 0 ? first.name : 'Postbag'
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: name,
      masthead: { name, href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to the articles' }],
    },
    <div class="front-page">
      <h1 class={name === 'Postbag' ? undefined : 'visually-hidden'}>
        {first ? 'Articles and their comments' : 'No site yet'}
      </h1>
      {!first && <p class="empty">Articles appear here as soon as a site has some.</p>}
      {model.sites.map((site) => (
        <SiteSection site={site} isNamed={others.length > 0} />
      ))}
    </div>,
  )
}

type SiteSectionProps = { site: IndexPageModel['sites'][number]; isNamed: boolean }

const SiteSection = ({ site, isNamed }: SiteSectionProps): VNode => (
  <section class="site" aria-label={site.name}>
    {isNamed && (
      <h2 class="site-name" dir="auto">
        {site.name}
      </h2>
    )}
    {site.articles.length === 0 && <p class="empty">This site has no articles yet.</p>}
    {site.articles.length > 0 && (
      <ul class="headlines">
        {site.articles.map((article) => (
          <li>
            <Headline site={site} article={article} level={isNamed ? 'h3' : 'h2'} />
          </li>
        ))}
      </ul>
    )}
  </section>
)

type HeadlineProps = { site: SiteView; article: IndexArticleView; level: 'h2' | 'h3' }

function Headline({ site, article, level: Heading }: HeadlineProps): VNode {
  const path = articlePath(site.slug, article.slug)
  const { commentCount, publishedAt, section, summary } = article
  return (
    <article class="headline">
      {section && (
        <p class="kicker">
          <bdi>{section}</bdi>
        </p>
      )}
      <Heading class="headline-title" dir="auto" lang={site.language}>
        <a href={path}>{article.title}</a>
      </Heading>
      {summary && (
        <p class="summary" dir="auto" lang={site.language}>
          {shortened(summary, summaryLength)}
        </p>
      )}
      <p class="dateline">
        <time datetime={publishedAt.toISOString()} title={dateTimeWords(publishedAt)}>
          {dateWords(publishedAt)}
        </time>{' '}
        <a href={`${path}#comments`} aria-label={`${commentWords(commentCount)}: ${article.title}`}>
          {commentWords(commentCount)}
        </a>
      </p>
    </article>
  )
}

const commentWords = (count: number): string =>
  count === 0 ? 'No comments' : countWords(count, 'comment')
