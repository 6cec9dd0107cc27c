import { defaultPack } from '../../../rules/default-pack'
import type { RuleAction } from '../../../rules/finding'
import { count, number } from './formats'

const percent = (share: number): string => {
  const value = share * 100
  return value > 0 && value < 10 ? `${value.toFixed(1)}\u00a0%` : `${Math.round(value)}\u00a0%`
}

/** The texts of the editor of rules: form, condition, try box, backtest. */
export const rulesEditor = {
  add: 'New rule',
  edit: (name: string) => `Edit: ${name}`,
  name: 'Name',
  nameHint: 'Moderators see it beside each comment it meets.',
  explain: 'What it is for, in a sentence',

  condition: {
    title: 'Which comments',
    toText: 'Write it as text',
    toRows: 'Use the form',
    onlyText: 'The form cannot show this condition. It can be edited as text only.',
    fixFirst: 'The form can show it when it has no mistake any more.',
    join: 'A comment is met when',
    joins: { all: 'all of these are true', any: 'at least one of these is true' },
    or: { all: 'or', any: 'and' },
    noRows: 'Choose below what the rule looks at first.',
    addFirst: 'Look at',
    add: { all: 'And look at', any: 'Or look at' },
    addInner: { all: 'or …', any: 'and …' },
    addInnerTo: {
      all: (field: string) => `Or, instead of "${field}", look at`,
      any: (field: string) => `And, besides "${field}", look at`,
    },
    addButton: 'Add',
    comparison: (field: string) => `${field}: comparison`,
    value: (field: string) => `${field}: value`,
    severalHint: 'Separate several by commas.',
    remove: (field: string) => `Remove: ${field}`,
    removeShort: 'Remove',
    noBank: 'This site has no such bank yet.',
    written: 'The same as text',
    text: 'Condition',
    textHint:
      'Join comparisons by && (and), || (or) and ! (not). Names of fields are completed while you type.',
    check: 'Check',
    fine: 'This condition can be used.',
    empty: 'The rule needs a condition.',
    wrong: 'The condition cannot be used yet:',
    isWrong: 'The condition has a mistake.',
    place: (start: number, end: number) =>
      end - start > 1
        ? `characters ${number(start + 1)} to ${number(end)}`
        : `character ${number(start + 1)}`,
    rowsWrong: 'Some lines of the form are not complete.',
    /** For the script, which fills in the number. */
    suggestions: 'Suggestions: {n}. Arrow keys choose, Enter takes.',
    suggestionList: 'Suggestions',
  },

  reference: {
    title: 'Everything a condition can look at',
    field: 'Field',
    type: 'Type, range',
    meaning: 'Meaning',
    functions: 'Banks and functions',
    examples: 'Examples',
    take: 'Take this condition',
    takeOf: (name: string) => `Take this condition: ${name}`,
  },
  /** English is the language of the default pack itself. */
  examples: Object.fromEntries(
    defaultPack.rules.map(({ key, document: { name, explain } }) => [key, { name, explain }]),
  ) as Record<string, { name: string; explain: string }>,

  effect: {
    title: 'What becomes of them',
    actions: {
      hold: 'Hold',
      reject: 'Reject',
      spam: 'Mark as spam',
      approve: 'Approve',
      score: 'Add points',
    } satisfies Record<RuleAction, string>,
    means: {
      hold: 'A moderator looks at it first.',
      reject: 'It is not published; the author is told the reason.',
      spam: 'As rejected, and it counts as spam.',
      approve: 'It is published, unless another rule objects.',
      score: 'Points of several rules add up: 5 hold, 12 reject, unless the site says otherwise.',
    } satisfies Record<RuleAction, string>,
    reason: 'Reason',
    reasonHint: 'The author is told this one.',
    queue: 'Queue',
    queueHint: 'Where held comments wait: "default", or a short name such as "legal".',
    priority: 'Priority',
    priorityHint: '0 to 100; higher is read sooner.',
    score: 'Points',
    scoreHint: 'From −20 to 20.',
    note: 'Note for moderators',
  },

  reach: {
    title: 'Where, for whom and how long',
    sections: 'Only in these sections',
    articles: 'Only under these articles',
    namesHint: 'One a line; empty means everywhere.',
    articlesHint: 'The last part of the address, one a line; empty means all.',
    exempt: 'Pass over comments of',
    roles: { reader: 'readers', trusted: 'trusted authors', staff: 'staff' },
    expiresAt: 'Ends at (UTC)',
    expiresHint: 'Empty means never.',
  },

  save: {
    comment: 'What you changed, for the list of versions',
    save: 'Save',
    shadow: 'Save and watch in shadow',
    draft: 'Save as a draft',
    isLive: 'This rule is live: what you save acts from the next comment on.',
    liveToShadow: 'Save and put into shadow',
    problems: 'Nothing was saved. Please look at the marked fields:',
  },
  problemOf: (field: string, text: string) => `${field}: ${text}`,
  problemFields: {
    name: 'Name',
    condition: 'Which comments',
    explain: 'What it is for',
    action: 'What becomes of them',
    reason: 'Reason',
    queue: 'Queue',
    priority: 'Priority',
    score: 'Points',
    note: 'Note for moderators',
    sections: 'Sections',
    articles: 'Articles',
    exempt: 'Pass over',
    expiresAt: 'Ends at',
    comment: 'What you changed',
    mode: 'Mode',
  } as Record<string, string>,
  problems: {
    name: 'Give a name of at most 120 characters.',
    explain: 'Use at most 500 characters.',
    action: 'Choose what becomes of the comments.',
    reason: 'Choose a reason of the list.',
    queue: 'Lower-case letters, digits, "-" and "_", at most 40; begin with a letter.',
    priority: 'A whole number from 0 to 100.',
    score: 'A number from −20 to 20.',
    note: 'Use at most 500 characters.',
    sections: 'At most 50 sections.',
    articles: 'At most 200 articles.',
    exempt: 'Choose from the list.',
    expiresAt: 'Give a day and a time.',
    comment: 'Use at most 500 characters.',
    mode: 'A site runs at most 200 rules; switch one off first.',
  },

  conflict: {
    title: 'Somebody else changed this rule while you edited it',
    text: 'Nothing you typed is lost: it is in the form below. Here is what the rule says now, and how your text differs.',
    theirs: (version: number) => `Version ${number(version)}, saved in the meantime`,
    sides: { before: 'Theirs', after: 'Yours' },
    anyway: 'Saving again replaces it by yours, as a new version. Theirs stays in the list.',
    gone: 'Somebody else has deleted this rule since you opened this page. Saved again, it is added anew.',
  },

  try: {
    title: 'Try it on a text',
    intro: 'What this condition says of one comment, part by part.',
    body: 'A text, as if a stranger had written it',
    recent: 'Or one of the last comments',
    recentNone: 'The text above',
    recentLine: (author: string, text: string) => `${author}: ${text}`,
    id: 'Or a comment by its address or id',
    submit: 'Try',
    met: 'The rule would meet this comment.',
    notMet: 'The rule would not meet this comment.',
    parts: 'Part by part',
    part: 'Part',
    saw: 'It saw',
    result: 'Result',
    true: 'met',
    false: 'not met',
    others: 'What the other rules say',
    othersNone: 'No other rule has anything to say.',
    silent: (value: number) =>
      `${count(value, 'other rule has', 'other rules have')} nothing to say.`,
    rule: 'Rule',
    says: 'Says',
    because: 'Because',
    unknown: 'There is no such judged comment on this site.',
    nothing: 'Give a text or choose a comment.',
    tooLong: 'Use at most 5,000 characters.',
    conditionFirst: 'First the condition needs to be without mistakes.',
  },

  backtest: {
    title: 'See what it would have done',
    intro:
      'Runs the condition over past comments, each as it was when it was judged. Nothing is changed.',
    limit: 'Look at',
    limits: (value: number) => `the last ${number(value)} comments`,
    days: 'Not older than',
    anyAge: 'any age',
    dayCount: (value: number) => count(value, 'day', 'days'),
    submit: 'Backtest',
    busy: 'Looking at past comments …',
    none: 'No comment has been judged in this time.',
    matches: (matches: number, comments: number, share: number) =>
      `It would have met ${count(matches, 'comment', 'comments')} of ${number(comments)} (${percent(share)}).`,
    humans: 'What people decided on these',
    human: {
      rejected: (value: number) => `${number(value)} refused`,
      approved: (value: number) => `${number(value)} approved`,
      held: (value: number) => `${number(value)} on hold`,
      undecided: (value: number) => `${number(value)} not decided by people`,
    },
    precision: (estimate: number, low: number, high: number, sample: number) =>
      `People agreed with it in ${percent(estimate)} of ${count(sample, 'decision', 'decisions')}. With 95 % certainty the true share is between ${percent(low)} and ${percent(high)}.`,
    fewDecisions: 'These are few decisions: read the samples before you trust the number.',
    noPrecision: 'People have decided on none of them, so nobody can say how often it is right.',
    caught: (fresh: number, already: number) =>
      `No live rule had acted on ${number(fresh)} of them; on ${number(already)} one had acted already.`,
    current: (added: number, lost: number, matches: number) =>
      `Against the version in force, which met ${number(matches)}: ${number(added)} more, ${number(lost)} fewer.`,
    samples: 'Samples',
    sampleGroups: {
      added: 'Met by the new text only',
      lost: 'Met by the version in force only',
      newly_caught: 'Met, and no live rule had acted',
      matched: 'Met',
    },
    sampleCount: (title: string, shown: number) => `${title} (${number(shown)})`,
    newWindow: '(opens a new window)',
    stale: 'The condition has changed since this was run.',
    conditionFirst: 'First the condition needs to be without mistakes.',
  },
}
