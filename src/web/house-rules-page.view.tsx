import { HouseRulesText } from './house-rules-blocks.view'
import { renderPage } from './page-frame.view'
import type { HouseRulesPageModel } from './page-models'
import { dateTimeWords, dateWords } from './time-words'

/** What readers may and may not write on a site; decisions name the version. */
export function renderHouseRulesPage(model: HouseRulesPageModel): string {
  const { site, version, since, text, currentHref, previousHref } = model
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: `House rules – ${site.name}`,
      masthead: { name: site.name, href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to the house rules' }],
    },
    <article class="story house-rules">
      <header>
        <h1>House rules</h1>
        <p class="dateline">
          Version {version}, since{' '}
          <time datetime={since.toISOString()} title={dateTimeWords(since)}>
            {dateWords(since)}
          </time>
          {previousHref && (
            <>
              {'. '}
              <a href={previousHref}>The version before</a>
            </>
          )}
        </p>
        {currentHref && (
          <p class="notice">
            This is an earlier version. <a href={currentHref}>Read the one in force</a>.
          </p>
        )}
      </header>
      <div lang={site.language}>
        <HouseRulesText text={text} />
      </div>
    </article>,
  )
}
