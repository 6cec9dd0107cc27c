import type { Status } from '../../../comments/comment'
import type { englishFormats } from '../en/formats'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('ru', {
  underMinute: 'меньше минуты',
  minutes: (value) => `${value} мин`,
  hours: (value) => `${value} ч`,
  days: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
  justNow: 'только что',
  ago: (duration) => `${duration} назад`,
})

/** @param few also stands after fractions: "2 дня", "1,5 дня" */
export const count = (value: number, one: string, few: string, many: string): string =>
  countForms(value, { one, few, many, other: few })

export const { number, decimal, duration } = formats

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

export const comments = (value: number): string =>
  count(value, 'комментарий', 'комментария', 'комментариев')

/** After "на" in "сработало на". */
export const onComments = (value: number): string =>
  count(value, 'комментарии', 'комментариях', 'комментариях')

/** They agree with "комментарий". */
export const status: Record<Status, string> = {
  pending: 'В обработке',
  approved: 'Одобрен',
  rejected: 'Отклонён',
  spam: 'Спам',
  held: 'На проверке',
  deleted: 'Удалён',
}

/** How Russian writes numbers, times and counted things. */
export const russianFormats: typeof englishFormats = { ...formats, comments }
