import type { VNode } from 'preact'
import type { DiffPart } from './text-diff'

/** Removed words struck out, added ones underlined: never by colour alone. */
export const TextDiff = ({ parts }: { parts: readonly DiffPart[] }): VNode => (
  <div class="text-diff" dir="auto">
    {parts.map(({ text, kind }) => {
      if (kind === 'same') return text
      return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
    })}
  </div>
)
