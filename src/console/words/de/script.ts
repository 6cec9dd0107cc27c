import type { script as english } from '../en/script'
import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script: typeof english = {
  statuses: { ...status, lead: 'Der Leitung vorgelegt' },
  openConflict: 'Jemand war schneller.',
  undone: 'Rückgängig gemacht.',
  done: '{did}: {name}.',
  claimedBy: 'In Bearbeitung: {name}',
  decidedBy: 'Neuer Status: {status} ({name})',
  undoneBy: 'Rückgängig gemacht ({name})',
  fresh: 'Neue Kommentare: {n} – anzeigen',
  listChanged: 'Die Liste hat sich geändert – neu laden',
  edited: 'Vom Autor geändert',
  selected: '{n} ausgewählt',
  failed: 'Speichern nicht möglich. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  notLoaded: batch.batch.failed,
  signedOut: 'Ihre Sitzung ist beendet. Melden Sie sich wieder an; dies wurde nicht gespeichert.',
  skipped: 'Übersprungen.',
  nothingToUndo: 'Nichts rückgängig zu machen.',
  answerStays: 'Eine Antwort auf eine Zweitprüfung lässt sich nicht zurücknehmen.',
  minutes: '{n} min',
  hours: '{n} h',
  days: '{n} Tage',
  underMinute: 'unter einer Minute',
}
