import { count } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews = {
  reviews: {
    title: 'Second reviews',
    heading: (value: number) =>
      `Second reviews: ${count(value, 'comment waits', 'comments wait')} for you`,
    intro:
      'Another moderator has decided on these comments. What was decided is left out, so that your answer is your own. Say what you would do: nothing changes by it, and where you disagree, the owner looks. An answer stays as it is given.',
    checks: 'What the checks said',
    actions: (author: string) => `Your answer on the comment by ${author}`,
    empty: 'No second review waits for you.',
    more: 'Next second reviews',
    saved: 'Your answer is kept.',
    gone: 'It needs no second review any more: it was decided again, or somebody else has answered.',
  },

  verdicts: {
    title: 'Two moderators disagree',
    first: 'First decision',
    second: 'Second review',
    by: (who: string, when: string) => `${who}, ${when}`,
  },
}
