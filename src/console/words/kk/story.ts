import type { story as english } from '../en/story'
import { count, number } from './formats'

/** What came before a comment, beside it and after it. */
export const story: typeof english = {
  replyBy: 'жауап, авторы:',
  outcomes: (value) => `Автордың пікірлері бойынша соңғы шешімдер: ${number(value)}`,
  earlier: 'Бұрынғы тексерулер',
  findingsOf: (when) => `Ережелер не деді, ${when}`,
  moreEvents: (shown) => `Ең соңғы ${count(shown, 'оқиға')} көрсетілді; бұдан да бұрынғылары бар.`,
  allEvents: 'Осы пікірдің барлық оқиғасы',
  /** When the texts of comments can be searched for. */
  searched:
    'Мәтін бойынша пікір шешім қабылданғаннан кейін ғана табылады; тексеріліп жатқанын басқа өрістер арқылы іздеңіз.',
}
