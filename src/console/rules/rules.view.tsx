import type { VNode } from 'preact'
import type { RuleStatistics } from '../../moderation/rule-acts.store'
import type { StoredRule } from '../../rules/rule.store'
import { type Frame, renderConsolePage } from '../console-frame.view'
import { Said } from '../said.view'
import { type SiteChoice, SiteField } from '../site-field.view'
import { useWords } from '../words.view'
import { newRuleHref, packHref, ruleHref, rulePageHref } from './rule-addresses'
import { figuresOf } from './rule-figures'
import { nextModes } from './rule-mode.view'
import { effectInWords, HitLines, ModeTag } from './rule-parts.view'

export type RulesPageModel = {
  frame: Omit<Frame, 'title'>
  site: SiteChoice
  sites: readonly SiteChoice[]
  rules: readonly StoredRule[]
  statistics: readonly RuleStatistics[]
  mayEdit: boolean
  now: Date
  notice?: string | undefined
}

export function renderRulesPage(model: RulesPageModel): string {
  const { frame, site, sites, rules, mayEdit, notice } = model
  const { rulesPages } = frame.words
  return renderConsolePage(
    { ...frame, title: rulesPages.title },
    <div class="story-page">
      <div class="rules-head">
        <h1>
          <bdi>{rulesPages.titleOf(site.name)}</bdi>
        </h1>
        {mayEdit && (
          <a class="button primary" href={newRuleHref(site.slug)}>
            {rulesPages.add}
          </a>
        )}
      </div>
      <p class="muted">{mayEdit ? rulesPages.intro : rulesPages.introForReaders}</p>
      <Said notice={notice} />
      {sites.length > 1 && (
        <form class="search" method="get" action="/console/rules">
          <SiteField sites={sites} chosen={site.slug} />
          <p>
            <button type="submit">{rulesPages.open}</button>
          </p>
        </form>
      )}
      {rules.length === 0 ? <NoRules {...model} /> : <RuleList {...model} />}
    </div>,
  )
}

function NoRules({ site, mayEdit }: RulesPageModel): VNode {
  const { rulesPages } = useWords()
  return (
    <section class="panel no-rules">
      <h2>{rulesPages.none}</h2>
      <p>{rulesPages.noneText}</p>
      {mayEdit && (
        <form method="post" action={packHref(site.slug)}>
          <button type="submit" class="primary" aria-describedby="pack-hint">
            {rulesPages.addPack}
          </button>
          <p class="muted" id="pack-hint">
            {rulesPages.addPackHint}
          </p>
        </form>
      )}
    </section>
  )
}

/** What needs the owner's eye first, then what acts, then what waits. */
const order = ({ demotion, mode }: StoredRule): number =>
  demotion ? 0 : ['live', 'shadow', 'draft', 'off'].indexOf(mode) + 1

const RuleList = (model: RulesPageModel): VNode => (
  <>
    <ModesMean />
    <ul class="rule-list">
      {model.rules
        .toSorted((one, other) => order(one) - order(other))
        .map((rule) => (
          <RuleLine rule={rule} model={model} />
        ))}
    </ul>
  </>
)

/** A rule that has ended keeps its mode and looks at nothing. */
function Ended({ rule, now }: { rule: StoredRule; now: Date }): VNode | null {
  const words = useWords()
  const { expiresAt } = rule.document
  if (expiresAt === null || new Date(expiresAt) > now) return null
  return <b>{words.rulesPages.expired(words.dateTime(new Date(expiresAt)))}</b>
}

function ModesMean(): VNode {
  const { rulesPages } = useWords()
  return (
    <details>
      <summary>{rulesPages.modesMean}</summary>
      <dl class="facts">
        {(['draft', 'shadow', 'live', 'off'] as const).map((mode) => (
          <div>
            <dt>
              <ModeTag mode={mode} />
            </dt>
            <dd>{rulesPages.modeMeans[mode]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The two likeliest ways on; the page of the rule has all, with what each means. */
function ModeButtons({ rule, site }: { rule: StoredRule; site: string }): VNode {
  const { rulesPages } = useWords()
  return (
    <form method="post" class="row-of-buttons" action={rulePageHref(site, rule.id, 'mode')}>
      <input type="hidden" name="version" value={rule.version} />
      <input type="hidden" name="from" value="list" />
      {nextModes[rule.mode].slice(0, 2).map((mode) => (
        <button
          type="submit"
          name="mode"
          value={mode}
          title={rulesPages.modeActionMeans[mode]}
          aria-label={rulesPages.modeActionOf(rulesPages.modeActions[mode], rule.document.name)}
        >
          {rulesPages.modeActions[mode]}
        </button>
      ))}
    </form>
  )
}

function RuleLine({ rule, model }: { rule: StoredRule; model: RulesPageModel }): VNode {
  const words = useWords()
  const statistics = model.statistics.filter((one) => one.rule === rule.id)
  return (
    <li class={`panel rule-line is-${rule.mode}`}>
      <div class="rule-line-head">
        <h2>
          <a href={ruleHref(model.site.slug, rule.id)}>
            <bdi>{rule.document.name}</bdi>
          </a>
        </h2>
        <ModeTag mode={rule.mode} />
        <span class="muted">{effectInWords(words, rule.document)}</span>
        <Ended rule={rule} now={model.now} />
      </div>
      {rule.demotion && (
        <p class="problem">
          <b>{words.rulesPages.guardTitle}.</b> {words.rulesPages.guardSaw(rule.demotion)}
        </p>
      )}
      {rule.document.explain !== '' && <p dir="auto">{rule.document.explain}</p>}
      <div class="hits">
        <HitLines live={figuresOf(statistics, 'live')} shadow={figuresOf(statistics, 'shadow')} />
        {model.mayEdit && <ModeButtons rule={rule} site={model.site.slug} />}
      </div>
    </li>
  )
}
