import type { VNode } from 'preact'
import type { StoredRule, StoredVersion } from '../../rules/rule.store'
import { type Frame, renderConsolePage } from '../console-frame.view'
import { Moment } from '../marked-text.view'
import { Scrolled } from '../scrolled.view'
import type { SiteChoice } from '../site-field.view'
import type { DiffPart } from '../text-diff'
import { useWords } from '../words.view'
import { ruleHref, rulePageHref } from './rule-addresses'
import type { FieldDiff } from './rule-diff'
import type { RulePageModel } from './rule-page-model'

/** Who changed what when, with the way back. */
export function VersionList({ versions, rule, site, mayEdit, now }: RulePageModel): VNode {
  const text = useWords().rulesPages.rule
  return (
    <section class="panel" aria-labelledby="versions-title">
      <h2 id="versions-title">{text.versions}</h2>
      <form method="post" action={rulePageHref(site.slug, rule.id, 'rollback')}>
        <input type="hidden" name="seen" value={rule.version} />
        <ol class="lines versions" reversed start={versions.length}>
          {versions.map(({ version, who, comment, createdAt }) => (
            <li>
              <p>
                <b>{text.name(version)}</b>{' '}
                {version === rule.version && <span class="tag">{text.active}</span>}{' '}
                <span class="muted">
                  <bdi>{text.by(who)}</bdi>, <Moment at={createdAt} now={now} />
                </span>
              </p>
              {comment && <p dir="auto">{comment}</p>}
              <p class="row-of-buttons">
                {version > 1 ? (
                  <a href={compareHref(site.slug, rule.id, version - 1, version)}>
                    {text.compare(version - 1, version)}
                  </a>
                ) : (
                  <span class="muted">{text.first}</span>
                )}
                {mayEdit && version !== rule.version && (
                  <button type="submit" name="version" value={version}>
                    {text.rollBack(version)}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ol>
      </form>
    </section>
  )
}

const compareHref = (site: string, id: string, from: number, to: number): string =>
  `${rulePageHref(site, id, 'versions')}?${new URLSearchParams({ from: `${from}`, to: `${to}` })}`

export type DiffPageModel = {
  frame: Omit<Frame, 'title'>
  site: SiteChoice
  rule: StoredRule
  versions: readonly StoredVersion[]
  from: number
  to: number
  diff: readonly FieldDiff[]
}

/** Two versions of a rule side by side. */
export function renderDiffPage(model: DiffPageModel): string {
  const { frame, site, rule, versions, from, to, diff } = model
  const { diff: text, backToRule, rule: ruleText } = frame.words.rulesPages
  const choice = (name: 'from' | 'to', chosen: number) => (
    <p>
      <label for={name}>{text[name]}</label>
      <select id={name} name={name}>
        {versions.map(({ version }) => (
          <option value={version} selected={version === chosen}>
            {ruleText.name(version)}
          </option>
        ))}
      </select>
    </p>
  )
  return renderConsolePage(
    { ...frame, title: text.title(rule.document.name, from, to) },
    <div class="story-page">
      <p>
        <a href={ruleHref(site.slug, rule.id)}>{backToRule}</a>
      </p>
      <h1>
        <bdi>{text.title(rule.document.name, from, to)}</bdi>
      </h1>
      <form class="search" method="get" action={rulePageHref(site.slug, rule.id, 'versions')}>
        {choice('from', from)}
        {choice('to', to)}
        <p>
          <button type="submit">{text.show}</button>
        </p>
      </form>
      <section class="panel">
        {diff.length === 0 ? <p>{text.same}</p> : <DiffTable diff={diff} />}
      </section>
    </div>,
  )
}

export function DiffTable({
  diff,
  sides,
}: {
  diff: readonly FieldDiff[]
  sides?: { before: string; after: string }
}): VNode {
  const { diff: text } = useWords().rulesPages
  const { before, after } = sides ?? text
  return (
    <Scrolled label={text.show}>
      <table class="diff">
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {diff.map(({ field, parts, ...values }) => (
            <tr>
              <th scope="row">{text.fields[field] ?? field}</th>
              <td dir="auto">
                <Side parts={parts} value={values.before} change="removed" />
              </td>
              <td dir="auto">
                <Side parts={parts} value={values.after} change="added" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

type SideProps = { parts: readonly DiffPart[]; value: string; change: 'added' | 'removed' }

/** One side of a difference, with what the other side does not have. */
function Side({ parts, value, change }: SideProps): VNode {
  const { diff } = useWords().rulesPages
  if (value === '') return <span class="muted">{diff.nothing}</span>
  const Changed = change === 'added' ? 'ins' : 'del'
  if (parts.length === 0) return <Changed>{value}</Changed>
  return (
    <span class="diff-text">
      {parts
        .filter(({ kind }) => kind === 'same' || kind === change)
        .map(({ kind, text }) => (kind === change ? <Changed>{text}</Changed> : text))}
    </span>
  )
}
