import type { statistics as english } from '../en/statistics'
import { count, duration, number } from './formats'

/** Volumes, decisions and how long they took. */
export const statistics: typeof english = {
  title: 'Статистика',
  from: 'Қай күннен',
  to: 'Қай күнге дейін',
  show: 'Көрсету',
  wrongRange: 'Бірінші күн соңғы күннен бұрын болуға тиіс.',
  received: 'пікір түсті',
  automatic: 'автоматты шешім',
  human: 'қолмен қабылданған шешім',
  automaticShare: (share) => `Автоматты шешімдердің үлесі – ${Math.round(share * 100)}%`,
  counted:
    'Ережелер адамдарға қалдырып, кідірткен пікірлер әлі шешілген жоқ. Қайтарып алынған шешімдер есепке кірмейді.',
  perDay: 'Күн сайынғы пікірлер мен шешімдер',
  chart: (days, { comments, automatic, human }) =>
    `${count(days, 'күндегі сандар')}: түскен пікір – ${number(comments)}, автоматты шешім – ${number(automatic)}, қолмен – ${number(human)}. Дәл осы сандар төмендегі кестеде де бар.`,
  table: 'Сандар кестесі',
  day: 'Күні',
  comments: 'Пікірлер',
  rules: 'Ережелер',
  people: 'Адамдар',
  speed: 'Пікірден алғашқы түпкілікті шешімге дейінгі уақыт',
  decidedBy: 'Кім шешкен',
  decisions: 'Шешімдер',
  median: 'Жартысына жеткен уақыт',
  p90: '10-нан 9-ына жеткен уақыт',
  seconds: (value) => (value < 60 ? `${Math.round(value)} с` : duration(value * 1000)),
  reasons: 'Себептер',
  action: 'Әрекет',
  reason: 'Себебі',
  number: 'Саны',
  none: 'Бұл күндері шешім қабылданбаған.',
}
