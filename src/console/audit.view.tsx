import type { VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import { type Names, nameOf } from './card-model'
import { AuditTable } from './comment-tables.view'
import { type Frame, renderConsolePage } from './console-frame.view'
import { type SiteChoice, SiteField } from './site-field.view'
import { nameInWords } from './why.view'
import { useWords } from './words.view'

type Filter = { site: string; comment: string; from: string }

export type AuditPageModel = {
  frame: Omit<Frame, 'title'>
  sites: readonly SiteChoice[]
  /** Whether the reader may see what belongs to no site. */
  hasSystem: boolean
  filter: Filter
  /** Newest first. */
  events: readonly AuditEvent[]
  names: Names
  isFull: boolean
}

export function renderAuditPage(model: AuditPageModel): string {
  const { frame, events, names, filter, isFull } = model
  const { words } = frame
  const who = (actor: string) => nameInWords(nameOf(actor, names), words.who)
  const last = events.at(-1)
  return renderConsolePage(
    { ...frame, title: words.audit.title },
    <div class="story-page">
      <h1>{words.audit.title}</h1>
      <p class="muted">{words.audit.intro}</p>
      <FilterForm {...model} />
      <div class="panel">
        {events.length === 0 ? (
          <p class="muted">{words.audit.none}</p>
        ) : (
          <AuditTable events={events} who={who} />
        )}
      </div>
      {isFull && last && (
        <p class="more">
          <a class="button" rel="next" href={olderHref(filter, last.seq)}>
            {words.audit.older}
          </a>
        </p>
      )}
    </div>,
  )
}

function olderHref(filter: Filter, before: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value)
  query.set('before', String(before))
  return `/console/audit?${query}`
}

function FilterForm({ sites, hasSystem, filter }: AuditPageModel): VNode {
  const { audit } = useWords()
  return (
    <form class="search" method="get" action="/console/audit">
      <SiteField sites={sites} chosen={filter.site} all={hasSystem ? audit.system : undefined} />
      <p>
        <label for="comment">{audit.comment}</label>
        <input id="comment" name="comment" maxlength={36} value={filter.comment} />
      </p>
      <p>
        <label for="from">{audit.from}</label>
        <input id="from" name="from" type="date" value={filter.from} />
      </p>
      <p>
        <button type="submit" class="primary">
          {audit.show}
        </button>
      </p>
    </form>
  )
}
