import type { reviews as english } from '../en/reviews'
import { count } from './formats'

/** The texts of second reviews and of what two moderators saw differently. */
export const reviews: typeof english = {
  reviews: {
    title: 'Екінші қарау',
    heading: (value) => `Екінші қарау: ${count(value, 'пікір')} сізді күтіп тұр`,
    intro:
      'Бұл пікірлерді басқа модератор шешіп қойған. Жауабыңыз өз ойыңыз болуы үшін оның шешімі көрсетілмейді. Өзіңіз қалай шешер едіңіз? Жауабыңыздан ештеңе өзгермейді, ал екеуіңіз келіспесеңіз, сайт иесі қарайды. Берілген жауап өзгертілмейді.',
    checks: 'Тексерулердің қорытындысы',
    actions: (author) => `${author} жазған пікір бойынша жауабыңыз`,
    empty: 'Сізді күтіп тұрған екінші қарау жоқ.',
    more: 'Келесі екінші қараулар',
    saved: 'Жауабыңыз сақталды.',
    gone: 'Бұл пікірге екінші қарау енді қажет емес: ол бойынша жаңа шешім қабылданған немесе басқа біреу жауап беріп қойған.',
  },

  verdicts: {
    title: 'Екі модератор келіспеді',
    first: 'Бірінші шешім',
    second: 'Екінші қарау',
    by: (who, when) => `${who}, ${when}`,
  },
}
