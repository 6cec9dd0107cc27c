/** A stretch of a comment as the reader typed it: UTF-16 offsets, `end` exclusive. */
export type Span = { start: number; end: number }
