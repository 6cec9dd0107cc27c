import type { VNode } from 'preact'
import { readRows } from '../../rules/read-rows'
import type { StoredRule } from '../../rules/rule.store'
import { commentHref } from '../addresses'
import { renderConsolePage } from '../console-frame.view'
import { Moment } from '../marked-text.view'
import { Notice } from '../notice.view'
import { Said } from '../said.view'
import type { SiteChoice } from '../site-field.view'
import { useWords } from '../words.view'
import { ruleHref, rulePageHref, rulesHref } from './rule-addresses'
import { ModePanel } from './rule-mode.view'
import { RuleNumbers } from './rule-numbers.view'
import type { RulePageModel } from './rule-page-model'
import { Condition, effectInWords, ModeTag, RowsInWords } from './rule-parts.view'
import { VersionList } from './rule-versions.view'

export function renderRulePage(model: RulePageModel): string {
  const { frame, site, rule, mayEdit, notice, problem } = model
  const { rulesPages } = frame.words
  return renderConsolePage(
    { ...frame, title: rule.document.name },
    <div class="story-page">
      <p>
        <a href={rulesHref(site.slug)}>{rulesPages.back}</a>
      </p>
      <div class="rules-head">
        <h1>
          <bdi>{rule.document.name}</bdi> <ModeTag mode={rule.mode} />
        </h1>
        {mayEdit && (
          <a class="button primary" href={rulePageHref(site.slug, rule.id, 'edit')}>
            {rulesPages.rule.edit}
          </a>
        )}
      </div>
      <Said notice={notice} problem={problem} />
      {model.undo && <Notice notice={model.undo} />}
      {rule.demotion && (
        <p class="problem">
          <b>{rulesPages.guardTitle}.</b> {rulesPages.guardSaw(rule.demotion)}
        </p>
      )}
      <div class="story-grid">
        <What {...model} />
        <ModePanel {...model} />
      </div>
      <RuleNumbers {...model} />
      <div class="story-grid is-loose">
        <Hits {...model} />
        <VersionList {...model} />
      </div>
      {mayEdit && <More site={site} rule={rule} />}
    </div>,
  )
}

function What({ rule: { document }, now }: RulePageModel): VNode {
  const words = useWords()
  const { rulesPages } = words
  const rows = readRows(document.when)
  const { sections, articles } = document.scope
  const expiresAt = document.expiresAt === null ? null : new Date(document.expiresAt)
  const roles = document.exempt.map((role) => rulesPages.roles[role] ?? role)
  return (
    <section class="panel" aria-labelledby="condition-title">
      <h2 id="condition-title">{rulesPages.rule.condition}</h2>
      {document.explain !== '' && <p dir="auto">{document.explain}</p>}
      {rows && <RowsInWords rows={rows} />}
      {rows ? (
        <details>
          <summary>{rulesPages.rule.asText}</summary>
          <Condition text={document.when} />
        </details>
      ) : (
        <Condition text={document.when} />
      )}
      <p>
        <b>{effectInWords(words, document)}</b>
      </p>
      <p class="muted" dir="auto">
        {[
          sections.length > 0 && rulesPages.onlySections(sections.join(', ')),
          articles.length > 0 && rulesPages.onlyArticles(articles.join(', ')),
          roles.length > 0 && rulesPages.exempt(roles.join(', ')),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {expiresAt && (
        <p>
          <b>
            {expiresAt < now
              ? rulesPages.expired(words.dateTime(expiresAt))
              : rulesPages.expires(words.dateTime(expiresAt))}
          </b>
        </p>
      )}
    </section>
  )
}

function Hits({ hits, site, rule, now }: RulePageModel): VNode {
  const words = useWords()
  const text = words.rulesPages.rule
  return (
    <section class="panel" aria-labelledby="hits-title">
      <h2 id="hits-title">{text.met}</h2>
      {hits.length === 0 && <p class="muted">{text.noHits}</p>}
      <ul class="lines">
        {hits.map((hit) => (
          <li>
            <p>
              <a href={commentHref(hit.commentId, ruleHref(site.slug, rule.id))}>
                <bdi>{hit.author || words.card.erased}</bdi>
              </a>{' '}
              <span class={`tag status-${hit.status}`}>{words.status[hit.status]}</span>{' '}
              {hit.mode === 'shadow' && <ModeTag mode="shadow" />}{' '}
              <span class="muted">
                {hit.human ? text.human[hit.human] : text.undecided},{' '}
                <Moment at={hit.at} now={now} />
              </span>
            </p>
            <div class="text is-brief" dir="auto">
              {hit.body}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function More({ site, rule }: { site: SiteChoice; rule: StoredRule }): VNode {
  const text = useWords().rulesPages.rule
  return (
    <section class="panel" aria-labelledby="more-title">
      <h2 id="more-title">{text.more}</h2>
      <p class="row-of-buttons">
        <a class="button" href={rulePageHref(site.slug, rule.id, 'returns')}>
          {text.toReturns}
        </a>
        <a class="button act is-reject" href={rulePageHref(site.slug, rule.id, 'delete')}>
          {text.toDelete}
        </a>
      </p>
    </section>
  )
}
