import type { VNode } from 'preact'
import type { listBanks } from '../rules/bank.store'
import type { BankForm } from './bank-form'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { Said } from './said.view'
import { type SiteChoice, SiteField } from './site-field.view'
import { useWords } from './words.view'

export const banksHref = (site: string): string => `/console/banks?${new URLSearchParams({ site })}`

export const bankHref = (site: string, name: string): string =>
  `/console/banks/${encodeURIComponent(site)}/${encodeURIComponent(name)}`

const deleteHref = (site: string, name: string): string => `${bankHref(site, name)}/delete`

type Page = { frame: Omit<Frame, 'title'>; site: SiteChoice; notice?: string | undefined }

export type BanksPageModel = Page & {
  sites: readonly SiteChoice[]
  banks: Awaited<ReturnType<typeof listBanks>>
  now: Date
}

export function renderBanksPage(model: BanksPageModel): string {
  const { frame, site, sites, banks, notice } = model
  const { banks: words } = frame.words
  return renderConsolePage(
    { ...frame, title: words.title },
    <div class="story-page">
      <h1>
        {words.title} · <bdi>{site.name}</bdi>
      </h1>
      <p class="muted">{words.intro}</p>
      <Said notice={notice} />
      {sites.length > 1 && (
        <form class="search" method="get" action="/console/banks">
          <SiteField sites={sites} chosen={site.slug} />
          <p>
            <button type="submit">{words.open}</button>
          </p>
        </form>
      )}
      <div class="panel">
        {banks.length === 0 ? <p class="muted">{words.none}</p> : <BankTable {...model} />}
        <p>
          <a class="button" href={`/console/banks/new?${new URLSearchParams({ site: site.slug })}`}>
            {words.add}
          </a>
        </p>
      </div>
    </div>,
  )
}

function BankTable({ site, banks, now }: BanksPageModel): VNode {
  const { banks: words, number } = useWords()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.entries}</th>
          <th scope="col">{words.changed}</th>
        </tr>
      </thead>
      <tbody>
        {banks.map(({ name, kind, entries, updatedAt }) => (
          <tr>
            <th scope="row">
              <a href={bankHref(site.slug, name)}>{name}</a>
            </th>
            <td>{words.kinds[kind as 'words']}</td>
            <td>{number(entries.length)}</td>
            <td>
              <Moment at={updatedAt} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type BankPageModel = Page & {
  form: BankForm
  /** When the bank was saved that is changed; undefined for a new one. */
  seen: string | undefined
  problems?: string[]
}

export function renderBankPage(model: BankPageModel): string {
  const { frame, site, form, seen, notice, problems = [] } = model
  const { banks } = frame.words
  const title = seen === undefined ? banks.add : banks.edit(form.name)
  return renderConsolePage(
    { ...frame, title },
    <div class="story-page">
      <p>
        <a href={banksHref(site.slug)}>{banks.back}</a>
      </p>
      <h1>{title}</h1>
      <Said notice={notice} />
      {problems.length > 0 && (
        <div class="problem" role="alert">
          <p>{banks.wrong}</p>
          <ul>
            {problems.map((problem) => (
              <li dir="auto">{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <Fields {...model} />
      {seen !== undefined && (
        <p>
          <a class="button act is-reject" href={deleteHref(site.slug, form.name)}>
            {banks.delete}
          </a>
        </p>
      )}
    </div>,
  )
}

/** Asks once more: of a bank no versions are kept. */
export function renderDeleteBankPage(frame: Page['frame'], site: SiteChoice, name: string): string {
  const { banks, keys } = frame.words
  const title = banks.deleteOf(name)
  return renderConsolePage(
    { ...frame, title },
    <div class="sheet">
      <h1>{title}</h1>
      <p>{banks.deleteText}</p>
      <form method="post" class="row-of-buttons" action={deleteHref(site.slug, name)}>
        <button type="submit" class="act is-reject">
          {banks.delete}
        </button>
        <a class="button" href={bankHref(site.slug, name)}>
          {keys.cancel}
        </a>
      </form>
    </div>,
  )
}

function Fields({ site, form, seen }: BankPageModel): VNode {
  const { banks } = useWords()
  const kinds = ['words', 'patterns'] as const
  return (
    <form
      class="panel stacked"
      method="post"
      action={`/console/banks/${encodeURIComponent(site.slug)}`}
    >
      {seen === undefined ? (
        <>
          <label for="name">{banks.name}</label>
          <input id="name" name="name" required maxlength={40} value={form.name} />
        </>
      ) : (
        <>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="name" value={form.name} />
        </>
      )}
      <label for="kind">{banks.kind}</label>
      <select id="kind" name="kind" aria-describedby="entries-hint">
        {kinds.map((kind) => (
          <option value={kind} selected={kind === form.kind}>
            {banks.kinds[kind]}
          </option>
        ))}
      </select>
      <label for="entries">{banks.entries}</label>
      <ul class="muted" id="entries-hint">
        {kinds.map((kind) => (
          <li>
            {banks.kinds[kind]}: {banks.entriesHint[kind]}
          </li>
        ))}
      </ul>
      <textarea
        id="entries"
        name="entries"
        rows={18}
        dir="auto"
        spellcheck={false}
        aria-describedby="entries-hint"
        value={form.entries}
      />
      <label class="tick">
        <input type="checkbox" name="disguises" checked={form.disguises} /> {banks.disguises}
      </label>
      <button type="submit" class="primary">
        {banks.save}
      </button>
    </form>
  )
}
