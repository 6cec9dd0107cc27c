import type { Span } from './span'

/** One reading of a comment, with the way back to the text as it was typed. */
export type TextView = {
  text: string
  /** `starts[i]` and `ends[i]`: the span of the raw text that UTF-16 unit `i` of `text` came from. */
  starts: Uint32Array
  ends: Uint32Array
}

/** The span of the raw text that `[start, end)` of the view covers. */
export function rawSpan(view: TextView, start: number, end: number): Span {
  return { start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? 0 }
}
