import type { batch as english } from '../en/batch'
import { comments, count, number } from './formats'

/** After "из". */
const ofComments = (value: number) => count(value, 'комментария', 'комментариев', 'комментариев')

/** The texts of deciding on many comments by their score. */
export const batch: typeof english = {
  batch: {
    open: 'Решение по оценке',
    title: 'Решение по оценке',
    intro:
      'Выберите диапазон одной оценки, просмотрите попавшие в него комментарии, снимите лишние отметки и примите по остальным одно общее решение. Отменить его тоже можно целиком.',
    back: 'Назад к очереди',
    state: 'Часть очереди',
    score: 'Оценка',
    from: 'От',
    to: 'До',
    show: 'Показать',
    scored: (score) => `Комментарии по оценке «${score}»`,
    chart: (score, counted) =>
      `${comments(counted)} по оценке «${score}». Те же числа есть в таблице ниже.`,
    dragHint: 'Проведите по столбцам или передвиньте края диапазона.',
    scale: 'Столбцы растут медленнее чисел, чтобы рядом с большими были видны и малые.',
    table: 'Числа',
    comments: 'Комментарии',
    step: (from, to) => `от ${from} до ${to}`,
    bar: (from, to, value) => `от ${from} до ${to}: ${comments(value)}`,
    notScored: (value) => `Без оценки и потому вне диапазонов: ${number(value)}.`,
    notScoredRow: 'Нет оценки',
    cutOldest: (value) => `Их больше: здесь учтены только самые старые (${number(value)}).`,
    cutNewest: (value) => `Их больше: здесь учтены только самые новые (${number(value)}).`,
    list: 'В этом диапазоне',
    oldestFirst: (value) => `В этом диапазоне ${comments(value)}, сначала старые`,
    newestFirst: (value) => `В этом диапазоне ${comments(value)}, сначала новые`,
    oldestOf: (shown, value) =>
      `Самые старые в этом диапазоне: ${number(shown)} из ${ofComments(value)}`,
    newestOf: (shown, value) =>
      `Самые новые в этом диапазоне: ${number(shown)} из ${ofComments(value)}`,
    none: 'В этот диапазон не попал ни один комментарий.',
    decide: 'Решение по отмеченным комментариям',
    hint: 'Сначала отмечено всё. Снимите лишние отметки, затем:',
    all: 'Все',
    ticked: 'Отмечено: {n} из {total}',
    reason: 'Причина отказа',
    confirm: {
      approve: (value) => `Одобрить ${comments(value)}?`,
      reject: (value) => `Отклонить ${comments(value)}?`,
      spam: (value) => `Отправить в спам ${comments(value)}?`,
      hold: (value) => `Отправить на проверку ${comments(value)}?`,
    },
    sure: {
      approve: (value) => `Одобрить ${comments(value)}`,
      reject: (value) => `Отклонить ${comments(value)}`,
      spam: (value) => `Отправить в спам ${comments(value)}`,
      hold: (value) => `Отправить на проверку ${comments(value)}`,
    },
    because: (reason) => `Причина: ${reason}.`,
    oneUndo:
      'Если по какому-то комментарию решение тем временем примет кто-то другой, оно останется в силе. Всё остальное можно вернуть одной отменой.',
    cancel: 'Назад к списку',
    failed: 'Загрузить не удалось. Проверьте соединение и попробуйте ещё раз.',
  },
}
