import { count } from './formats'

/** What a site's scores have learnt from its moderators. */
export const learnt = {
  title: 'What the scores have learnt',
  link: 'What the scores have learnt, and the way to forget it',
  back: 'All settings',
  isOn: 'The scores of this site learn from its moderators.',
  isOff: 'Learning is off: what was learnt is kept, but not used.',
  since: (moment: string) => `Only from decisions since ${moment}.`,
  none: 'Nothing was learnt yet. It begins with the first dozens of decisions; after an update all of them are gone through again within a minute or two.',
  decisions: (value: number, when: string) =>
    `Learnt from ${count(value, 'decision', 'decisions')}, last ${when}.`,
  raises: 'Raise the score most',
  lowers: 'Lower it most',
  noWords: 'No word stands out.',
  limits: 'Where a limit would fall',
  fitted: (value: number) =>
    `Fitted to this site on ${count(value, 'decision', 'decisions')}: of the comments with a score of 0.8 about eight in ten are refused here.`,
  notFitted: 'Not fitted to this site yet: that takes fifty decisions, five of them of each kind.',
  limitsIntro:
    'A comment at or above the limit is held for a person. So many of the comments that your moderators approved lie there:',
  limitFrom: 'Limit',
  limitHolds: 'Of the approved comments',
  noLimits: 'Too few comments were approved yet to say where a limit would fall.',
  limitsNow: 'In force now:',
  setLimits: (score: string) => `Set the limits: ${score}`,
  quality: 'How often the score was on the side of the moderators',
  qualityIntro:
    'Of the comments that people decided, by week; a score of one half or more counts as a yes. Found: of those refused for it; wrongly flagged: of those approved.',
  week: 'Week from',
  decided: 'Decided',
  right: 'Same side',
  found: 'Found',
  wronglyFlagged: 'Wrongly flagged',
  shareOf: (right: number, of: number) => `${of === 0 ? 0 : Math.round((right / of) * 100)} %`,
  noQuality: 'Nobody has decided on scored comments in the last half year.',
  forgetTitle: 'Forget what was learnt',
  forgetText:
    'The scores go back to how they came. Decisions from now on teach anew; earlier ones do not count any more. This cannot be taken back.',
  confirm: 'Yes, forget it for this site',
  forget: 'Forget it',
  notConfirmed: 'Nothing was forgotten: tick the box first.',
  forgotten: 'Forgotten. Decisions from now on teach anew.',
}
