import type { VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import { type AuditForm, auditHref } from './audit-filter'
import { AuditTable } from './audit-table.view'
import type { Names } from './card-model'
import { type Frame, renderConsolePage } from './console-frame.view'
import { type SiteChoice, SiteField } from './site-field.view'
import { useWords } from './words.view'

export type AuditPageModel = {
  frame: Omit<Frame, 'title'>
  sites: readonly SiteChoice[]
  /** Whether the reader may see what belongs to no site. */
  hasSystem: boolean
  form: AuditForm
  /** Newest first. */
  events: readonly AuditEvent[]
  names: Names
  /** To be chosen from. */
  types: readonly string[]
  people: readonly { actor: string; name: string }[]
  /** Where older events begin; null at the end. */
  next: number | null
}

export function renderAuditPage(model: AuditPageModel): string {
  const { frame, events, names, form, next } = model
  const { words } = frame
  const { audit } = words
  return renderConsolePage(
    { ...frame, title: audit.title },
    <div class="story-page">
      <h1>{audit.title}</h1>
      <p class="muted">{audit.intro}</p>
      <p class="setting-value">
        <a class="button" href={auditHref({ site: form.site }, { path: 'check' })}>
          {audit.check}
        </a>
        <a href={auditHref(form, { path: 'export' })} download>
          {audit.export}
        </a>
      </p>
      <FilterForm {...model} />
      <div class="panel">
        {events.length > 0 && <AuditTable events={events} names={names} hasLinks />}
        {events.length === 0 && <p class="muted">{audit.none}</p>}
      </div>
      {next !== null && (
        <p class="more">
          <a class="button" rel="next" href={auditHref(form, { before: next })}>
            {audit.older}
          </a>
        </p>
      )}
    </div>,
  )
}

function FilterForm(model: AuditPageModel): VNode {
  const { sites, hasSystem, form } = model
  const { audit } = useWords()
  return (
    <form class="search" method="get" action="/console/audit">
      <SiteField sites={sites} chosen={form.site} all={hasSystem ? audit.system : undefined} />
      <TypeField {...model} />
      <ActorField {...model} />
      <p>
        <label for="comment">{audit.comment}</label>
        <input id="comment" name="comment" maxlength={36} value={form.comment} />
      </p>
      <p>
        <label for="from">{audit.from}</label>
        <input id="from" name="from" type="date" value={form.from} />
      </p>
      <p>
        <label for="to">{audit.to}</label>
        <input id="to" name="to" type="date" value={form.to} />
      </p>
      <p>
        <button type="submit" class="primary">
          {audit.show}
        </button>
      </p>
    </form>
  )
}

function TypeField({ form, types }: AuditPageModel): VNode {
  const { audit } = useWords()
  return (
    <p>
      <label for="type">{audit.type}</label>
      <input
        id="type"
        name="type"
        list="types"
        maxlength={100}
        autocapitalize="none"
        spellcheck={false}
        value={form.type}
      />
      <datalist id="types">
        {types.map((type) => (
          <option value={type} label={(audit.events as Record<string, string>)[type]} />
        ))}
      </datalist>
    </p>
  )
}

const parts = ['rules', 'system', 'author'] as const

function ActorField({ form, people }: AuditPageModel): VNode {
  const { audit, who } = useWords()
  const actors = [...parts.map((actor) => ({ actor, name: who[actor] })), ...people]
  return (
    <p>
      <label for="actor">{audit.actor}</label>
      <select id="actor" name="actor">
        <option value="">{audit.anybody}</option>
        {actors.map(({ actor, name }) => (
          <option value={actor} selected={actor === form.actor}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}
