import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script = {
  statuses: { ...status, lead: 'Handed to the lead' },
  openConflict: 'Somebody was first.',
  undone: 'Taken back.',
  done: '{did}: {name}.',
  claimedBy: '{name} is on it',
  decidedBy: '{status} by {name}',
  undoneBy: 'Taken back by {name}',
  fresh: '{n} new: show',
  listChanged: 'The list has changed: reload',
  edited: 'Changed by the author',
  selected: '{n} selected',
  failed: 'It could not be saved. Check the connection and try again.',
  notLoaded: batch.batch.failed,
  signedOut: 'Your session has ended. Sign in again; this was not saved.',
  skipped: 'Skipped.',
  nothingToUndo: 'There is nothing to take back.',
  answerStays: 'An answer to a second review cannot be taken back.',
  minutes: '{n} min',
  hours: '{n} h',
  days: '{n} days',
  underMinute: 'under a minute',
}
