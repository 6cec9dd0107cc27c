import type { VNode } from 'preact'
import type { ConditionRows } from '../../rules/condition-rows'
import type { RuleDocument, RuleMode } from '../../rules/rule-document'
import type { EstimatedShare } from '../../rules/wilson'
import { reasonLabel } from '../moderator-reasons'
import { queueName } from '../value-words'
import type { Words } from '../words/words'
import { useWords } from '../words.view'
import { rowInWords } from './rows-in-words'
import type { Figures } from './rule-figures'

export const ModeTag = ({ mode }: { mode: RuleMode }): VNode => (
  <span class={`tag mode-${mode}`}>{useWords().rulesPages.modes[mode]}</span>
)

/** "Holds · Link of a first-time author · queue legal · priority 40" */
export function effectInWords(words: Words, { then }: Pick<RuleDocument, 'then'>): string {
  const { rulesPages } = words
  const parts = [
    then.action === 'score' ? rulesPages.points(then.score) : rulesPages.does[then.action],
    reasonLabel(words, then.reason),
    ...(then.action === 'hold' && then.queue !== 'default'
      ? [rulesPages.queue(queueName(words, then.queue))]
      : []),
    ...(then.action === 'hold' ? [rulesPages.priority(then.priority)] : []),
  ]
  return parts.join(' · ')
}

/** A condition for people who do not read the language of conditions. */
export function RowsInWords({ rows }: { rows: ConditionRows }): VNode {
  const words = useWords()
  const { rule } = words.rulesPages
  return (
    <>
      {rows.blocks.length > 1 && <p>{rule.inWords[rows.join]}</p>}
      <ul class="rows-in-words">
        {rows.blocks.map((block) => (
          <li>
            {block.map((row, index) => (
              <>
                {index > 0 && <i> {rule.or[rows.join]} </i>}
                <bdi>{rowInWords(words, row)}</bdi>
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

export function agreementInWords(words: Words, agreement: EstimatedShare): string {
  const { rulesPages } = words
  if (!agreement) return rulesPages.noAgreement
  return rulesPages.agreement(agreement.estimate, agreement.low, agreement.high)
}

/** What it did in the last 30 days, by mode. */
export function HitLines({ live, shadow }: { live: Figures; shadow: Figures }): VNode {
  const words = useWords()
  const { rulesPages } = words
  if (live.hits + shadow.hits === 0) return <p class="muted">{rulesPages.noHits}</p>
  const lines = [
    { hits: live.hits, text: rulesPages.liveHits(live.hits), agreement: live.agreement },
    { hits: shadow.hits, text: rulesPages.shadowHits(shadow.hits), agreement: shadow.agreement },
  ]
  return (
    <ul>
      {lines
        .filter(({ hits }) => hits > 0)
        .map(({ text, agreement }) => (
          <li>
            <b>{text}</b> <br />
            <span class="muted">{agreementInWords(words, agreement)}</span>
          </li>
        ))}
    </ul>
  )
}

export const Condition = ({ text }: { text: string }): VNode => (
  <pre class="condition" dir="ltr">
    <code>{text}</code>
  </pre>
)
