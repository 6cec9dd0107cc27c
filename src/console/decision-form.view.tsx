import type { VNode } from 'preact'
import { type Action, statusAfter } from '../comments/comment'
import type { CardModel } from './card-model'
import type { Choice } from './choice'
import { reasonLabel, rejectReasons } from './moderator-reasons'
import type { Words } from './words/words'
import { useWords } from './words.view'

const keys: Record<Choice, string> = {
  approve: 'A',
  reject: 'R',
  spam: 'P',
  hold: 'H',
  escalate: 'E',
}

type LabelledChoice = { action: Choice; label: string }

/** What may be decided: not what the comment is already, unless saying it again answers somebody. */
function finalChoices(card: CardModel, { decide }: Words): LabelledChoice[] {
  const { isForLead } = card
  const isObjected = card.reportCount > 0 || card.appeal !== null || isForLead
  const again = (action: Action) => statusAfter[action] === card.status
  const choices: (LabelledChoice | false)[] = [
    (!again('approve') || isObjected) && {
      action: 'approve',
      label: again('approve') ? decide.approveAgain : decide.approve,
    },
    (!again('reject') || isObjected) && {
      action: 'reject',
      label: again('reject') ? decide.rejectAgain : decide.reject,
    },
    (!again('spam') || isForLead) && {
      action: 'spam',
      label: again('spam') ? decide.spamAgain : decide.spam,
    },
  ]
  return choices.filter((choice) => choice !== false)
}

/** What leaves the decision to others; of an appeal that others have to answer that is all. */
function choicesOf(card: CardModel, words: Words): LabelledChoice[] {
  const { decide } = words
  const final = card.isOwnAppeal ? [] : finalChoices(card, words)
  return card.isForLead
    ? [...final, { action: 'hold', label: decide.giveBack }]
    : [
        ...final,
        { action: 'hold', label: decide.hold },
        { action: 'escalate', label: decide.escalate },
      ]
}

type FormProps = { card: CardModel; back: string; isOnOwnPage?: boolean }

/** A plain form: it works without a script, which takes it over where there is one. */
export function DecisionForm({ card, back, isOnOwnPage = false }: FormProps): VNode | null {
  const words = useWords()
  if (card.status === 'deleted') return null
  return (
    <form class="actions" method="post" action={`/console/comments/${card.id}/decisions`}>
      {/* what Enter in the note would press: without it, the first button, which decides */}
      <button type="submit" disabled hidden />
      <input type="hidden" name="version" value={card.version} />
      <input type="hidden" name="back" value={back} />
      {card.isOwnAppeal && <p class="own-appeal">{words.appeals.own}</p>}
      <fieldset class="choices" aria-label={words.card.actions(card.author)}>
        {choicesOf(card, words).map(({ action, label }) => (
          <>
            <ActionButton action={action} label={label} />
            {action === 'reject' && <ReasonSelect />}
          </>
        ))}
      </fieldset>
      {!isOnOwnPage && (
        <button type="button" class="quiet needs-script" data-do="skip" aria-keyshortcuts="S">
          {words.decide.skip} <kbd>S</kbd>
        </button>
      )}
      <details class="note">
        <summary>{words.decide.addNote}</summary>
        <input
          type="text"
          name="note"
          maxlength={2000}
          aria-label={words.decide.note}
          placeholder={words.decide.note}
          dir="auto"
          autocomplete="off"
        />
        <button type="submit" class="quiet" formaction={`/console/comments/${card.id}/notes`}>
          {words.decide.saveNote}
        </button>
      </details>
    </form>
  )
}

export const ActionButton = ({ action, label }: LabelledChoice): VNode => (
  <button
    type="submit"
    name="action"
    value={action}
    class={`act is-${action}`}
    aria-keyshortcuts={keys[action]}
  >
    {label} <kbd>{keys[action]}</kbd>
  </button>
)

/** Only without a script, which asks for the reason after Reject. */
export function ReasonSelect(): VNode {
  const words = useWords()
  return (
    <select name="reason" class="without-script" aria-label={words.decide.reason}>
      {rejectReasons.map((code) => (
        <option value={code}>{reasonLabel(words, code)}</option>
      ))}
    </select>
  )
}

/**
 * Decides on every ticked card of the page; the ticks belong to this form by its id. A browser that
 * comes back would put them where they stood, on whatever comment stands there now.
 */
export function BulkForm({ back }: { back: string }): VNode {
  const words = useWords()
  return (
    <form
      class="bulk"
      id="bulk"
      method="post"
      action="/console/decisions"
      aria-label={words.decide.bulk}
      autocomplete="off"
    >
      <input type="hidden" name="back" value={back} />
      <p>
        <label class="needs-script">
          <input type="checkbox" data-do="select-all" /> {words.decide.selectAll}
        </label>
        <span class="without-script">{words.decide.selectHint}</span>
        <b class="needs-script" data-selected role="status" />
      </p>
      <div class="actions">
        <ActionButton action="approve" label={words.decide.approve} />
        <ActionButton action="reject" label={words.decide.reject} />
        <ReasonSelect />
        <ActionButton action="spam" label={words.decide.spam} />
        <ActionButton action="hold" label={words.decide.hold} />
        <ActionButton action="escalate" label={words.decide.escalate} />
      </div>
    </form>
  )
}
