import type { appeals as english } from '../en/appeals'
import { count } from './formats'

/** Who answers an appeal. */
export const appeals: typeof english = {
  own: 'Sie haben das entschieden; den Einspruch beantwortet jemand anderes.',
  left: (value) =>
    `Anderen überlassen, weil Sie selbst entschieden hatten: ${count(value, 'Einspruch', 'Einsprüche')}.`,
}
