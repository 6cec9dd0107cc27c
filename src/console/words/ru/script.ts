import type { script as english } from '../en/script'
import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script: typeof english = {
  statuses: { ...status, lead: 'Передано старшему' },
  openConflict: 'Кто-то успел раньше.',
  undone: 'Решение отменено.',
  done: '{did}: комментарий (автор: {name}).',
  claimedBy: 'Проверяет {name}',
  decidedBy: '{status} ({name})',
  undoneBy: 'Решение отменено ({name})',
  fresh: 'Новых: {n}. Показать',
  listChanged: 'Список изменился. Обновить',
  edited: 'Изменено автором',
  selected: 'Выбрано: {n}',
  failed: 'Сохранить не удалось. Проверьте соединение и попробуйте ещё раз.',
  notLoaded: batch.batch.failed,
  signedOut: 'Сеанс завершён. Войдите снова; это действие не сохранено.',
  skipped: 'Оставлено на потом.',
  nothingToUndo: 'Отменять нечего.',
  answerStays: 'Ответ на запрос второго мнения отменить нельзя.',
  minutes: '{n} мин',
  hours: '{n} ч',
  days: '{n} дн.',
  underMinute: 'меньше минуты',
}
