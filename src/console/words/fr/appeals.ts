import type { appeals as english } from '../en/appeals'
import { count } from './formats'

/** Who answers an appeal. */
export const appeals: typeof english = {
  own: 'Cette décision est la vôtre ; quelqu’un d’autre répond à la contestation.',
  left: (value) =>
    `Laissé à quelqu’un d’autre, car la décision était la vôtre : ${count(value, 'contestation', 'contestations')}.`,
}
