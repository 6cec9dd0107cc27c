/* biome-ignore-all lint/style/noExcessiveLinesPerFile: one catalogue, for translators */
import type { PasswordProblem } from '../accounts/password-rules'
import type { Action, Status } from '../comments/comment'
import type { QueueSort, QueueState } from '../moderation/queue.store'
import type { ScoreName } from '../scoring/score'
import type { ScoreWord } from './score-words'

const language = 'en'
const number = new Intl.NumberFormat(language)
const plural = new Intl.PluralRules(language)
const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
const dateTime = new Intl.DateTimeFormat(language, {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
  hourCycle: 'h23',
})

const count = (value: number, one: string, other: string): string =>
  `${number.format(value)} ${plural.select(value) === 'one' ? one : other}`

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "40 min", "3 h 12 min", "2 days" */
function duration(ms: number): string {
  if (ms < minuteMs) return 'under a minute'
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`
  if (ms < 2 * dayMs) {
    const minutes = Math.floor((ms % hourMs) / minuteMs)
    return `${Math.floor(ms / hourMs)} h${minutes > 0 ? ` ${minutes} min` : ''}`
  }
  return count(Math.floor(ms / dayMs), 'day', 'days')
}

const status: Record<Status, string> = {
  pending: 'Pending',
  approved: 'Approved',
  rejected: 'Rejected',
  spam: 'Spam',
  held: 'Held',
  deleted: 'Deleted',
}

/** Every text of the console. Another language is another object of the same shape. */
export const english = {
  language,
  direction: 'ltr' as 'ltr' | 'rtl',

  number: (value: number) => number.format(value),
  date: (at: Date) => date.format(at),
  dateTime: (at: Date) => `${dateTime.format(at)} UTC`,
  duration,
  ago: (at: Date, now: Date) => {
    const ms = now.getTime() - at.getTime()
    if (ms < minuteMs) return 'just now'
    return ms < 30 * dayMs ? `${duration(ms)} ago` : date.format(at)
  },
  comments: (value: number) => count(value, 'comment', 'comments'),

  frame: {
    product: 'Postbag',
    skip: 'Skip to the main part',
    navigation: 'Console',
    queue: 'Queue',
    search: 'Search',
    statistics: 'Statistics',
    banks: 'Banks',
    people: 'People',
    audit: 'Audit',
    account: (name: string) => `Account of ${name}`,
    signOut: 'Sign out',
    keys: 'Keys',
    title: (page: string) => `${page} – Postbag console`,
  },

  signIn: {
    title: 'Sign in',
    intro: 'The console is for moderators and owners of this comment desk.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    refused: 'The e-mail or the password is not right.',
    throttled: 'Too many wrong passwords from here. Please wait a quarter of an hour.',
    ended: 'Your session has ended. Please sign in again; the last action was not saved.',
    left: 'You are signed out.',
    leftEverywhere: 'You are signed out everywhere.',
  },

  account: {
    title: 'Your account',
    role: { moderator: 'Moderator', owner: 'Owner' },
    allSites: 'all sites',
    signedInAs: 'Signed in as',
    mayUse: 'Role',
    password: 'Change the password',
    current: 'Password now',
    next: 'New password',
    nextHint: 'At least 8 characters; a few random words are good. Signs you out everywhere else.',
    submit: 'Change the password',
    changed: 'The password is changed, and every other place is signed out.',
    throttled: 'Too many wrong passwords. Please wait a quarter of an hour.',
    problems: {
      'too-short': 'Use at least 8 characters.',
      'too-long': 'Use at most 200 characters.',
      'own-address': 'Do not use your e-mail address.',
      'well-known': 'This is one of the passwords that are tried first. Use another.',
      wrong: 'This is not your password.',
    } satisfies Record<PasswordProblem | 'wrong', string>,
    sessions: 'Sessions',
    sessionCount: (value: number) =>
      `You are signed in at ${count(value, 'place', 'places')}. A session ends after two hours without use, and after twelve hours in any case.`,
    everywhere: 'Sign out everywhere',
  },

  queue: {
    title: 'Queue',
    states: {
      held: 'Held',
      reported: 'Reported',
      appealed: 'Appealed',
      sampled: 'Samples',
      pending: 'Pending',
      approved: 'Approved',
      rejected: 'Rejected',
      spam: 'Spam',
    } satisfies Record<QueueState, string>,
    sorts: {
      priority: 'Priority',
      oldest: 'Oldest',
      newest: 'Newest',
      risk: 'Risk',
    } satisfies Record<QueueSort, string>,
    sort: 'Order',
    site: 'Site',
    allSites: 'All sites',
    show: 'Show',
    tabs: 'Parts of the queue',
    heading: (state: string, total: number) => `${state}: ${count(total, 'comment', 'comments')}`,
    oldest: 'Oldest waiting',
    nobodyWaits: 'Nobody is waiting',
    empty: {
      held: 'Nothing is held. Every comment has an answer.',
      reported: 'No report waits for an answer.',
      appealed: 'No appeal waits for an answer.',
      sampled: 'No automatic refusal waits for a second look.',
      pending: 'Nothing is being checked at the moment.',
      approved: 'Nothing has been approved yet.',
      rejected: 'Nothing has been rejected yet.',
      spam: 'Nothing has been marked as spam yet.',
    } satisfies Record<QueueState, string>,
    emptyPage: 'This page is done.',
    toStart: 'Back to the start of the list',
    more: 'Next comments',
    fresh: (value: number) => `${count(value, 'new comment', 'new comments')}: show`,
  },

  card: {
    select: (author: string) => `Select the comment by ${author}`,
    on: 'on',
    replyTo: 'in reply to',
    replies: (value: number) => count(value, 'reply', 'replies'),
    edited: (when: string) => `edited ${when}`,
    newcomer: 'First comment',
    standing: (approved: number, refused: number) =>
      `${number.format(approved)} published, ${number.format(refused)} refused`,
    standingHint: 'Other comments of this author on this site',
    why: 'Why it is here',
    noFinding: 'No rule objected.',
    notJudged: 'The worker has not looked at it yet.',
    shadow: 'in shadow, no effect',
    scores: 'Scores',
    notScored: 'Not scored: no scorer has read this text.',
    otherScores: (low: number, isAll: boolean) =>
      isAll ? 'All scores are low.' : `${count(low, 'other score is', 'other scores are')} low.`,
    unscoredNames: (names: string) => `Not scored: ${names}.`,
    reports: (value: number) => count(value, 'report', 'reports'),
    appeal: 'Appeal of the author',
    heldBy: (name: string) => `${name} is on it`,
    heldByYou: 'You are on it',
    decided: (status: string, who: string, when: string) => `${status} by ${who}, ${when}`,
    moreText: (value: number) => `Show the rest (${number.format(value)} characters)`,
    open: 'Whole story',
    openLabel: (author: string) => `Whole story of the comment by ${author}`,
    erased: 'Erased by its author',
    hidden: (value: number) =>
      `${count(value, 'hidden or direction-changing character', 'hidden or direction-changing characters')}`,
    actions: (author: string) => `Decide on the comment by ${author}`,
    highPriority: 'Urgent',
  },

  score: {
    spam: 'Spam',
    toxicity: 'Toxicity',
    insult: 'Insult',
    threat: 'Threat',
    identity_attack: 'Identity attack',
    profanity: 'Profanity',
    sexual: 'Sexual',
  } satisfies Record<ScoreName, string>,
  scoreWord: {
    low: 'low',
    possible: 'possible',
    likely: 'likely',
    'very-likely': 'very likely',
    'not-scored': 'not scored',
  } satisfies Record<ScoreWord, string>,

  status,
  did: {
    approve: 'Approved',
    reject: 'Rejected',
    spam: 'Marked as spam',
    hold: 'Held',
  } satisfies Record<Action, string>,
  ruleAction: {
    approve: 'approve',
    reject: 'reject',
    spam: 'spam',
    hold: 'hold',
    score: 'points',
  } satisfies Record<Action | 'score', string>,
  who: {
    rules: 'the rules',
    system: 'the system',
    reader: 'a reader',
    author: 'the author',
    unknown: 'somebody',
    you: 'you',
  },

  decide: {
    approve: 'Approve',
    approveAgain: 'Keep',
    reject: 'Reject',
    rejectAgain: 'Keep rejected',
    spam: 'Spam',
    hold: 'Hold',
    skip: 'Skip',
    reason: 'Reason',
    note: 'Note for other moderators',
    addNote: 'Note',
    undo: 'Undo',
    bulk: 'Decide on the selected comments',
    selected: (value: number) => `${number.format(value)} selected`,
    selectHint: 'Tick comments above, then:',
    selectAll: 'Select all on this page',
    noneSelected: 'No comment was selected.',
    allOvertaken: 'Nothing was changed: somebody else was first with all of them.',
    done: (did: string, author: string) => `${did}: the comment by ${author}.`,
    undone: (status: string, author: string) =>
      `Taken back. The comment by ${author} is ${status.toLowerCase()} again.`,
    bulkDone: (did: string, done: number, left: number) =>
      `${did}: ${count(done, 'comment', 'comments')}.${
        left > 0 ? ` ${number.format(left)} left as they were: somebody else was first.` : ''
      }`,
    bulkUndone: (done: number, left: number) =>
      `Taken back: ${count(done, 'decision', 'decisions')}.${
        left > 0 ? ` ${number.format(left)} had been decided again since.` : ''
      }`,
    standing: (did: string, who: string, when: string) =>
      `Nothing to do: ${did.toLowerCase()} by ${who} ${when} already.`,
    gone: 'The comment does not exist any more.',
    nothingToUndo: 'There is nothing to take back: it was taken back or decided again already.',
  },

  conflict: {
    title: 'Somebody was first',
    summary: (status: string, who: string, when: string) => `${status} by ${who}, ${when}.`,
    edited: 'The author has changed the text since you saw it.',
    changed: 'The comment has changed since you saw it.',
    you: 'You wanted',
    now: 'It is now',
    textNow: 'Text now',
    textThen: 'Text as you saw it',
    anyway: (action: string) => `${action} anyway`,
    leave: 'Leave it as it is',
  },

  comment: {
    title: (author: string) => `Comment by ${author}`,
    back: 'Back to the queue',
    onPage: 'See it on the page',
    text: 'Text',
    findings: 'What the rules said',
    rule: 'Rule',
    says: 'Says',
    because: 'Because',
    places: 'Places',
    noFindings: 'No rule had anything to say.',
    scores: 'Scores',
    model: (model: string, lang: string) => `By ${model}${lang ? `, language ${lang}` : ''}.`,
    features: 'Everything the rules could read',
    decisions: 'Decisions',
    noDecisions: 'Nobody has decided yet.',
    decision: (did: string, who: string) => `${did} by ${who}`,
    undoes: 'takes an earlier decision back',
    inBatch: 'one of a batch',
    edits: 'Earlier texts',
    reports: 'Reports',
    appeals: 'Appeals',
    answered: 'answered',
    open: 'open',
    others: 'Other comments of this author',
    noOthers: 'This is the only one on this site.',
    totals: (approved: number, held: number, rejected: number, spam: number) =>
      `${number.format(approved)} approved, ${number.format(held)} held, ${number.format(rejected)} rejected, ${number.format(spam)} spam`,
    thread: 'Conversation',
    parent: 'In reply to',
    replies: 'Replies',
    noThread: 'It answers nobody, and nobody has answered it.',
    audit: 'Audit',
    event: 'Event',
    at: 'When',
    by: 'By',
    facts: 'Facts',
  },

  search: {
    title: 'Search',
    text: 'Words or a part of the text',
    author: 'Author',
    article: 'Article (last part of its address)',
    status: 'Status',
    anyStatus: 'Any status',
    from: 'From',
    to: 'Before',
    minScores: 'Scores of at least',
    submit: 'Search',
    none: 'Nothing was found.',
    found: (value: number, more: boolean) =>
      more ? `The newest ${number.format(value)}` : count(value, 'comment', 'comments'),
    newest: 'newest first',
    start: 'Search all comments of your sites, whatever became of them.',
    invalid: 'This cannot be searched for. Check the fields.',
  },

  statistics: {
    title: 'Statistics',
    from: 'From',
    to: 'Before',
    show: 'Show',
    wrongRange: 'The first day has to lie before the last one.',
    received: 'comments received',
    automatic: 'decided by the rules',
    human: 'decided by people',
    automaticShare: (share: number) =>
      `${Math.round(share * 100)} % of the decisions were automatic`,
    perDay: 'Decisions by day',
    chart: (days: number, automatic: number, human: number) =>
      `Decisions on ${count(days, 'day', 'days')}: ${number.format(automatic)} by the rules, ${number.format(human)} by people. The same numbers are in the table below.`,
    table: 'The numbers',
    day: 'Day',
    comments: 'Comments',
    rules: 'Rules',
    people: 'People',
    speed: 'From the comment to the decision',
    decidedBy: 'Decided by',
    decisions: 'Decisions',
    median: 'Half within',
    p90: '9 of 10 within',
    seconds: (value: number) => (value < 60 ? `${Math.round(value)} s` : duration(value * 1000)),
    reasons: 'Reasons',
    action: 'Action',
    reason: 'Reason',
    number: 'Number',
    none: 'Nothing was decided in these days.',
  },

  banks: {
    title: 'Word and pattern banks',
    intro:
      'What is in the bank "blocked" is rejected, what is in "suspect" is held; other banks are for rules to look up.',
    open: 'Show',
    name: 'Name',
    kind: 'Kind',
    kinds: { words: 'Words', patterns: 'Patterns' },
    entries: 'Entries',
    entriesHint: {
      words:
        'One word or phrase a line, at most 20,000. Whole words are found, in any case; a star at the end ("word*") also finds longer words.',
      patterns: 'One pattern a line (RE2 syntax), at most 500. They see the text in lower case.',
    },
    disguises: 'Also find disguised spellings (these are held, never rejected)',
    changed: 'Changed',
    none: 'This site has no bank yet.',
    edit: (name: string) => `Bank "${name}"`,
    add: 'Add a bank',
    save: 'Save',
    delete: 'Delete this bank',
    saved: 'Saved. It counts from the next comment on.',
    deleted: 'Deleted.',
    wrong: 'Nothing was saved:',
    tooLarge: 'This bank is too large for a form. Change it through the API.',
    back: 'All banks',
  },

  audit: {
    title: 'Audit',
    intro:
      'Every event carries the hash of the one before it. Nothing here can be changed or deleted.',
    chain: 'Of',
    system: 'The whole service',
    comment: 'Comment (id)',
    from: 'From',
    show: 'Show',
    number: 'No.',
    older: 'Older events',
    none: 'Nothing has happened here.',
  },

  people: {
    title: 'People and tokens',
    moderators: 'Who may sign in',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    reach: 'Site',
    since: 'Since',
    you: 'you',
    disable: 'End access',
    disableOf: (name: string) => `End access of ${name}`,
    add: 'Add somebody',
    password: 'First password',
    passwordHint:
      'At least 8 characters. Pass it on by a safe way; it can be changed after signing in.',
    submit: 'Add',
    tokens: 'Tokens for programs',
    prefix: 'Begins with',
    lastUsed: 'Last used',
    never: 'never',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke the token ${name}`,
    addToken: 'Make a token',
    makeToken: 'Make',
    secret: 'The new token, shown only this once:',
    noTokens: 'There is no token.',
    added: 'Added.',
    disabled: 'The access has ended.',
    revoked: 'The token works no more.',
    taken: 'Somebody with this address may sign in already.',
    invalid: 'Give a name, an e-mail address and a password.',
    invalidName: 'Give a name.',
    notYourself: 'Nobody can end their own access.',
  },

  keys: {
    title: 'Keys',
    close: 'Close',
    hint: 'They work on the marked comment, except while you type in a field.',
    list: [
      ['A', 'Approve'],
      ['R, then 1–9', 'Reject for a reason'],
      ['P', 'Spam'],
      ['H', 'Hold'],
      ['S', 'Skip: leave it to others for now'],
      ['U', 'Undo the last decision'],
      ['J / K', 'Next / previous comment'],
      ['X', 'Select for a decision on many'],
      ['O', 'Open the whole story'],
      ['?', 'This help'],
    ] as readonly (readonly [string, string])[],
    rejectTitle: 'Reject, because of …',
    cancel: 'Cancel',
    on: 'Keys are on',
  },

  /** For the script; `{n}` and `{name}` are filled in by it. */
  script: {
    statuses: status,
    openConflict: 'Somebody was first.',
    undone: 'Taken back.',
    done: '{did}: {name}.',
    claimedBy: '{name} is on it',
    decidedBy: '{status} by {name}',
    fresh: '{n} new: show',
    selected: '{n} selected',
    failed: 'It could not be saved. Check the connection and try again.',
    signedOut: 'Your session has ended. Sign in again; this was not saved.',
    skipped: 'Skipped.',
    nothingToUndo: 'There is nothing to take back.',
    minutes: '{n} min',
    hours: '{n} h',
    days: '{n} days',
    underMinute: 'under a minute',
  },

  errors: {
    404: {
      title: 'Not found',
      text: 'There is nothing at this address, or it is not of your sites.',
    },
    403: { title: 'Not allowed', text: 'This needs the role of an owner.' },
    crossSite: 'This request came from another site, so nothing was done.',
    409: { title: 'Overtaken', text: 'Somebody else was first.' },
    503: { title: 'Busy', text: 'The service is busy. Please try again in a moment.' },
    500: { title: 'Something went wrong', text: 'The operator has been told. Please try again.' },
    400: { title: 'Not understood', text: 'The request cannot be understood.' },
    toQueue: 'To the queue',
  },
}

export type Words = typeof english

/** The catalogue of a language, English where there is none yet. */
export const wordsOf = (_language: string): Words => english
