import type { statistics as english } from '../en/statistics'
import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics: typeof english = {
  title: 'Статистика',
  from: 'С даты',
  to: 'До даты (не включая)',
  show: 'Показать',
  wrongRange: 'Первый день должен быть раньше последнего.',
  received: 'получено комментариев',
  automatic: 'решено правилами',
  human: 'решено людьми',
  automaticShare: (share) => `Доля автоматических решений: ${Math.round(share * 100)}\u00a0%`,
  counted:
    'То, что правила оставили на проверку людям, ещё не решено. Отменённые решения не считаются.',
  perDay: 'Комментарии и решения по дням',
  chart: (days, { comments, automatic, human }) =>
    `За ${count(days, 'день', 'дня', 'дней')}: получено комментариев\u00a0— ${number(comments)}, решили правила\u00a0— ${number(automatic)}, люди\u00a0— ${number(human)}. Те же числа есть в таблице ниже.`,
  table: 'Числа',
  day: 'День',
  comments: 'Комментарии',
  rules: 'Правила',
  people: 'Люди',
  speed: 'От комментария до первого окончательного решения',
  decidedBy: 'Кто решил',
  decisions: 'Решения',
  median: 'Половина за',
  p90: '9 из 10 за',
  seconds: (value) => (value < 60 ? `${Math.round(value)} с` : duration(value * 1000)),
  reasons: 'Причины',
  action: 'Действие',
  reason: 'Причина',
  number: 'Количество',
  none: 'За эти дни решений не было.',
}
