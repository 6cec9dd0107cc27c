import type { search as english } from '../en/search'
import { count } from './formats'

/** The texts of searching comments. */
export const search: typeof english = {
  title: 'Іздеу',
  back: 'Іздеуге оралу',
  text: 'Сөздер немесе мәтін үзіндісі',
  author: 'Автор',
  article: 'Мақала (мекенжайының соңғы бөлігі)',
  status: 'Күйі',
  anyStatus: 'Кез келген күй',
  from: 'Қай күннен (UTC)',
  to: 'Қай күнге дейін (UTC)',
  rule: 'Іске қосылған ереже',
  anyRule: 'Кез келгені немесе ешқайсысы',
  moderator: 'Кім шешкен',
  anybody: 'Кез келген адам',
  reason: 'Себебі',
  anyReason: 'Кез келген себеп',
  scores: 'Көрсеткіштер',
  atLeast: 'Кемінде',
  atMost: 'Ең көбі',
  submit: 'Іздеу',
  none: 'Ештеңе табылмады.',
  noneYet:
    'Әзірге ештеңе табылмады. Бір-екі әріп пен таңбалар бір жолы 20\u00a0000 пікірден ізделеді.',
  lookFurther: 'Бұрынғылардан іздеу',
  found: (value, more) => (more ? `Ең жаңа ${count(value, 'пікір')}` : count(value, 'пікір')),
  newest: 'алдымен жаңалары',
  start: 'Сайттарыңыздағы барлық пікірді күйіне қарамай іздей аласыз.',
  invalid: 'Бұлай іздеу мүмкін емес. Өрістерді тексеріңіз.',
}
