import type { VNode } from 'preact'
import { useWords } from './words.view'

/** What was done, and how to take it back. */
export type NoticeModel = {
  text: string
  /** Where a form that takes it back is sent to. */
  undoAction?: string | undefined
  back: string
}

export function Notice({ notice }: { notice: NoticeModel }): VNode {
  const words = useWords()
  return (
    <div class="notice" id="notice" tabindex={-1}>
      <p role="status" dir="auto">
        {notice.text}
      </p>
      {notice.undoAction && (
        <form method="post" action={notice.undoAction}>
          <input type="hidden" name="back" value={notice.back} />
          <button type="submit">
            {words.decide.undo} <kbd>U</kbd>
          </button>
        </form>
      )}
    </div>
  )
}
