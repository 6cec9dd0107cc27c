import type { search as english } from '../en/search'
import { count, number } from './formats'

/** The texts of searching comments. */
export const search: typeof english = {
  title: 'Suche',
  back: 'Zurück zur Suche',
  text: 'Wörter oder Teil des Textes',
  author: 'Autor',
  article: 'Artikel (letzter Teil der Adresse)',
  status: 'Status',
  anyStatus: 'Jeder Status',
  from: 'Ab dem (UTC)',
  to: 'Vor dem (UTC)',
  rule: 'Von der Regel erfasst',
  anyRule: 'Jede Regel oder keine',
  moderator: 'Entschieden von',
  anybody: 'Alle',
  reason: 'Grund',
  anyReason: 'Jeder Grund',
  scores: 'Werte',
  atLeast: 'Mindestens',
  atMost: 'Höchstens',
  submit: 'Suchen',
  none: 'Nichts gefunden.',
  noneYet:
    'Bisher wurde nichts gefunden. Ein oder zwei Buchstaben und Zeichen werden in je 20.000 Kommentaren gesucht.',
  lookFurther: 'Weiter zurück suchen',
  found: (value, more) =>
    more ? `Die neuesten ${number(value)}` : count(value, 'Kommentar', 'Kommentare'),
  newest: 'neueste zuerst',
  start: 'Durchsuchen Sie alle Kommentare Ihrer Websites, gleich mit welchem Status.',
  invalid: 'Danach lässt sich nicht suchen. Bitte prüfen Sie die Felder.',
}
