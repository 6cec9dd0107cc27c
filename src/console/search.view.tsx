import type { VNode } from 'preact'
import { statuses } from '../comments/comment'
import { scoreNames } from '../scoring/score'
import { Card } from './card.view'
import type { CardModel } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { BulkForm } from './decision-form.view'
import { Notice, type NoticeModel } from './notice.view'
import { minScoresOf, type SearchForm } from './search-form'
import { SiteField } from './site-field.view'
import { useWords } from './words.view'

export type SearchPageModel = {
  frame: Omit<Frame, 'title' | 'cards'>
  form: SearchForm
  sites: readonly { slug: string; name: string }[]
  /** null before anything was asked for. */
  found: { cards: CardModel[]; nextHref: string | null; back: string } | null
  notice?: NoticeModel | undefined
  now: Date
}

export function renderSearchPage(model: SearchPageModel): string {
  const { frame, form, found, notice } = model
  const { words } = frame
  return renderConsolePage(
    {
      ...frame,
      title: words.search.title,
      ...(found ? { cards: { state: 'search', site: form.site || undefined } } : {}),
    },
    <>
      <h1>{words.search.title}</h1>
      <Fields {...model} />
      {notice && <Notice notice={notice} />}
      <Found {...model} />
    </>,
  )
}

function Fields({ form, sites }: SearchPageModel): VNode {
  const { search, status, queue } = useWords()
  return (
    <form class="search" method="get" action="/console/search">
      <Text name="q" label={search.text} value={form.q} />
      <Text name="author" label={search.author} value={form.author} />
      <Text name="article" label={search.article} value={form.article} />
      <p>
        <label for="status">{search.status}</label>
        <select id="status" name="status">
          <option value="">{search.anyStatus}</option>
          {statuses.map((one) => (
            <option value={one} selected={one === form.status}>
              {status[one]}
            </option>
          ))}
        </select>
      </p>
      <SiteField sites={sites} chosen={form.site} all={queue.allSites} />
      <Text name="from" label={search.from} value={form.from} isDate />
      <Text name="to" label={search.to} value={form.to} isDate />
      <MinScores form={form} />
      <p class="search-submit">
        <button type="submit" class="primary">
          {search.submit}
        </button>
      </p>
    </form>
  )
}

type TextProps = { name: string; label: string; value: string; isDate?: boolean }

function Text({ name, label, value, isDate }: TextProps): VNode {
  const shared = { id: name, name, value }
  return (
    <p class={`field-${name}`}>
      <label for={name}>{label}</label>
      {isDate ? (
        <input type="date" {...shared} />
      ) : (
        <input type="search" maxlength={200} dir="auto" {...shared} />
      )}
    </p>
  )
}

function MinScores({ form }: { form: SearchForm }): VNode {
  const { search, score } = useWords()
  return (
    <details class="min-scores" open={Object.keys(minScoresOf(form)).length > 0}>
      <summary>{search.minScores}</summary>
      <div>
        {scoreNames.map((name) => (
          <p>
            <label for={`min-${name}`}>{score[name]}</label>
            <input
              id={`min-${name}`}
              name={`min_${name}`}
              type="number"
              min={0}
              max={1}
              step={0.05}
              value={form[`min_${name}`]}
            />
          </p>
        ))}
      </div>
    </details>
  )
}

function Found({ found, sites, form, now }: SearchPageModel): VNode {
  const words = useWords()
  if (!found) return <p class="empty">{words.search.start}</p>
  if (found.cards.length === 0) return <p class="empty">{words.search.none}</p>
  const showSite = sites.length > 1 && form.site === ''
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
