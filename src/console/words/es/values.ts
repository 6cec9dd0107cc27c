import type { values as english } from '../en/values'

/** What stands for values, roles and queues that have a name of ours. */
export const values: typeof english = {
  unknown: 'desconocido',
  none: 'ninguno',
  /** What a rule saw, behind what it looks for. */
  here: (value) => `(aquí: ${value})`,
  roles: {
    reader: 'lector',
    trusted: 'autor de confianza',
    staff: 'redacción',
  },
  queues: {
    default: 'Cola habitual',
    lead: 'Para el responsable',
    sample: 'Muestras',
    urgent: 'Urgente',
    legal: 'Asuntos legales',
    conflict: 'Reglas en desacuerdo',
  },
}
