import type { script as english } from '../en/script'
import { batch } from './batch'
import { status } from './formats'

/** The texts of the scripts, which fill in `{n}` and the like. */
export const script: typeof english = {
  statuses: { ...status, lead: 'Жетекшіге берілген' },
  openConflict: 'Сізден бұрын біреу үлгерді.',
  undone: 'Шешім қайтарып алынды.',
  done: '{did}: {name} жазған пікір.',
  claimedBy: '{name} қарап жатыр',
  decidedBy: '{status} ({name})',
  undoneBy: 'Шешім қайтарып алынды ({name})',
  fresh: '{n} жаңа пікір: көрсету',
  listChanged: 'Тізім өзгерді: жаңарту',
  edited: 'Автор өзгертті',
  selected: 'Таңдалды: {n}',
  failed: 'Сақтау мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.',
  notLoaded: batch.batch.failed,
  signedOut: 'Сеансыңыз аяқталды. Қайта кіріңіз; бұл әрекет сақталмады.',
  skipped: 'Аттап өтілді.',
  nothingToUndo: 'Қайтарып алатын шешім жоқ.',
  answerStays: 'Екінші қараудағы жауапты қайтарып алуға болмайды.',
  minutes: '{n} мин',
  hours: '{n} сағ',
  days: '{n} күн',
  underMinute: 'бір минуттан аз',
}
