import { count, number } from './formats'

/** The texts of searching comments. */
export const search = {
  title: 'Search',
  back: 'Back to the search',
  text: 'Words or a part of the text',
  author: 'Author',
  article: 'Article (last part of its address)',
  status: 'Status',
  anyStatus: 'Any status',
  from: 'From (UTC)',
  to: 'Before (UTC)',
  rule: 'Hit by the rule',
  anyRule: 'Any rule or none',
  moderator: 'Decided on by',
  anybody: 'Anybody',
  reason: 'Reason',
  anyReason: 'Any reason',
  scores: 'Scores',
  atLeast: 'At least',
  atMost: 'At most',
  submit: 'Search',
  none: 'Nothing was found.',
  noneYet:
    'Nothing was found so far. One or two letters, and signs, are looked for in 20,000 comments at a time.',
  lookFurther: 'Look further back',
  found: (value: number, more: boolean) =>
    more ? `The newest ${number(value)}` : count(value, 'comment', 'comments'),
  newest: 'newest first',
  start: 'Search all comments of your sites, whatever became of them.',
  invalid: 'This cannot be searched for. Check the fields.',
}
