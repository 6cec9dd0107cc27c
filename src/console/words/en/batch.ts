import type { Action } from '../../../comments/comment'
import { count, number } from './formats'

const comments = (value: number) => count(value, 'comment', 'comments')

/** The texts of deciding on many comments by their score. */
export const batch = {
  batch: {
    open: 'Decide by score',
    title: 'Decide by score',
    intro:
      'Choose a range of one score, look through what lies in it, untick what does not belong, and decide on the rest at once. One undo takes all of it back.',
    back: 'Back to the queue',
    state: 'Part of the queue',
    score: 'Score',
    from: 'From',
    to: 'To',
    show: 'Show',
    scored: (score: string) => `Comments by score: ${score}`,
    chart: (score: string, counted: number) =>
      `${comments(counted)} by their score for ${score}. The same numbers are in the table below.`,
    /** Only where there is a script. */
    dragHint: 'Drag over the bars, or move the two ends.',
    scale: 'The bars grow more slowly than the counts, so that few can be seen beside many.',
    table: 'The numbers',
    comments: 'Comments',
    step: (from: string, to: string) => `${from} to ${to}`,
    bar: (from: string, to: string, value: number) => `${from} to ${to}: ${comments(value)}`,
    notScored: (value: number) => `Not scored, and so in no range: ${number(value)}.`,
    notScoredRow: 'Not scored',
    cutOldest: (value: number) => `There are more: the oldest ${number(value)} are counted here.`,
    cutNewest: (value: number) => `There are more: the newest ${number(value)} are counted here.`,
    list: 'In this range',
    oldestFirst: (value: number) => `${comments(value)} in this range, oldest first`,
    newestFirst: (value: number) => `${comments(value)} in this range, newest first`,
    oldestOf: (shown: number, value: number) =>
      `The oldest ${number(shown)} of ${comments(value)} in this range`,
    newestOf: (shown: number, value: number) =>
      `The newest ${number(shown)} of ${comments(value)} in this range`,
    none: 'No comment lies in this range.',
    decide: 'Decide on what is ticked',
    hint: 'Everything is ticked at first. Untick what does not belong, then:',
    all: 'All',
    /** For the script; `{n}` and `{total}` are filled in by it. */
    ticked: '{n} of {total} ticked',
    reason: 'Reason for rejecting',
    confirm: {
      approve: (value: number) => `Approve ${comments(value)}?`,
      reject: (value: number) => `Reject ${comments(value)}?`,
      spam: (value: number) => `Mark ${comments(value)} as spam?`,
      hold: (value: number) => `Hold ${comments(value)}?`,
    } satisfies Record<Action, (value: number) => string>,
    sure: {
      approve: (value: number) => `Approve ${comments(value)}`,
      reject: (value: number) => `Reject ${comments(value)}`,
      spam: (value: number) => `Mark ${comments(value)} as spam`,
      hold: (value: number) => `Hold ${comments(value)}`,
    } satisfies Record<Action, (value: number) => string>,
    because: (reason: string) => `Reason: ${reason}.`,
    oneUndo:
      'What somebody else decides on in the meantime is left as it is. One undo takes the rest back.',
    cancel: 'Back to the list',
    failed: 'It could not be loaded. Check the connection and try again.',
  },
}
