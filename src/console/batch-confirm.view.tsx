import type { Action } from '../comments/comment'
import type { Reason } from '../comments/reason'
import { type Frame, renderConsolePage } from './console-frame.view'
import { reasonLabel } from './moderator-reasons'

export type ConfirmModel = {
  frame: Omit<Frame, 'title'>
  action: Action
  reason?: Reason | undefined
  /** Ids with the versions that were seen. */
  selected: readonly string[]
  back: string
}

/** Says what is about to happen to how many comments; its form decides. */
export function renderConfirmPage(model: ConfirmModel): string {
  const { frame, action, reason, selected, back } = model
  const { words } = frame
  const title = words.batch.confirm[action](selected.length)
  return renderConsolePage(
    { ...frame, title },
    <div class="sheet" id="confirm">
      <h1 id="confirm-title">{title}</h1>
      {reason && <p>{words.batch.because(reasonLabel(words, reason))}</p>}
      <p>{words.batch.oneUndo}</p>
      <form class="confirm-choice" method="post" action="/console/decisions">
        <input type="hidden" name="action" value={action} />
        {reason && <input type="hidden" name="reason" value={reason} />}
        <input type="hidden" name="back" value={back} />
        {selected.map((one) => (
          <input type="hidden" name="selected" value={one} />
        ))}
        <button type="submit" class="primary">
          {words.batch.sure[action](selected.length)}
        </button>
        <a class="button" href={back} data-do="leave">
          {words.batch.cancel}
        </a>
      </form>
    </div>,
  )
}
