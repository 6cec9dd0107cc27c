/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict = {
  title: 'Somebody was first',
  claimedTitle: 'Somebody is on it',
  claimed: (who: string, when: string) =>
    `${who} took this comment ${when} and has not decided yet.`,
  summary: (status: string, who: string, when: string) => `${status} by ${who}, ${when}.`,
  undone: (who: string, when: string) => `Taken back by ${who}, ${when}.`,
  edited: 'The author has changed the text since you saw it.',
  changed: 'The comment has changed since you saw it.',
  you: 'You wanted',
  now: 'It is now',
  textNow: 'Text now',
  textThen: 'Text as you saw it',
  anyway: (action: string) => `${action} anyway`,
  leave: 'Leave it as it is',
}
