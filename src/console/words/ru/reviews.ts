import type { reviews as english } from '../en/reviews'
import { comments } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews: typeof english = {
  reviews: {
    title: 'Второе мнение',
    heading: (value) => `Второе мнение: ${comments(value)} для вас`,
    intro:
      'Об этих комментариях уже решил другой модератор. Его решение скрыто, чтобы ваш ответ был независимым. Скажите, как поступили бы вы: от этого ничего не изменится, а при расхождении решит владелец. Данный ответ уже не изменить.',
    checks: 'Что показали автоматические проверки',
    actions: (author) => `Ваш ответ о комментарии (автор: ${author})`,
    empty: 'Второго мнения от вас никто не ждёт.',
    more: 'Следующие комментарии',
    saved: 'Ваш ответ сохранён.',
    gone: 'Второе мнение уже не нужно: принято новое решение или кто-то уже ответил.',
  },

  verdicts: {
    title: 'Модераторы разошлись во мнениях',
    first: 'Первое решение',
    second: 'Второе мнение',
    by: (who, when) => `${who}, ${when}`,
  },
}
