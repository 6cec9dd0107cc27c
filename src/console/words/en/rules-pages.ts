import type { Demotion } from '../../../rules/demotion'
import type { RuleMode } from '../../../rules/rule-document'
import { count, number } from './formats'

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

/** The texts of the pages about rules, but their editor. */
export const rulesPages = {
  title: 'Rules',
  titleOf: (site: string) => `Rules of ${site}`,
  intro:
    'A rule says which comments it is about and what becomes of them. Try a new one in shadow first: it then only counts.',
  introForReaders: 'What the owners have set. You can read the rules; owners change them.',
  open: 'Show',
  add: 'New rule',
  back: 'All rules',
  backToRule: 'Back to the rule',
  none: 'There is no rule yet',
  noneText:
    'Only the built-in checks look at comments now. Start with the rules that most news sites need, then change them, or write the first one yourself.',
  addPack: 'Start with the default rules',
  addPackHint: 'Adds the rules and the word lists they need. What is there already stays.',
  packAdded: 'The default rules are there now.',
  modes: {
    draft: 'Draft',
    shadow: 'Shadow',
    live: 'Live',
    off: 'Off',
  } satisfies Record<RuleMode, string>,
  modeMeans: {
    draft: 'It is kept, and looks at no comment.',
    shadow: 'It looks at every new comment and counts. It changes nothing.',
    live: 'It acts on every new comment.',
    off: 'It rests, and looks at no comment.',
  } satisfies Record<RuleMode, string>,
  modeActions: {
    draft: 'Back to draft',
    shadow: 'Put into shadow',
    live: 'Make it live',
    off: 'Switch it off',
  } satisfies Record<RuleMode, string>,
  modesMean: 'What the modes mean',
  modeActionOf: (action: string, name: string) => `${action}: ${name}`,
  modeActionMeans: {
    draft: 'It stops and waits for more work.',
    shadow: 'It goes on counting and stops acting.',
    live: 'It acts from the next comment on.',
    off: 'It stops; nothing is lost.',
  } satisfies Record<RuleMode, string>,
  noHits: 'No comment met in 30 days.',
  liveHits: (value: number) => `Acted on ${count(value, 'comment', 'comments')} in 30 days.`,
  shadowHits: (value: number) =>
    `In shadow, met ${count(value, 'comment', 'comments')} in 30 days.`,
  agreement: (estimate: number, low: number, high: number) =>
    `People agreed in ${percent(estimate)} (${percent(low)} to ${percent(high)}).`,
  noAgreement: 'Nobody has decided on these yet.',
  does: {
    hold: 'Holds',
    reject: 'Rejects',
    spam: 'Marks as spam',
    approve: 'Approves',
    score: 'Adds points',
  },
  points: (value: number) => `${value > 0 ? '+' : ''}${number(value)} points`,
  queue: (name: string) => `queue ${name}`,
  priority: (value: number) => `priority ${number(value)}`,
  guardTitle: 'Put back into shadow by the guard',
  guardSaw: ({ authors, comments, limit }: Demotion) =>
    `Within a day of its last change it acted on ${count(authors, 'author', 'authors')} in ${count(comments, 'comment', 'comments')}; ${number(limit)} are allowed.`,
  expired: (when: string) => `ended ${when}`,
  expires: (when: string) => `ends ${when}`,
  onlySections: (names: string) => `Only in the sections ${names}.`,
  onlyArticles: (names: string) => `Only under the articles ${names}.`,
  exempt: (names: string) => `Passes over: ${names}.`,
  roles: { reader: 'readers', trusted: 'trusted authors', staff: 'staff' } as Record<
    string,
    string
  >,
  saved: 'Saved. It counts from the next comment on.',
  modeChanged: 'The mode is changed. It counts from the next comment on.',
  rolledBack: 'The earlier version is in force again, as a new version.',
  deleted: 'The rule is deleted. What it found stays.',
  overtaken: 'Somebody else changed this rule in the meantime. This is how it is now.',
  refused: 'This cannot be done:',

  rule: {
    condition: 'Condition',
    inWords: { all: 'All of these are true:', any: 'At least one of these is true:' },
    or: { all: 'or', any: 'and' },
    asText: 'As text',
    edit: 'Edit, try and backtest',
    mode: 'Mode',
    promote: (estimate: number, low: number, high: number, sample: number) =>
      `In shadow, people agreed with it in ${percent(estimate)} of ${count(sample, 'decision', 'decisions')} (likely between ${percent(low)} and ${percent(high)}).`,
    promoteUnknown:
      'In shadow, nobody has decided on a comment that it met. Wait, or backtest it first.',
    guard:
      'The guard watches a live rule for 24 hours after each change: if it acts on too many authors, it goes back into shadow by itself and says so here.',
    statistics: 'The last 30 days',
    chart: (live: number, shadow: number) =>
      `${number(live)} live and ${number(shadow)} shadow hits in the last 30 days. The same numbers are in the table below.`,
    acted: 'acted on',
    counted: 'met in shadow',
    table: 'The numbers',
    version: 'Version',
    hits: 'Comments',
    approved: 'People approved',
    refused: 'People refused',
    agreed: 'Agreed with the rule',
    share: (estimate: number, low: number, high: number) =>
      `${percent(estimate)} (${percent(low)} to ${percent(high)})`,
    noHits: 'It has met no comment in the last 30 days.',
    met: 'What it met last',
    human: {
      approve: 'people approved',
      reject: 'people rejected',
      spam: 'people marked as spam',
      hold: 'people hold it',
    },
    undecided: 'nobody has decided',
    versions: 'Versions',
    by: (who: string) => `by ${who}`,
    active: 'in force',
    compare: (from: number, to: number) => `What changed from ${number(from)} to ${number(to)}`,
    first: 'first version',
    rollBack: (version: number) => `Bring version ${number(version)} back`,
    backTo: (version: number) => `Back to version ${number(version)}`,
    more: 'More',
    toReturns: 'Return what it did to the queue',
    toDelete: 'Delete this rule',
    name: (version: number) => `Version ${number(version)}`,
  },

  diff: {
    title: (name: string, from: number, to: number) =>
      `${name}: version ${number(from)} and version ${number(to)}`,
    from: 'From version',
    to: 'To version',
    show: 'Compare',
    same: 'These two versions are the same.',
    field: 'Field',
    before: 'Before',
    after: 'After',
    removed: 'removed',
    added: 'added',
    nothing: 'nothing',
    fields: {
      name: 'Name',
      explain: 'What it is for',
      when: 'Condition',
      'scope.sections': 'Sections',
      'scope.articles': 'Articles',
      'then.action': 'What becomes of them',
      'then.reason': 'Reason',
      'then.queue': 'Queue',
      'then.priority': 'Priority',
      'then.score': 'Points',
      'then.note': 'Note for moderators',
      'then.notifyAuthor': 'Tell the author',
      exempt: 'Passes over',
      expiresAt: 'Ends at',
    } as Record<string, string>,
  },

  returns: {
    title: (name: string) => `Return to the queue: ${name}`,
    intro:
      'What the rule approved or refused by itself goes to moderators again. What people have decided since stays.',
    version: 'Version of the rule',
    from: 'From (UTC)',
    to: 'Before (UTC)',
    count: 'Count them',
    found: (value: number) =>
      `${count(value, 'comment', 'comments')} would wait in the queue again.`,
    none: 'There is nothing to return: in this time the version decided on nothing that still stands.',
    confirm: (value: number) => `Return ${count(value, 'comment', 'comments')} to the queue`,
    wrong: 'Give two moments, the first before the second.',
  },

  delete: {
    title: (name: string) => `Delete ${name}?`,
    text: 'It stops looking at comments and leaves this list. Its versions, and what it found, stay in the audit and on the comments.',
    instead: 'To stop it for a while, switch it off instead.',
    confirm: 'Delete the rule',
    cancel: 'Keep it',
  },
}
