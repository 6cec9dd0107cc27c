import { count, number } from './formats'

/** What came before a comment, beside it and after it. */
export const story = {
  replyBy: 'reply by',
  outcomes: (value: number) => `Last decisions on this author: ${number(value)}`,
  earlier: 'Earlier evaluations',
  findingsOf: (when: string) => `What the rules said, ${when}`,
  moreEvents: (shown: number) =>
    `These are the newest ${count(shown, 'event', 'events')}; there are more.`,
  allEvents: 'All events of this comment',
  /** When the texts of comments can be searched for. */
  searched:
    'A text can be found once its comment was decided on. While it is still being checked, use the other fields.',
}
