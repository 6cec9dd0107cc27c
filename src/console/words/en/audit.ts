import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit = {
  title: 'Audit',
  intro:
    'Every event carries the hash of the one before it. Nothing here can be changed or deleted.',
  chain: 'Of',
  system: 'The whole service',
  comment: 'Comment (id)',
  type: 'Event, or how it begins',
  aComment: 'a comment',
  actor: 'By',
  anybody: 'anybody',
  from: 'From',
  to: 'Before',
  show: 'Show',
  number: 'No.',
  older: 'Older events',
  none: 'Nothing has happened here.',
  change: (from: string, to: string) => `${from} → ${to}`,
  fact: (name: string, value: string) => `${name}: ${value}`,
  nothing: 'nothing',
  export: 'Download these events (JSON lines)',

  check: 'Check the chain',
  checkTitle: 'Is the chain whole?',
  checkIntro:
    'Every hash is computed again from what is stored. A changed, added or missing event breaks the chain at its number.',
  progress: (through: number, length: number) =>
    `${number(through)} of ${count(length, 'event', 'events')} checked, and no fault so far.`,
  progressLabel: 'Events checked',
  goOn: 'Go on',
  intact: (through: number) =>
    `The chain is whole: ${count(through, 'event follows', 'events follow')} one another from the first to the last.`,
  empty: 'This chain has no event yet.',
  lastHash: 'Hash of the last event',
  lastHashHint: 'Keep it elsewhere: a chain that was written anew would end with another one.',
  broken: (seq: number) => `The chain is broken at event no. ${number(seq)}.`,
  brokenHint: (through: number) =>
    through === 0
      ? 'No event before it is intact. Tell the operator: npm run audit:verify lists every fault.'
      : `Events up to no. ${number(through)} are intact. Tell the operator: npm run audit:verify lists every fault.`,
  faults: {
    'it does not follow the event before it': 'It does not follow the event before it.',
    'its content was changed': 'Its content was changed.',
    'it is not the event that the head names': 'It is not the event that was written last.',
    'the end of the chain is missing': 'The end of the chain is missing.',
  } as Record<string, string>,
  missing: 'The event before it is missing.',
  back: 'All events',

  events,
  facts,
}
