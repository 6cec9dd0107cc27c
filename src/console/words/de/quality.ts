import type { quality as english } from '../en/quality'
import { count, decimal, number, percent } from './formats'

const decisionsAgain = (pairs: number) =>
  count(pairs, 'Entscheidung wurde', 'Entscheidungen wurden')

/** How far people and rules agree. */
export const quality: typeof english = {
  percent,
  interval: (low, high) => `${decimal(low)} bis ${decimal(high)}`,
  percentInterval: (low, high) => `${Math.round(low * 100)} bis ${percent(high)}`,

  agreement: {
    title: 'Ist sich die Moderation einig?',
    intro:
      'Ein Teil der Entscheidungen wird ein zweites Mal geprüft, und zwar von jemandem, der die erste Entscheidung nicht kennt. Der Vergleich zeigt, wie klar Ihre Regeln für Menschen sind, nicht, wer recht hat.',
    none: 'In diesen Tagen wurde nichts ein zweites Mal geprüft.',
    tooFew: (pairs, least) =>
      `${decisionsAgain(pairs)} ein zweites Mal geprüft. Zahlen erscheinen ab ${number(least)}: Vorher spräche aus ihnen der Zufall.`,
    undefined: (pairs) =>
      `${decisionsAgain(pairs)} ein zweites Mal geprüft, und alle Antworten waren gleich. Dann ist κ nicht definiert: Auch der Zufall würde übereinstimmen.`,
    overall: (agreed, pairs, share) =>
      `Dieselbe Antwort bei ${number(agreed)} von ${count(pairs, 'Entscheidung', 'Entscheidungen')}: ${percent(share)}.`,
    kappaIs: (value, low, high, band) =>
      `Cohens κ, das den Zufall herausrechnet: ${decimal(value)} (${decimal(low)} bis ${decimal(high)}), ${band}.`,
    bands: {
      poor: 'schlecht',
      slight: 'gering',
      fair: 'ausreichend',
      moderate: 'mittelmäßig',
      substantial: 'beachtlich',
      'almost-perfect': 'fast vollkommen',
    },
    bandNote:
      'Die Wörter sind eine Faustregel (Landis und Koch 1977). Achten Sie zuerst auf das Intervall, dann auf die einzelnen Antworten.',
    byAction: 'Nach Entscheidung',
    byReason: 'Nach Grund der Ablehnung',
    plot: 'Cohens κ der einzelnen Antworten',
    plotText: (shown, left) =>
      `${count(shown, 'Antwort', 'Antworten')} mit κ und 95-%-Intervall, von 0 (Zufall) bis 1 (volle Übereinstimmung).${
        left > 0
          ? ` ${count(left, 'Antwort fehlt', 'Antworten fehlen')} hier, weil es zu wenige Paare gibt.`
          : ''
      } Dieselben Zahlen stehen in der folgenden Tabelle.`,
    answer: 'Antwort',
    first: 'Erste',
    second: 'Zweite',
    both: 'Beide',
    share: 'Übereinstimmung',
    kappaTitle: 'κ',
    kappaInterval: '95-%-Intervall',
    few: 'zu wenige',
    notDefined: 'nicht definiert',
  },

  precision: {
    title: 'Wie oft haben die Regeln recht?',
    intro:
      'Bei den Kommentaren, die eine Regel erfasst und über die jemand entschieden hat: wie oft die Entscheidung der Regel entsprach. Regeln, die Kommentare zum Lesen zurückhalten, dürfen oft danebenliegen.',
    none: 'In diesen Tagen hat keine Regel etwas erfasst.',
    plot: 'Präzision der einzelnen Regeln',
    plotText: (shown, left) =>
      `${count(shown, 'Regel', 'Regeln')} mit Präzision und 95-%-Intervall, von 0 bis ${percent(1)}.${
        left > 0
          ? ` Zu ${count(left, 'weiteren Regel', 'weiteren Regeln')} hat noch niemand entschieden.`
          : ''
      } Dieselben Zahlen stehen in der folgenden Tabelle.`,
    table: 'Die Regeln in Zahlen',
    rule: 'Regel',
    inShadow: (rule) => `Im Schattenmodus: ${rule}`,
    hits: 'Treffer',
    agreed: 'Team gab recht',
    disagreed: 'Team widersprach',
    precision: 'Präzision',
    interval: '95-%-Intervall',
    unknown: 'noch nicht entschieden',
  },
  overturned: {
    title: 'Wie oft entscheiden andere das Gegenteil?',
    intro:
      'Von dem, was jede Person in diesen Tagen endgültig entschieden hat: wie oft jemand anderes später zum Gegenteil kam, auf Einspruch, nach einer Zweitprüfung oder von sich aus. Das sieht nur die Leitung. Wer die schwierigen Fälle bekommt, wird öfter korrigiert, und wenige Entscheidungen sagen wenig: Achten Sie auf das Intervall.',
    none: 'In diesen Tagen hat niemand etwas endgültig entschieden.',
    plot: 'Anteil der Korrekturen je Person',
    plotText: (shown) =>
      `${count(shown, 'Person', 'Personen')} mit dem Anteil korrigierter Entscheidungen und 95-%-Intervall, von 0 bis ${percent(1)}. Dieselben Zahlen stehen in der folgenden Tabelle.`,
    table: 'Die Personen in Zahlen',
    person: 'Person',
    decisions: 'Entscheidungen',
    overturned: 'Korrigiert',
    onAppeal: 'Auf Einspruch',
    share: 'Anteil',
    interval: '95-%-Intervall',
  },
}
