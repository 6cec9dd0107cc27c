import type { appeals as english } from '../en/appeals'
import { number } from './formats'

/** Who answers an appeal. */
export const appeals: typeof english = {
  own: 'Это ваше решение; на обжалование ответит кто-то другой.',
  left: (value) => `Обжалования ваших собственных решений оставлены другим: ${number(value)}.`,
}
