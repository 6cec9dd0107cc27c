import type { values as english } from '../en/values'

/** What stands for values, roles and queues that have a name of ours. */
export const values: typeof english = {
  unknown: 'неизвестно',
  none: 'нет',
  /** What a rule saw, behind what it looks for. */
  here: (value) => `(здесь: ${value})`,
  roles: {
    reader: 'читатель',
    trusted: 'проверенный автор',
    staff: 'сотрудник редакции',
  },
  queues: {
    default: 'Обычная очередь',
    lead: 'Старшему',
    sample: 'Выборка',
    urgent: 'Срочно',
    legal: 'Правовые вопросы',
    conflict: 'Правила расходятся',
  },
}
