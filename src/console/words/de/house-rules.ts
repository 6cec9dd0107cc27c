import type { houseRules as english } from '../en/house-rules'
import { number } from './formats'

/** The house rules of a site and their versions. */
export const houseRules: typeof english = {
  title: 'Netiquette',
  intro:
    'Was auf dieser Website geschrieben werden darf und was nicht. Jede Entscheidung nennt die Version, die gerade galt; auch der Autor des Kommentars sieht sie.',
  open: 'Anzeigen',
  none: 'Diese Website hat noch keine Netiquette. Leser sehen keinen Link darauf.',
  current: (version) => `Version ${number(version)}, gültig`,
  onSite: 'Aus Sicht der Leser ansehen',
  write: 'Neue Version schreiben',
  text: 'Text',
  textHint:
    'Ein Absatz je Zeile. Eine Zeile, die mit „1.“ oder „-“ beginnt, wird zu einem nummerierten Punkt, auf den sich alle berufen können. Höchstens 10.000 Zeichen.',
  comment: 'Was sich ändert',
  commentHint: 'Für die Liste der Versionen; Leser sehen es nicht.',
  preview: 'Vorschau',
  previewTitle: 'Vorschau: noch ist nichts veröffentlicht',
  changesTitle: 'Änderungen gegenüber der gültigen Version',
  publish: 'Diese Version veröffentlichen',
  published: 'Veröffentlicht. Entscheidungen nennen von jetzt an diese Version.',
  wrongText: 'Schreiben Sie einen Text von höchstens 10.000 Zeichen.',
  wrongComment: 'Verwenden Sie höchstens 300 Zeichen.',
  overtaken: (version) =>
    `Jemand anders hat inzwischen Version ${number(version)} veröffentlicht, Ihre darum nicht. Unten steht, was Sie daran ändern würden.`,
  same: 'Das ist der Text der gültigen Version.',
  versions: 'Alle Versionen',
  version: 'Version',
  by: 'Wer',
  at: 'Wann',
  versionOf: (version) => `Version ${number(version)}`,
  back: 'Netiquette',
  changesSince: (version) => `Änderungen gegenüber Version ${number(version)}`,
  noChanges: 'Es gibt keinen Unterschied.',
  tooDifferent: 'Die Texte sind zu verschieden, um sie zu vergleichen.',
  useAgain: 'Mit diesem Text eine neue Version beginnen',
  inForce: (version) => `Netiquette, Version ${number(version)}`,
}
