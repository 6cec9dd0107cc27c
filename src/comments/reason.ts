import type { Action } from './comment'

/**
 * The one taxonomy of reasons, for rules, moderators and the author's statement of reasons.
 * `statement` is the sentence that the author of the comment is shown.
 */
export const reasons = {
  blocked_word: {
    label: 'Blocked word',
    statement: 'It contains a word that this site does not publish.',
  },
  suspect_word: {
    label: 'Suspect word',
    statement: 'It contains a word that a moderator has to look at.',
  },
  spam: { label: 'Spam', statement: 'It looks like spam.' },
  advertising: { label: 'Advertising', statement: 'It advertises something.' },
  links: { label: 'Links', statement: 'It contains links that a moderator has to look at.' },
  link_from_newcomer: {
    label: 'Link of a first-time author',
    statement: 'Links of first-time authors are looked at by a moderator.',
  },
  blocked_link: {
    label: 'Blocked link',
    statement: 'It links to an address that this site does not publish.',
  },
  blocked_network: {
    label: 'Blocked network',
    statement: 'Comments from the network that it was sent from are looked at by a moderator.',
  },
  duplicate: { label: 'Repeated text', statement: 'The same text was posted before.' },
  flooding: { label: 'Flooding', statement: 'Too many comments were posted in a short time.' },
  shouting: { label: 'Shouting', statement: 'It is written mostly in capital letters.' },
  newcomer: { label: 'First-time author', statement: 'First comments are read by a moderator.' },
  too_short: { label: 'Too short', statement: 'It is too short to add to the discussion.' },
  too_long: { label: 'Too long', statement: 'It is longer than this site publishes.' },
  automation: { label: 'Sent by a program', statement: 'It seems to have been sent by a program.' },
  toxicity: { label: 'Toxic tone', statement: 'Its tone may be hurtful to others.' },
  abuse: { label: 'Abuse', statement: 'It attacks others instead of discussing.' },
  insult: { label: 'Insult', statement: 'It insults a person or a group.' },
  hate_speech: { label: 'Hate speech', statement: 'It attacks people for who they are.' },
  threat: { label: 'Threat', statement: 'It threatens someone.' },
  threat_or_abuse: { label: 'Threat or abuse', statement: 'It may threaten or abuse someone.' },
  profanity: { label: 'Profanity', statement: 'It contains obscene language.' },
  sexual: { label: 'Sexual content', statement: 'It contains sexual content.' },
  personal_data: { label: 'Personal data', statement: 'It contains personal data.' },
  illegal_content: { label: 'Illegal content', statement: 'It may break the law.' },
  misinformation: { label: 'Misinformation', statement: 'It spreads false information.' },
  off_topic: { label: 'Off topic', statement: 'It does not concern the article.' },
  sensitive_story: {
    label: 'Sensitive story',
    statement: 'Comments on this article are read first.',
  },
  trusted: { label: 'Trusted author', statement: 'Its author is known to this site.' },
  house_rules: { label: 'House rules', statement: 'It breaks the house rules.' },
  premoderation: { label: 'Read first', statement: 'Comments are read by a moderator first.' },
  not_scored: { label: 'Not scored', statement: 'It could not be checked automatically.' },
  conflict: { label: 'Rules disagree', statement: 'The automatic checks disagreed.' },
  rule_error: { label: 'Rule failed', statement: 'An automatic check failed.' },
  worker_crash: { label: 'Check failed', statement: 'The automatic check could not be finished.' },
  appeal_upheld: { label: 'Appeal', statement: 'A moderator looked at it again.' },
  escalated: {
    label: 'For the lead',
    statement: 'A senior moderator has to look at it.',
  },
  undone: { label: 'Undone', statement: 'An earlier decision was taken back.' },
  no_objection: { label: 'No objection', statement: 'No check objected to it.' },
  other: { label: 'Other', statement: 'A moderator decided so.' },
} as const satisfies Record<string, { label: string; statement: string }>

export type Reason = keyof typeof reasons

/** For a moderator who names none. */
export const usualReason: Record<Action, Reason> = {
  approve: 'no_objection',
  reject: 'house_rules',
  spam: 'spam',
  hold: 'other',
}

export const reasonCodes = Object.keys(reasons) as [Reason, ...Reason[]]
