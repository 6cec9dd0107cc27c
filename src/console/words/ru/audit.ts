import type { audit as english } from '../en/audit'
import { events, facts } from './audit-events'
import { count, number } from './formats'

/** Who did what, and whether the record of it is whole. */
export const audit: typeof english = {
  title: 'Журнал',
  intro: 'Каждое событие содержит хеш предыдущего. Здесь ничего нельзя изменить или удалить.',
  chain: 'Область',
  system: 'Весь сервис',
  comment: 'Комментарий (ID)',
  type: 'Событие или начало его названия',
  aComment: 'комментарий',
  actor: 'Кто',
  anybody: 'Кто угодно',
  from: 'С даты',
  to: 'До даты (не включая)',
  show: 'Показать',
  number: '№',
  older: 'Более ранние события',
  none: 'Здесь ничего не происходило.',
  change: (from, to) => `${from} → ${to}`,
  fact: (name, value) => `${name}: ${value}`,
  nothing: 'ничего',
  export: 'Скачать эти события (JSON Lines)',

  check: 'Проверить цепочку',
  checkTitle: 'Цела ли цепочка?',
  checkIntro:
    'Все хеши вычисляются заново по сохранённым данным. Изменённое, добавленное или пропавшее событие разрывает цепочку на своём номере.',
  progress: (through, length) =>
    `Проверено: ${number(through)} из ${count(length, 'события', 'событий', 'событий')}. Нарушений пока нет.`,
  progressLabel: 'Проверенные события',
  goOn: 'Продолжить',
  intact: (through) =>
    `Цепочка цела: ${count(through, 'событие', 'события', 'событий')} без разрывов, от первого до последнего.`,
  empty: 'В этой цепочке пока нет событий.',
  lastHash: 'Хеш последнего события',
  lastHashHint:
    'Храните его в другом месте: цепочка, записанная заново, заканчивалась бы другим хешем.',
  broken: (seq) => `Цепочка разорвана на событии №\u00a0${number(seq)}.`,
  brokenHint: (through) =>
    through === 0
      ? 'До него нет ни одного целого события. Сообщите администратору: команда npm run audit:verify покажет все нарушения.'
      : `События до №\u00a0${number(through)} включительно целы. Сообщите администратору: команда npm run audit:verify покажет все нарушения.`,
  faults: {
    'it does not follow the event before it': 'Оно не продолжает предыдущее событие.',
    'its content was changed': 'Его содержание изменено.',
    'it is not the event that the head names': 'Это не то событие, которое записано последним.',
    'the end of the chain is missing': 'Конец цепочки отсутствует.',
  },
  missing: 'Предыдущее событие отсутствует.',
  back: 'Все события',

  events,
  facts,
}
