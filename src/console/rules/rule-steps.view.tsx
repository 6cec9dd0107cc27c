import type { VNode } from 'preact'
import type { StoredRule } from '../../rules/rule.store'
import { type Frame, renderConsolePage } from '../console-frame.view'
import { Said } from '../said.view'
import type { SiteChoice } from '../site-field.view'
import { useWords } from '../words.view'
import { ruleHref, rulePageHref } from './rule-addresses'

type Page = { frame: Omit<Frame, 'title'>; site: SiteChoice; rule: StoredRule }

/** Asks once more before a rule goes. */
export function renderDeletePage({ frame, site, rule }: Page): string {
  const { delete: text } = frame.words.rulesPages
  const title = text.title(rule.document.name)
  return renderConsolePage(
    { ...frame, title },
    <div class="sheet">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>{text.text}</p>
      <p>{text.instead}</p>
      <form
        method="post"
        class="row-of-buttons"
        action={rulePageHref(site.slug, rule.id, 'delete')}
      >
        <button type="submit" class="act is-reject">
          {text.confirm}
        </button>
        <a class="button" href={ruleHref(site.slug, rule.id)}>
          {text.cancel}
        </a>
      </form>
    </div>,
  )
}

export type ReturnsPageModel = Page & {
  versions: readonly number[]
  version: number
  /** "2026-11-24T09:30", in UTC. */
  from: string
  to: string
  /** undefined before it was counted. */
  found?: number | undefined
  problem?: string | undefined
}

/** What a rule did by itself is counted first, then returned to the queue. */
export function renderReturnsPage(model: ReturnsPageModel): string {
  const { frame, site, rule, problem, found } = model
  const { returns: text, backToRule } = frame.words.rulesPages
  return renderConsolePage(
    { ...frame, title: text.title(rule.document.name) },
    <div class="sheet">
      <p>
        <a href={ruleHref(site.slug, rule.id)}>{backToRule}</a>
      </p>
      <h1>
        <bdi>{text.title(rule.document.name)}</bdi>
      </h1>
      <p>{text.intro}</p>
      <Said problem={problem} />
      <CountForm {...model} />
      {found !== undefined && <Found {...model} found={found} />}
    </div>,
  )
}

function CountForm({ site, rule, versions, version, from, to }: ReturnsPageModel): VNode {
  const { returns: text, rule: ruleText } = useWords().rulesPages
  return (
    <form class="stacked" method="get" action={rulePageHref(site.slug, rule.id, 'returns')}>
      <label for="version">{text.version}</label>
      <select id="version" name="version">
        {versions.map((one) => (
          <option value={one} selected={one === version}>
            {ruleText.name(one)}
          </option>
        ))}
      </select>
      <label for="from">{text.from}</label>
      <input id="from" name="from" type="datetime-local" required value={from} />
      <label for="to">{text.to}</label>
      <input id="to" name="to" type="datetime-local" required value={to} />
      <button type="submit">{text.count}</button>
    </form>
  )
}

function Found({
  site,
  rule,
  version,
  from,
  to,
  found,
}: ReturnsPageModel & { found: number }): VNode {
  const { returns: text } = useWords().rulesPages
  if (found === 0) return <p role="status">{text.none}</p>
  return (
    <form class="stacked" method="post" action={rulePageHref(site.slug, rule.id, 'returns')}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <p role="status">
        <b>{text.found(found)}</b>
      </p>
      <button type="submit" class="primary">
        {text.confirm(found)}
      </button>
    </form>
  )
}
