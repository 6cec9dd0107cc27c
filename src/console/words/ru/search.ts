import type { search as english } from '../en/search'
import { comments, number } from './formats'

/** The texts of searching comments. */
export const search: typeof english = {
  title: 'Поиск',
  back: 'Назад к поиску',
  text: 'Слова или часть текста',
  author: 'Автор',
  article: 'Статья (последняя часть адреса)',
  status: 'Статус',
  anyStatus: 'Любой статус',
  from: 'С даты (UTC)',
  to: 'До даты (UTC, не включая)',
  rule: 'Сработало правило',
  anyRule: 'Любое или никакое',
  moderator: 'Кто решал',
  anybody: 'Кто угодно',
  reason: 'Причина',
  anyReason: 'Любая причина',
  scores: 'Оценки',
  atLeast: 'Не ниже',
  atMost: 'Не выше',
  submit: 'Найти',
  none: 'Ничего не найдено.',
  noneYet:
    'Пока ничего не нашлось. Одна или две буквы, а также знаки ищутся каждый раз в 20\u00a0000 комментариев.',
  lookFurther: 'Искать дальше',
  found: (value, more) => (more ? `Последние ${number(value)}` : comments(value)),
  newest: 'сначала новые',
  start: 'Поиск по всем комментариям ваших сайтов, с любым статусом.',
  invalid: 'Такой поиск невозможен. Проверьте поля.',
}
