import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics = {
  title: 'Statistics',
  from: 'From',
  to: 'Before',
  show: 'Show',
  wrongRange: 'The first day has to lie before the last one.',
  received: 'comments received',
  automatic: 'decided by the rules',
  human: 'decided by people',
  automaticShare: (share: number) => `${Math.round(share * 100)} % of the decisions were automatic`,
  counted: 'What the rules hold for people is not decided yet. What was taken back does not count.',
  perDay: 'Comments and decisions by day',
  chart: (
    days: number,
    { comments, automatic, human }: Record<'comments' | 'automatic' | 'human', number>,
  ) =>
    `On ${count(days, 'day', 'days')}: ${number(comments)} comments received, ${number(automatic)} decisions by the rules, ${number(human)} by people. The same numbers are in the table below.`,
  table: 'The numbers',
  day: 'Day',
  comments: 'Comments',
  rules: 'Rules',
  people: 'People',
  speed: 'From the comment to its first final decision',
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
}
