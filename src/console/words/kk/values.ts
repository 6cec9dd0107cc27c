import type { values as english } from '../en/values'

/** What stands for values, roles and queues that have a name of ours. */
export const values: typeof english = {
  unknown: 'белгісіз',
  none: 'жоқ',
  /** What a rule saw, behind what it looks for. */
  here: (value) => `(мұнда: ${value})`,
  roles: {
    reader: 'оқырман',
    trusted: 'сенімді автор',
    staff: 'редакция қызметкері',
  },
  queues: {
    default: 'Әдеттегі кезек',
    lead: 'Жетекшіге',
    sample: 'Іріктеме',
    urgent: 'Шұғыл',
    legal: 'Құқықтық',
    conflict: 'Ережелер қайшы келді',
  },
}
