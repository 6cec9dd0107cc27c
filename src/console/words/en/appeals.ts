import { count } from './formats'

/** Who answers an appeal. */
export const appeals = {
  own: 'You made this decision; somebody else answers the appeal.',
  left: (value: number) =>
    `Left to others, for the decisions were yours: ${count(value, 'appeal', 'appeals')}.`,
}
