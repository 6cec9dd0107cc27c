import type { conflict as english } from '../en/conflict'

/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict: typeof english = {
  title: 'Сізден бұрын біреу үлгерді',
  claimedTitle: 'Пікірді басқа біреу қарап жатыр',
  claimed: (who, when) => `Бұл пікірді ${who} қарап жатыр (${when}), шешім әлі жоқ.`,
  summary: (did, who, when) => `${did} (${who}, ${when}).`,
  undone: (who, when) => `Шешім қайтарып алынды (${who}, ${when}).`,
  edited: 'Сіз көргеннен бері автор мәтінді өзгертті.',
  changed: 'Сіз көргеннен бері пікір өзгерді.',
  you: 'Сіздің таңдауыңыз',
  now: 'Қазіргі күйі',
  textNow: 'Қазіргі мәтін',
  textThen: 'Сіз көрген мәтін',
  anyway: (action) => `Бәрібір ${action.toLowerCase()}`,
  leave: 'Өзгеріссіз қалдыру',
}
