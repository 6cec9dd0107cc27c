import type { SettingPath, ThresholdPath } from '../../settings-fields'

type FieldWords = { label: string; help: string; unit?: string }

const seconds = 'seconds'
const characters = 'characters'
const share = '0.7 is 70 %.'

/** Each setting with what it does. */
export const fields = {
  default_action: {
    label: 'A comment that no rule speaks about',
    help: 'Held: a person looks first. Approved: it is public at once.',
  },
  unscored: {
    label: 'A comment that lacks a score',
    help: 'For spam or toxicity, as in a language without a model. Without the score, the other rules and the setting above decide.',
  },
  comments_open: {
    label: 'Comments are open',
    help: 'Without it nobody can write on this site; what is there stays.',
  },
  edit_window_seconds: {
    label: 'Authors may edit for',
    help: 'An edited comment is checked again. 0: never.',
    unit: seconds,
  },
  language: { label: 'Language of the articles', help: 'Two letters (ISO 639-1), such as en.' },
  time_zone: {
    label: 'Time zone',
    help: 'For rules that know the hour, such as Europe/Berlin.',
  },
  'limits.max_links': { label: 'Most links', help: 'More are held.', unit: 'links' },
  'limits.newcomer_links': {
    label: 'Hold a link from a first-time author',
    help: 'Until one of the author’s comments was approved.',
  },
  'limits.hold_newcomers': {
    label: 'Hold every comment of a first-time author',
    help: 'Until one of the author’s comments was approved.',
  },
  'limits.max_duplicates': {
    label: 'Equal texts in 24 hours',
    help: 'More of them are held. They count as spam only when one author or network repeats an advert, or one author repeats a long text.',
    unit: 'texts',
  },
  'limits.max_near_duplicates': {
    label: 'Similar texts in 24 hours',
    help: 'More of them are held.',
    unit: 'texts',
  },
  'limits.author_per_hour': {
    label: 'Comments of one author in an hour',
    help: 'More are held.',
    unit: 'comments',
  },
  'limits.network_per_hour': {
    label: 'Comments of one network in an hour',
    help: 'More are held. A newsroom or a school may share a network.',
    unit: 'comments',
  },
  'limits.max_caps': {
    label: 'Share of capitals',
    help: `A larger share is held. ${share}`,
  },
  'limits.min_length': {
    label: 'Shortest comment',
    help: 'Shorter ones are held.',
    unit: characters,
  },
  'limits.max_length': {
    label: 'Longest comment',
    help: 'Longer ones are held.',
    unit: characters,
  },
  captcha_min_age_ms: {
    label: 'Fastest answer to the sum',
    help: 'A faster one is refused, and the reader gets another sum.',
    unit: 'milliseconds',
  },
  captcha_ttl_seconds: {
    label: 'A sum can be answered for',
    help: 'A day lets readers leave the page open.',
    unit: seconds,
  },
  'limits.min_fill_seconds': {
    label: 'Fastest form',
    help: 'Comments sent sooner after the page was opened are held.',
    unit: seconds,
  },
  'points.hold': { label: 'Hold from', help: 'Sum of the points of all rules.', unit: 'points' },
  'points.reject': {
    label: 'Reject from',
    help: 'Sum of the points of all rules.',
    unit: 'points',
  },
  'rule_guard.authors': {
    label: 'A fresh rule may act on this many authors',
    help: 'Within a day of its last change; beyond this and the share below it only tries out.',
    unit: 'authors',
  },
  'rule_guard.share': {
    label: 'And on this share of the comments',
    help: `Judged since the change. ${share}`,
  },
  'learning.enabled': {
    label: 'Learn from decisions',
    help: 'Off: the scores go without what was learnt; it is not forgotten.',
  },
  'learning.most_per_moderator_day': {
    label: 'Decisions of one moderator in a day that count in full',
    help: 'More count for as many as this together, so one person cannot bend the scores. Who decides alone teaches with all of them.',
    unit: 'decisions',
  },
  'learning.sample_share': {
    label: 'Share of automatic refusals that a person is shown',
    help: `They stand meanwhile; it shows what the rules get wrong. ${share}`,
  },
  'learning.approval_sample_share': {
    label: 'Share of automatic approvals that a person is shown',
    help: `They stay published meanwhile; it shows what the rules and scores let pass. ${share}`,
  },
  'learning.since': {
    label: 'Learn from decisions since',
    help: 'Empty: from all of them. In UTC.',
  },
  second_review_share: {
    label: 'Share of decisions that get a second review',
    help: `Another moderator decides without knowing the first decision. ${share}`,
  },
  blocked_domains: { label: 'Blocked', help: 'A comment that links to one is rejected.' },
  allowed_domains: {
    label: 'Trusted',
    help: 'Links to these are not counted, nor are those to pages of the site itself.',
  },
  blocked_networks: {
    label: 'Blocked networks',
    help: 'Comments from there are held for a person. Nothing is refused for it alone, for many people may share a network.',
  },
  origins: {
    label: 'Origins',
    help: 'Pages of other origins cannot call the reader API of this site.',
  },
  'external_scorer.kind': {
    label: 'What it speaks',
    help: 'The operator has to name its host in EXTERNAL_SCORER_HOSTS first.',
  },
  'external_scorer.url': { label: 'Address', help: 'Such as https://api.example.' },
  'external_scorer.key': {
    label: 'Key',
    help: 'It is never shown again, and is sent to this address only.',
  },
  'external_scorer.timeout_ms': {
    label: 'Longest wait',
    help: 'After that our own scores decide.',
    unit: 'milliseconds',
  },
  'external_scorer.mode': {
    label: 'How it counts',
    help: 'The higher score of both, or only where ours has none.',
  },
} satisfies Record<Exclude<SettingPath, ThresholdPath>, FieldWords>
