import type { VNode } from 'preact'
import type { RuleMode } from '../../rules/rule-document'
import { useWords } from '../words.view'
import { rulePageHref } from './rule-addresses'
import { figuresOf } from './rule-figures'
import type { RulePageModel } from './rule-page-model'
import { ModeTag } from './rule-parts.view'

/** The ways on from each mode, the likeliest first. */
export const nextModes: Record<RuleMode, readonly RuleMode[]> = {
  draft: ['shadow', 'off'],
  shadow: ['live', 'off', 'draft'],
  live: ['shadow', 'off'],
  off: ['shadow', 'live', 'draft'],
}

/** What the mode means, and buttons that change it. */
export function ModePanel(model: RulePageModel): VNode {
  const { rule, mayEdit, site } = model
  const { rulesPages } = useWords()
  return (
    <section class="panel" aria-labelledby="mode-title">
      <h2 id="mode-title">{rulesPages.rule.mode}</h2>
      <p>
        <ModeTag mode={rule.mode} /> {rulesPages.modeMeans[rule.mode]}
      </p>
      {mayEdit && rule.mode !== 'live' && <ShadowSays {...model} />}
      {mayEdit && (
        <form method="post" action={rulePageHref(site.slug, rule.id, 'mode')}>
          <input type="hidden" name="version" value={rule.version} />
          <ul class="mode-ways">
            {nextModes[rule.mode].map((mode, index) => (
              <li>
                <button
                  type="submit"
                  name="mode"
                  value={mode}
                  class={index === 0 ? 'primary' : undefined}
                  aria-describedby={`mode-${mode}-means`}
                >
                  {rulesPages.modeActions[mode]}
                </button>
                <span class="muted" id={`mode-${mode}-means`}>
                  {rulesPages.modeActionMeans[mode]}
                </span>
              </li>
            ))}
          </ul>
        </form>
      )}
      <p class="muted">{rulesPages.rule.guard}</p>
    </section>
  )
}

/** Whoever promotes a rule sees beside the button how often it was right. */
function ShadowSays({ statistics, rule }: RulePageModel): VNode {
  const text = useWords().rulesPages.rule
  const { agreement } = figuresOf(statistics, 'shadow', rule.version)
  if (!agreement) return <p>{text.promoteUnknown}</p>
  const { estimate, low, high, sample } = agreement
  return (
    <p>
      <b>{text.promote(estimate, low, high, sample)}</b>
    </p>
  )
}
