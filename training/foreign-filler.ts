import { toxicTexts } from './evasion'
import type { Data } from './rows'
import type { Serve, Served } from './served'

const fillers = {
  English: [
    'The bus takes another road today because of the works.',
    'It may rain in the afternoon, so we have moved the trip to next week.',
    'The library is open until six in the evening, and the market until noon.',
  ],
  German: [
    'Der Bus fährt heute wegen der Bauarbeiten eine andere Strecke.',
    'Am Nachmittag soll es regnen, deshalb haben wir den Ausflug verschoben.',
    'Die Bibliothek hat bis sechs Uhr abends geöffnet, der Markt bis zum Mittag.',
  ],
  French: [
    'Le bus prend un autre chemin aujourd’hui à cause des travaux.',
    'Il doit pleuvoir cet après-midi, alors nous avons remis la promenade à plus tard.',
    'La bibliothèque est ouverte jusqu’à six heures du soir, le marché jusqu’à midi.',
  ],
  Russian: [
    'Автобус сегодня едет другой дорогой из-за ремонта.',
    'После обеда обещают дождь, поэтому мы перенесли прогулку на другой день.',
    'Библиотека открыта до шести часов вечера, а рынок до полудня.',
  ],
} as const

type Language = keyof typeof fillers

export type FillerFigures = Served & { texts: string; filler: string }

const places = {
  'one sentence before': (text: string, filler: readonly string[]) => `${filler[0]} ${text}`,
  'three sentences before': (text: string, filler: readonly string[]) =>
    `${filler.join(' ')} ${text}`,
  'three sentences behind': (text: string, filler: readonly string[]) =>
    `${text} ${filler.join(' ')}`,
}

function withFiller(serve: Serve, name: string, texts: string[]) {
  return (language: Language): FillerFigures[] =>
    Object.entries(places).map(([place, join]) => ({
      texts: name,
      filler: `${language}, ${place}`,
      ...serve(texts.map((text) => join(text, fillers[language]))),
    }))
}

/**
 * What an English site flags when a toxic comment stands beside calm sentences in another language:
 * English ones beside foreign sentences, and foreign ones beside English.
 */
export function fillerFigures(serve: Serve, data: Data): FillerFigures[] {
  const english = toxicTexts(data)
  const german = data.multiDev.filter(({ lang, toxic }) => lang === 'de' && toxic === 1)
  const foreign = german.map(({ text }) => text)
  return [
    { texts: 'English', filler: 'none', ...serve(english) },
    ...(['German', 'French', 'Russian'] as const).flatMap(withFiller(serve, 'English', english)),
    { texts: 'German', filler: 'none', ...serve(foreign) },
    ...withFiller(serve, 'German', foreign)('English'),
  ]
}
