import type { appeals as english } from '../en/appeals'
import { count } from './formats'

/** Who answers an appeal. */
export const appeals: typeof english = {
  own: 'Бұл шешімді өзіңіз қабылдадыңыз; апелляцияға басқа біреу жауап береді.',
  left: (value) =>
    `Өз шешіміңізге қарсы болғандықтан, басқаларға қалдырылды: ${count(value, 'апелляция')}.`,
}
