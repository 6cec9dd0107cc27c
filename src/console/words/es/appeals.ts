import type { appeals as english } from '../en/appeals'
import { count } from './formats'

/** Who answers an appeal. */
export const appeals: typeof english = {
  own: 'Usted tomó esta decisión; otra persona responde a la apelación.',
  left: (value) =>
    `Quedan para otra persona, porque decidió usted: ${count(value, 'apelación', 'apelaciones')}.`,
}
