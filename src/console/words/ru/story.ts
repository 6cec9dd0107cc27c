import type { story as english } from '../en/story'
import { number } from './formats'

/** What came before a comment, beside it and after it. */
export const story: typeof english = {
  replyBy: 'ответ, автор:',
  outcomes: (value) => `Последние решения по автору: ${number(value)}`,
  earlier: 'Прежние проверки',
  findingsOf: (when) => `Что сказали правила, ${when}`,
  moreEvents: (shown) => `Показаны последние события: ${number(shown)}. Есть и более ранние.`,
  allEvents: 'Все события этого комментария',
  /** When the texts of comments can be searched for. */
  searched:
    'По тексту комментарий находится только после решения; пока он проверяется, ищите по другим полям.',
}
