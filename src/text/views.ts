import { normView } from './norm-view'
import { skeletonView } from './skeleton-view'
import type { TextView } from './text-view'

/** The readings of one comment; spans always point into `raw`. */
export type TextViews = {
  raw: string
  /** What the text says: for word lists, patterns, links and scores. */
  norm: TextView
  /** What it says behind simple disguises; the same object as `norm` when there are none. */
  skeleton: TextView
}

/** All readings of a text of any length and any content, in linear time. */
export function viewsOf(raw: string): TextViews {
  const norm = normView(raw)
  return { raw, norm, skeleton: skeletonView(raw, norm) }
}
