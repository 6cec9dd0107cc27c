import type { batch as english } from '../en/batch'
import { count, number } from './formats'

const comments = (value: number) => count(value, 'Kommentar', 'Kommentare')

/** The texts of deciding on many comments by their score. */
export const batch: typeof english = {
  batch: {
    open: 'Nach Wert entscheiden',
    title: 'Nach Wert entscheiden',
    intro:
      'Wählen Sie einen Wertebereich, sehen Sie durch, was darin liegt, nehmen Sie heraus, was nicht dazugehört, und entscheiden Sie über den Rest auf einmal. Alles zusammen lässt sich mit einem Klick rückgängig machen.',
    back: 'Zurück zur Warteschlange',
    state: 'Bereich der Warteschlange',
    score: 'Wert',
    from: 'Von',
    to: 'Bis',
    show: 'Anzeigen',
    scored: (score) => `Kommentare nach Wert: ${score}`,
    chart: (score, counted) =>
      `${comments(counted)}, verteilt nach dem Wert „${score}“. Dieselben Zahlen stehen in der Tabelle darunter.`,
    dragHint: 'Ziehen Sie über die Balken oder verschieben Sie die beiden Enden.',
    scale:
      'Die Balken wachsen langsamer als die Zahlen, damit auch wenige neben vielen zu sehen sind.',
    table: 'Die Zahlen',
    comments: 'Kommentare',
    step: (from, to) => `${from} bis ${to}`,
    bar: (from, to, value) => `${from} bis ${to}: ${comments(value)}`,
    notScored: (value) => `Nicht bewertet und daher in keinem Wertebereich: ${number(value)}.`,
    notScoredRow: 'Nicht bewertet',
    cutOldest: (value) => `Es gibt noch mehr: Gezählt sind hier die ältesten ${number(value)}.`,
    cutNewest: (value) => `Es gibt noch mehr: Gezählt sind hier die neuesten ${number(value)}.`,
    list: 'In diesem Wertebereich',
    oldestFirst: (value) => `${comments(value)} in diesem Wertebereich, älteste zuerst`,
    newestFirst: (value) => `${comments(value)} in diesem Wertebereich, neueste zuerst`,
    oldestOf: (shown, value) =>
      `Die ältesten ${number(shown)} von ${count(value, 'Kommentar', 'Kommentaren')} in diesem Wertebereich`,
    newestOf: (shown, value) =>
      `Die neuesten ${number(shown)} von ${count(value, 'Kommentar', 'Kommentaren')} in diesem Wertebereich`,
    none: 'In diesem Wertebereich liegt kein Kommentar.',
    decide: 'Über alles Angekreuzte entscheiden',
    hint: 'Zunächst ist alles angekreuzt. Nehmen Sie heraus, was nicht dazugehört, dann:',
    all: 'Alle',
    ticked: '{n} von {total} angekreuzt',
    reason: 'Grund der Ablehnung',
    confirm: {
      approve: (value) => `${comments(value)} freigeben?`,
      reject: (value) => `${comments(value)} ablehnen?`,
      spam: (value) => `${comments(value)} als Spam markieren?`,
      hold: (value) => `${comments(value)} zurückhalten?`,
    },
    sure: {
      approve: (value) => `${comments(value)} freigeben`,
      reject: (value) => `${comments(value)} ablehnen`,
      spam: (value) => `${comments(value)} als Spam markieren`,
      hold: (value) => `${comments(value)} zurückhalten`,
    },
    because: (reason) => `Grund: ${reason}.`,
    oneUndo:
      'Worüber inzwischen jemand anders entscheidet, das bleibt so. Alles Übrige lässt sich mit einem Klick rückgängig machen.',
    cancel: 'Zurück zur Liste',
    failed: 'Laden nicht möglich. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  },
}
