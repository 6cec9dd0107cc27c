import type { values as english } from '../en/values'

/** What stands for values, roles and queues that have a name of ours. */
export const values: typeof english = {
  unknown: 'unbekannt',
  none: 'keine',
  /** What a rule saw, behind what it looks for. */
  here: (value) => `(hier: ${value})`,
  roles: {
    reader: 'Leser',
    trusted: 'bewährter Autor',
    staff: 'Redaktion',
  },
  queues: {
    default: 'Übliche Warteschlange',
    lead: 'Für die Leitung',
    sample: 'Stichproben',
    urgent: 'Dringend',
    legal: 'Recht',
    conflict: 'Regeln widersprechen sich',
  },
}
