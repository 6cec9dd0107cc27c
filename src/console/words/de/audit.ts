import type { audit as english } from '../en/audit'
import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit: typeof english = {
  title: 'Protokoll',
  intro:
    'Jedes Ereignis enthält den Hash des vorherigen. Nichts davon lässt sich ändern oder löschen.',
  chain: 'Bereich',
  system: 'Der ganze Dienst',
  comment: 'Kommentar (ID)',
  type: 'Ereignis oder dessen Anfang',
  aComment: 'ein Kommentar',
  actor: 'Wer',
  anybody: 'alle',
  from: 'Ab dem',
  to: 'Vor dem',
  show: 'Anzeigen',
  number: 'Nr.',
  older: 'Ältere Ereignisse',
  none: 'Hier ist nichts geschehen.',
  change: (from, to) => `${from} → ${to}`,
  fact: (name, value) => `${name}: ${value}`,
  nothing: 'nichts',
  export: 'Diese Ereignisse herunterladen (JSON Lines)',

  check: 'Kette prüfen',
  checkTitle: 'Ist die Kette unversehrt?',
  checkIntro:
    'Jeder Hash wird aus dem Gespeicherten neu berechnet. Ein geändertes, eingefügtes oder fehlendes Ereignis bricht die Kette an seiner Nummer.',
  progress: (through, length) =>
    `${number(through)} von ${count(length, 'Ereignis', 'Ereignissen')} geprüft, bisher ohne Fehler.`,
  progressLabel: 'Geprüfte Ereignisse',
  goOn: 'Weiter',
  intact: (through) =>
    `Die Kette ist unversehrt, vom ersten bis zum letzten Ereignis. Geprüft: ${count(through, 'Ereignis', 'Ereignisse')}.`,
  empty: 'Diese Kette enthält noch kein Ereignis.',
  lastHash: 'Hash des letzten Ereignisses',
  lastHashHint:
    'Bewahren Sie ihn anderswo auf: Eine neu geschriebene Kette würde mit einem anderen enden.',
  broken: (seq) => `Die Kette bricht bei Ereignis Nr. ${number(seq)}.`,
  brokenHint: (through) =>
    through === 0
      ? 'Kein Ereignis davor ist unversehrt. Informieren Sie den Betreiber: npm run audit:verify nennt jeden Fehler.'
      : `Bis Nr. ${number(through)} sind die Ereignisse unversehrt. Informieren Sie den Betreiber: npm run audit:verify nennt jeden Fehler.`,
  faults: {
    'it does not follow the event before it': 'Es schließt nicht an das vorherige Ereignis an.',
    'its content was changed': 'Sein Inhalt wurde geändert.',
    'it is not the event that the head names': 'Es ist nicht das zuletzt geschriebene Ereignis.',
    'the end of the chain is missing': 'Das Ende der Kette fehlt.',
  },
  missing: 'Das Ereignis davor fehlt.',
  back: 'Alle Ereignisse',

  events,
  facts,
}
