import type { ScorerProblem } from '../../../sites/settings-secrets'
import type { SettingGroupName, SettingPath, ThresholdAction, Widget } from '../../settings-fields'
import { count, number } from './formats'
import { fields } from './setting-fields'

type Group = { title: string; intro: string }

/** The settings of a site, and what its scores have learnt. */
export const settings = {
  title: 'Settings',
  intro: 'They count from the next comment on. What you have not set is as usual.',
  site: 'Site',
  open: 'Show',
  groupsLabel: 'Groups of settings',
  save: 'Save the settings',
  saved: 'Saved. It counts from the next comment on.',
  unchanged: 'Nothing was different, so nothing was saved.',
  notSavedYet: 'Back to what is usual in this field. Nothing is saved yet.',
  wrong: (fields: number) =>
    `Nothing was saved: ${count(fields, 'field needs', 'fields need')} another look.`,
  overtaken:
    'Somebody else has saved settings since you opened this page, so yours were not saved. Where they differ it says what is in force now. Save again to put yours in place.',
  inForce: (value: string) => `In force now: ${value}`,
  changed: 'changed',
  usual: (value: string) => `Usual: ${value}.`,
  rangeAndUsual: (least: string, most: string | null, usual: string) =>
    `${most === null ? `${least} or more` : `${least} to ${most}`}, usual: ${usual}.`,
  aboveAndUsual: (least: string, usual: string) => `Above ${least}, usual: ${usual}.`,
  asUsual: 'As usual',
  asUsualOf: (label: string) => `As usual: ${label}`,
  off: 'Off',
  offOf: (label: string) => `${label}: off`,
  on: 'on',
  none: 'none',
  entries: (value: number) => count(value, 'entry', 'entries'),
  noKey: 'Forget the stored key',
  keyStored: (masked: string) => `A key is stored (${masked}). Empty: it stays.`,
  keyMissing: 'No key is stored.',

  name: 'Name of the site',
  nameHint: 'Readers see it above every article. The address stays.',
  rename: 'Rename',
  renamed: 'The site has its new name.',
  nameWrong: 'Give a name of at most 100 characters.',

  whole: (least: string, most: string | null) =>
    most === null
      ? `A whole number, at least ${least}.`
      : `A whole number from ${least} to ${most}.`,
  fraction: (least: string, most: string | null) =>
    most === null ? `A number above ${least}.` : `A number from ${least} to ${most}.`,
  orOff: (text: string) => `${text} Or tick “Off”.`,

  groups: {
    publishing: { title: 'Publishing', intro: 'What happens where no rule has anything to say.' },
    thresholds: {
      title: 'Scores and thresholds',
      intro:
        'From these scores on (0 to 1, roughly the likelihood), a comment is held for a moderator, marked as spam or rejected. The spam score alone only holds. Marking as spam or rejecting needs a second, strong sign as well, such as links that moderators have refused. A first-time author is not a strong sign.',
    },
    limits: {
      title: 'Limits of the built-in checks',
      intro: 'What is beyond a limit is held for a person; equal texts are spam.',
    },
    form: { title: 'Sum and form', intro: 'The sum that readers solve, and how fast is too fast.' },
    rules: {
      title: 'Points and guard of your rules',
      intro:
        'Rules may add points instead of acting. The guard sends a rule that runs wild back to trying out.',
    },
    learning: {
      title: 'Learning and second reviews',
      intro:
        'The scores of this site learn from what your moderators approve and reject; second reviews show how far they agree.',
    },
    domains: {
      title: 'Domains in links',
      intro: 'One domain a line, such as news.example. Domains below it count too.',
    },
    networks: {
      title: 'Networks of readers',
      intro:
        'One address or network a line, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32. Readers’ addresses are stored nowhere else.',
    },
    origins: {
      title: 'Pages that may embed the comments',
      intro: 'One origin a line, such as https://news.example.',
    },
    scorer: {
      title: 'Another scorer',
      intro: 'Sends every text to another service for a second opinion. Ours go on without it.',
    },
  } satisfies Record<SettingGroupName, Group>,

  fields,

  choices: {
    hold: 'Hold it for a person',
    approve: 'Approve it',
    default: 'Decide without the score',
    '': 'No other scorer',
    perspective: 'Perspective',
    openai: 'OpenAI moderation',
    max: 'The higher score',
    fill: 'Only where ours is missing',
  } as Record<string, string>,

  neverRefuses: 'This score never refuses a comment.',
  thresholdHeads: { hold: 'Hold from', spam: 'Spam from', reject: 'Reject from' } satisfies Record<
    ThresholdAction,
    string
  >,
  score: 'Score',
  threshold: (score: string, action: string) => `${score}: ${action}`,

  problems: {
    switch: 'Tick it or leave it.',
    choice: 'Choose one of the list.',
    number: 'This is not a number in the range.',
    text: 'This cannot be used.',
    list: 'This line cannot be used.',
    moment: 'Give a date and a time.',
    secret: 'A key has no spaces and no letters beyond ASCII, and at most 500 signs.',
  } satisfies Record<Widget, string>,
  problemOf: {
    language: 'Give two lower-case letters, such as en.',
    time_zone: 'There is no such time zone. Give one such as Europe/Berlin.',
    blocked_networks:
      'Give an address or a network, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32, at the widest /8 (IPv6: /16).',
    'external_scorer.url':
      'Give an address such as https://api.example, without user, query and fragment.',
  } as Partial<Record<SettingPath, string>>,
  line: (line: number, problem: string) => `Line ${number(line)}: ${problem}`,
  scorerProblems: {
    'off-here':
      'Other scorers are off in this installation. Its operator has to name their hosts in EXTERNAL_SCORER_HOSTS.',
    'unnamed-host': 'The operator has not named this host in EXTERNAL_SCORER_HOSTS.',
    'part-of-key': 'This is not the stored key: give all of it.',
    'key-again': 'Give the key again for another address.',
  } satisfies Record<ScorerProblem, string>,
}
