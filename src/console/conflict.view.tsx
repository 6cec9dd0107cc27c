import type { VNode } from 'preact'
import type { Action, Status } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { commentHref } from './addresses'
import { choiceOf } from './choice'
import { type Frame, renderConsolePage } from './console-frame.view'
import { reasonLabel } from './moderator-reasons'
import type { DiffPart } from './text-diff'
import { TextDiff } from './text-diff.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export type ConflictModel = {
  frame: Omit<Frame, 'title'>
  commentId: string
  author: string
  version: number
  status: Status
  textNow: string
  /** What the moderator was looking at, where the author has changed it since. */
  textThen: string | null
  /** From then to now, where it can be told. */
  changes: readonly DiffPart[] | undefined
  decision: { who: string; action: Action; reason: Reason; at: Date } | null
  /** Who else is on it; then nothing has to be decided yet. */
  claim: { who: string; by: string; since: Date } | undefined
  wanted: { action: Action; reason: Reason | undefined; note: string }
  back: string
  now: Date
}

export function renderConflictPage(model: ConflictModel): string {
  const { words } = model.frame
  const title = model.claim ? words.conflict.claimedTitle : words.conflict.title
  return renderConsolePage(
    { ...model.frame, title },
    <div class="sheet" id="conflict">
      <h1 id="conflict-title">{title}</h1>
      <p>
        <a href={commentHref(model.commentId)}>{words.comment.title(model.author)}</a>
      </p>
      <WhatHappened {...model} />
      <Texts {...model} />
      <Decide {...model} />
    </div>,
  )
}

const WhatHappened = (model: ConflictModel): VNode => (
  <>
    <p class="problem">{happeningsOf(model, useWords()).join(' ')}</p>
    <Choices {...model} />
  </>
)

/** One sentence for each thing that has happened since the moderator looked. */
function happeningsOf(model: ConflictModel, words: Words): string[] {
  const { conflict, ago } = words
  const { decision, claim, textThen, now } = model
  return [
    ...(claim ? [conflict.claimed(claim.who, ago(claim.since, now))] : []),
    ...(decision ? [decisionText(decision, ago(decision.at, now), words)] : []),
    ...(decision || claim ? [] : [conflict.changed]),
    ...(textThen === null ? [] : [conflict.edited]),
  ]
}

function decisionText(
  { action, reason, who }: NonNullable<ConflictModel['decision']>,
  when: string,
  { conflict, did }: Words,
): string {
  return reason === 'undone'
    ? conflict.undone(who, when)
    : conflict.summary(did[choiceOf(action, reason)], who, when)
}

function Choices({ status, decision, wanted }: ConflictModel): VNode {
  const words = useWords()
  const reason = decision && reasonLabel(words, decision.reason)
  const choice = choiceOf(wanted.action, wanted.reason)
  return (
    <dl class="facts">
      <div>
        <dt>{words.conflict.now}</dt>
        <dd>
          {words.status[status]}
          {reason && reason !== words.status[status] && ` (${reason})`}
        </dd>
      </div>
      <div>
        <dt>{words.conflict.you}</dt>
        <dd>
          {words.decide[choice]}
          {choice === 'reject' && wanted.reason && ` (${reasonLabel(words, wanted.reason)})`}
        </dd>
      </div>
    </dl>
  )
}

/** What was taken away is marked in the old text, what was added in the new one. */
function Texts({ textNow, textThen, changes = [] }: ConflictModel): VNode {
  const words = useWords()
  const without = (kind: DiffPart['kind']) => {
    const parts = changes.filter((part) => part.kind !== kind)
    return parts.length > 0 && <TextDiff parts={parts} />
  }
  return (
    <div class="compare">
      {textThen !== null && (
        <section>
          <h2>{words.conflict.textThen}</h2>
          <div class="text" dir="auto">
            {without('added') || textThen}
          </div>
        </section>
      )}
      <section>
        <h2>{words.conflict.textNow}</h2>
        <div class="text" dir="auto">
          {without('removed') || textNow}
        </div>
      </section>
    </div>
  )
}

function Decide({ commentId, version, wanted, back, claim }: ConflictModel): VNode {
  const words = useWords()
  const choice = choiceOf(wanted.action, wanted.reason)
  return (
    <form class="actions" method="post" action={`/console/comments/${commentId}/decisions`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      {claim && <input type="hidden" name="despite" value={claim.by} />}
      {wanted.reason && <input type="hidden" name="reason" value={wanted.reason} />}
      {wanted.note && <input type="hidden" name="note" value={wanted.note} />}
      <button type="submit" name="action" value={choice}>
        {words.conflict.anyway(words.decide[choice])}
      </button>
      <a class="button quiet" href={back} data-do="leave">
        {words.conflict.leave}
      </a>
    </form>
  )
}
