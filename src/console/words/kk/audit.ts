import type { audit as english } from '../en/audit'
import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit: typeof english = {
  title: 'Аудит',
  intro: 'Әр оқиғада алдыңғысының хеші сақталады. Мұнда ештеңені өзгертуге де, жоюға да болмайды.',
  chain: 'Тізбек',
  system: 'Бүкіл қызмет',
  comment: 'Пікір (ID)',
  type: 'Оқиға немесе атауының басы',
  aComment: 'пікір',
  actor: 'Кім',
  anybody: 'кез келген',
  from: 'Қай күннен',
  to: 'Қай күнге дейін',
  show: 'Көрсету',
  number: '№',
  older: 'Бұрынғы оқиғалар',
  none: 'Мұнда әзірге оқиға жоқ.',
  change: (from, to) => `${from} → ${to}`,
  fact: (name, value) => `${name}: ${value}`,
  nothing: 'бос',
  export: 'Осы оқиғаларды жүктеп алу (JSON Lines)',

  check: 'Тізбекті тексеру',
  checkTitle: 'Тізбек бүтін бе?',
  checkIntro:
    'Әр хеш сақталған деректерден қайта есептеледі. Оқиға өзгертілсе, қосылса немесе жоғалса, тізбек сол нөмірде үзіледі.',
  progress: (through, length) =>
    `Тексерілгені: ${number(through)} / ${count(length, 'оқиға')}. Әзірге ақау жоқ.`,
  progressLabel: 'Тексерілген оқиғалар',
  goOn: 'Жалғастыру',
  intact: (through) =>
    `Тізбек бүтін: бірінші оқиғадан соңғысына дейін ${count(through, 'оқиға')} үзіліссіз жалғасады.`,
  empty: 'Бұл тізбекте әзірге оқиға жоқ.',
  lastHash: 'Соңғы оқиғаның хеші',
  lastHashHint: 'Оны бөлек жерде сақтаңыз: тізбек қайта жазылса, соңғы хеш басқаша болады.',
  broken: (seq) => `Тізбек № ${number(seq)} оқиғада үзілген.`,
  brokenHint: (through) =>
    `${
      through === 0
        ? 'Оған дейінгі бірде-бір оқиға бүтін емес.'
        : `№ ${number(through)} оқиғаға дейінгілер (өзін қоса) бүтін.`
    } Жүйе әкімшісіне айтыңыз: npm run audit:verify барлық ақауды тізіп береді.`,
  faults: {
    'it does not follow the event before it': 'Ол алдыңғы оқиғаның жалғасы емес.',
    'its content was changed': 'Оның мазмұны өзгертілген.',
    'it is not the event that the head names': 'Бұл – ең соңғы болып жазылған оқиға емес.',
    'the end of the chain is missing': 'Тізбектің соңы жоқ.',
  },
  missing: 'Одан бұрынғы оқиға жоқ.',
  back: 'Барлық оқиға',

  events,
  facts,
}
