import type { conflict as english } from '../en/conflict'

/** The texts of two moderators on one comment: who was first, who is on it. */
export const conflict: typeof english = {
  title: 'Кто-то успел раньше',
  claimedTitle: 'Комментарий уже проверяют',
  claimed: (who, when) => `Комментарий проверяет ${who} (${when}), решения ещё нет.`,
  summary: (status, who, when) => `${status} (${who}, ${when}).`,
  undone: (who, when) => `Решение отменено (${who}, ${when}).`,
  edited: 'Автор изменил текст после того, как вы его открыли.',
  changed: 'Комментарий изменился после того, как вы его открыли.',
  you: 'Вы выбрали',
  now: 'Статус сейчас',
  textNow: 'Текст сейчас',
  textThen: 'Текст, который вы видели',
  anyway: (action) => `Всё равно ${action.toLowerCase()}`,
  leave: 'Оставить как есть',
}
