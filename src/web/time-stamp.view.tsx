import type { VNode } from 'preact'
import { ageWords, dateTimeWords } from './time-words'

/** How long ago; the exact time is in its title. */
export const timeStamp = (at: Date, now: Date): VNode => (
  <time datetime={at.toISOString()} title={dateTimeWords(at)}>
    {ageWords(at, now)}
  </time>
)
