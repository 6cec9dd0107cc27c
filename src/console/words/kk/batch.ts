import type { batch as english } from '../en/batch'
import { count, number } from './formats'

const comments = (value: number) => count(value, 'пікір')

/** The texts of deciding on many comments by their score. */
export const batch: typeof english = {
  batch: {
    open: 'Көрсеткіш бойынша шешу',
    title: 'Көрсеткіш бойынша шешу',
    intro:
      'Бір көрсеткіштің аралығын таңдап, оған түскен пікірлерді қарап шығыңыз, артығынан белгіні алып, қалғаны бойынша бірден шешім қабылдаңыз. Оның бәрін бір рет басып қайтарып алуға болады.',
    back: 'Кезекке оралу',
    state: 'Кезек бөлімі',
    score: 'Көрсеткіш',
    from: 'Төменгі шек',
    to: 'Жоғарғы шек',
    show: 'Көрсету',
    scored: (score) => `Пікірлер көрсеткіш бойынша: ${score}`,
    chart: (score, counted) =>
      `${comments(counted)} көрсеткіш бойынша бөлінген: ${score}. Дәл осы сандар төмендегі кестеде де бар.`,
    dragHint: 'Бағандар үстінен сүйреп таңдаңыз немесе екі шекті жылжытыңыз.',
    scale: 'Бағандар санға қарағанда баяу өседі, сондықтан көптің қасында аз да көрінеді.',
    table: 'Сандар кестесі',
    comments: 'Пікірлер',
    step: (from, to) => `${from}–${to}`,
    bar: (from, to, value) => `${from}–${to}: ${comments(value)}`,
    notScored: (value) => `Бағаланбағандықтан, ешбір аралыққа түспегені: ${number(value)}.`,
    notScoredRow: 'Бағаланбаған',
    cutOldest: (value) => `Пікір бұдан көп: мұнда ең ескі ${number(value)} пікір есептелген.`,
    cutNewest: (value) => `Пікір бұдан көп: мұнда ең жаңа ${number(value)} пікір есептелген.`,
    list: 'Осы аралықта',
    oldestFirst: (value) => `Осы аралықта ${comments(value)}, алдымен ескілері`,
    newestFirst: (value) => `Осы аралықта ${comments(value)}, алдымен жаңалары`,
    oldestOf: (shown, value) =>
      `Осы аралықта ${comments(value)}, ең ескі ${number(shown)} пікір көрсетілген`,
    newestOf: (shown, value) =>
      `Осы аралықта ${comments(value)}, ең жаңа ${number(shown)} пікір көрсетілген`,
    none: 'Бұл аралықта пікір жоқ.',
    decide: 'Белгіленген пікірлер бойынша шешім',
    hint: 'Басында барлығы белгіленген. Артығынан белгіні алып, шешімді таңдаңыз:',
    all: 'Барлығы',
    ticked: 'Белгіленді: {n} / {total}',
    reason: 'Қабылдамау себебі',
    confirm: {
      approve: (value) => `${comments(value)} мақұлдансын ба?`,
      reject: (value) => `${comments(value)} қабылданбасын ба?`,
      spam: (value) => `${comments(value)} спам деп белгіленсін бе?`,
      hold: (value) => `${comments(value)} кідіртілсін бе?`,
    },
    sure: {
      approve: (value) => `${number(value)} пікірді мақұлдау`,
      reject: (value) => `${number(value)} пікірді қабылдамау`,
      spam: (value) => `${number(value)} пікірді спам деп белгілеу`,
      hold: (value) => `${number(value)} пікірді кідірту`,
    },
    because: (reason) => `Себебі: ${reason}.`,
    oneUndo:
      'Осы арада басқа біреу шешкен пікір өзгеріссіз қалады. Қалғанын бір рет басып қайтарып алуға болады.',
    cancel: 'Тізімге оралу',
    failed: 'Жүктеу мүмкін болмады. Байланысты тексеріп, қайталап көріңіз.',
  },
}
