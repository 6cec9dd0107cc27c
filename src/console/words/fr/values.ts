import type { values as english } from '../en/values'

/** What stands for values, roles and queues that have a name of ours. */
export const values: typeof english = {
  unknown: 'inconnu',
  none: 'aucun',
  /** What a rule saw, behind what it looks for. */
  here: (value) => `(ici\u00a0: ${value})`,
  roles: {
    reader: 'lecteur',
    trusted: 'auteur de confiance',
    staff: 'rédaction',
  },
  queues: {
    default: 'File habituelle',
    lead: 'Pour le responsable',
    sample: 'Échantillon',
    urgent: 'Urgent',
    legal: 'Juridique',
    conflict: 'Règles en désaccord',
  },
}
