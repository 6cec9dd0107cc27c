import type { Status } from '../../../comments/comment'
import type { englishFormats } from '../en/formats'
import { formatsIn } from '../formats'

const { count: countForms, ...formats } = formatsIn('kk', {
  underMinute: 'бір минуттан аз',
  minutes: (value) => `${value} мин`,
  hours: (value) => `${value} сағ`,
  days: { one: 'күн', other: 'күн' },
  justNow: 'жаңа ғана',
  ago: (duration) => `${duration} бұрын`,
})

/** A noun stays singular after every number. */
export const count = (value: number, noun: string): string =>
  countForms(value, { one: noun, other: noun })

export const { number, decimal, duration } = formats

export const status: Record<Status, string> = {
  pending: 'Тексерілуде',
  approved: 'Мақұлданған',
  rejected: 'Қабылданбаған',
  spam: 'Спам',
  held: 'Кідіртілген',
  deleted: 'Жойылған',
}

/** How Kazakh writes numbers, times and counted things. */
export const kazakhFormats: typeof englishFormats = {
  ...formats,
  comments: (value) => count(value, 'пікір'),
}
