import type { VNode } from 'preact'
import type { SearchForm } from '../moderation/search-form'
import { Card } from './card.view'
import type { CardModel } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { BulkForm } from './decision-form.view'
import { Notice, type NoticeModel } from './notice.view'
import { type SavedModel, SavedSearches } from './saved-searches.view'
import { type SearchChoices, SearchFields } from './search-fields.view'
import { useWords } from './words.view'

export type FoundModel = { cards: CardModel[]; nextHref: string | null; back: string }

export type SearchPageModel = {
  frame: Omit<Frame, 'title' | 'cards'>
  form: SearchForm
  choices: SearchChoices
  saved: SavedModel
  /** null before anything was asked for. */
  found: FoundModel | null
  notice?: NoticeModel | undefined
  now: Date
}

export function renderSearchPage(model: SearchPageModel): string {
  const { frame, form, choices, saved, found, notice } = model
  const { words } = frame
  return renderConsolePage(
    {
      ...frame,
      title: words.search.title,
      ...(found ? { cards: { state: 'search', site: form.site || undefined } } : {}),
    },
    <>
      <h1>{words.search.title}</h1>
      <SearchFields form={form} choices={choices} />
      <SavedSearches saved={saved} isOwner={frame.visitor?.role === 'owner'} />
      {notice && <Notice notice={notice} />}
      <Found {...model} />
    </>,
  )
}

function Found({ found, choices, form, now }: SearchPageModel): VNode {
  const words = useWords()
  if (!found)
    return (
      <div class="empty">
        <p>{words.search.start}</p>
        <p class="muted">{words.story.searched}</p>
      </div>
    )
  if (found.cards.length === 0)
    return <NothingFound nextHref={found.nextHref} hasText={form.q !== ''} />
  const showSite = choices.sites.length > 1 && form.site === ''
  return (
    <>
      <p class="muted" role="status">
        {words.search.found(found.cards.length, found.nextHref !== null)}, {words.search.newest}
      </p>
      <section class="cards" id="cards" aria-label={words.search.title} tabindex={-1}>
        {found.cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            now={now}
            back={found.back}
            showSite={showSite}
            showStatus
          />
        ))}
      </section>
      <div class="empty" id="empty" hidden>
        {words.queue.emptyPage}
      </div>
      {found.nextHref && (
        <p class="more">
          <a class="button" rel="next" href={found.nextHref}>
            {words.queue.more}
          </a>
        </p>
      )}
      <BulkForm back={found.back} />
    </>
  )
}

type NothingProps = Pick<FoundModel, 'nextHref'> & { hasText: boolean }

function NothingFound({ nextHref, hasText }: NothingProps): VNode {
  const { search, story } = useWords()
  if (nextHref === null)
    return (
      <div class="empty">
        <p>{search.none}</p>
        {hasText && <p class="muted">{story.searched}</p>}
      </div>
    )
  return (
    <>
      <p class="empty">{search.noneYet}</p>
      <p class="more">
        <a class="button" rel="next" href={nextHref}>
          {search.lookFurther}
        </a>
      </p>
    </>
  )
}
