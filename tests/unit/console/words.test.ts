import { english } from '../../../src/console/words/en/english'
import { type Language, languages, wordsOf } from '../../../src/console/words/words'

type Translated = Exclude<Language, 'en'>
const translated = languages.filter((language): language is Translated => language !== 'en')

/** Of the catalogue itself, not texts. */
const formats = [
  ...['language', 'number', 'decimal', 'share', 'languageName'],
  ...['date', 'shortDate', 'dateTime', 'duration', 'ago'],
]

/** Every place of a catalogue, with what stands there. */
function placesOf(value: unknown, path = ''): [path: string, shape: string][] {
  if (typeof value === 'function') return [[path, `function of ${value.length}`]]
  if (typeof value !== 'object' || value === null) return [[path, typeof value]]
  return Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, path ? `${path}.${key}` : key),
  )
}

/** What sentences about findings and mistakes are made from. */
const facts = {
  ...{ count: 3, limit: 2, share: 0.8, seconds: 1.5, score: 'insult', value: 0.8, action: 'hold' },
  ...{ named: ['eels'], others: 2, isDisguised: true, host: 'a.example', hosts: ['a.example'] },
  ...{
    lang: 'xx',
    lacking: ['spam'],
    because: 'failed',
    sign: 'shortener',
    authors: 3,
    comments: 5,
  },
  ...{ name: 'x', near: 'y', isGroup: false, operator: '+', left: 'int', right: 'string' },
  ...{ hint: null, type: 'bool', known: ['one', 'two'], kind: 'list', write: 'pattern', text: ')' },
  ...{ parts: 3, levels: 4, elements: 5, summary: 'wrong', problem: 'wrong', piece: '(a' },
}
const saidFromFacts = /^(details|mistakes)\.|^rulesPages\.guardSaw$/

/** Every text; "3" serves as a name, a label and a number alike. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (formats.includes(path) || code.test(path)) return []
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const given = saidFromFacts.test(path) ? [facts] : Array(value.length).fill('3')
    return [[path, value(...given)]]
  }
  return Object.entries(value as object).flatMap(([key, part]) =>
    textsOf(part, path ? `${path}.${key}` : key),
  )
}

/** Pieces of the rule language. */
const code = /^ruleFields\.functions\.\d+\.0$/

/** Sentences that quote the rule language as it is written. */
const quotesCode = /^mistakes\.condition\.(wrong_escape|bank_of_other_kind)$/

/** What is the same in any language: names, keys, units, and a text of placeholders only. */
const shared =
  /^(frame\.product|keys\.list\.\d\.0|script\.(done|minutes|hours)|statistics\.seconds)$/

/** What is the same in English by chance. */
const cognates: Record<Translated, readonly string[]> = {
  de: [
    'Code',
    'Codes',
    'Links',
    'Name',
    'Person',
    'Perspective',
    'Spam',
    'Status',
    'Text',
    'Token',
    'Version',
    'Version 3',
    'κ',
  ],
  fr: [
    'Action',
    'Codes',
    'Conversation',
    'Note',
    'Scores',
    'Sessions',
    'Site',
    'Spam',
    'Urgent',
    'Console',
    'points',
    'possible',
    'spam',
    '+3 points',
    'Article',
    'Articles',
    'Code',
    'Condition',
    'Mode',
    'Notes',
    'Perspective',
    'Points',
    'Score',
    'Suggestions',
    'Version',
    'Version 3',
    'Versions',
    'κ',
  ],
  es: ['Perspective', 'Spam', 'Token', 'no', 'κ'],
  kk: ['Perspective', 'κ'],
  ru: ['Perspective', 'κ'],
}

const plurals: Record<Translated, Record<number, string>> = {
  de: {
    0: '0 Kommentare',
    1: '1 Kommentar',
    2: '2 Kommentare',
    5: '5 Kommentare',
    21: '21 Kommentare',
    1000000: '1.000.000 Kommentare',
  },
  fr: {
    0: '0 commentaire',
    1: '1 commentaire',
    2: '2 commentaires',
    5: '5 commentaires',
    21: '21 commentaires',
    1000000: '1\u202f000\u202f000 commentaires',
  },
  es: {
    0: '0 comentarios',
    1: '1 comentario',
    2: '2 comentarios',
    5: '5 comentarios',
    21: '21 comentarios',
    1000000: '1.000.000 comentarios',
  },
  kk: {
    0: '0 пікір',
    1: '1 пікір',
    2: '2 пікір',
    5: '5 пікір',
    21: '21 пікір',
    1000000: '1\u00a0000\u00a0000 пікір',
  },
  ru: {
    0: '0 комментариев',
    1: '1 комментарий',
    2: '2 комментария',
    5: '5 комментариев',
    21: '21 комментарий',
    1000000: '1\u00a0000\u00a0000 комментариев',
  },
}

describe.each(translated)('The catalogue of %s', (language) => {
  const words = wordsOf(language)
  const originals = new Map(textsOf(english))

  test('has every text of the English one and no other', () => {
    expect(placesOf(words).toSorted()).toEqual(placesOf(english).toSorted())
  })

  test('says nothing in English', () => {
    const same = textsOf(words).filter(
      ([path, text]) => /\p{L}/u.test(text) && originals.get(path) === text && !shared.test(path),
    )
    expect(same.filter(([, text]) => !cognates[language].includes(text))).toEqual([])
  })

  test('keeps the placeholders of the script', () => {
    const placeholdersOf = (text: string) => text.match(/\{\w+\}/g)?.toSorted() ?? []
    const { statuses: _, ...script } = words.script
    for (const [key, text] of Object.entries(script))
      expect([key, placeholdersOf(text)]).toEqual([
        key,
        placeholdersOf(english.script[key as keyof typeof script]),
      ])
  })

  test('counts as the language does', () => {
    const counted = Object.keys(plurals[language]).map((value) => [
      value,
      words.comments(Number(value)),
    ])
    expect(Object.fromEntries(counted)).toEqual(plurals[language])
  })

  test('has no typewriter quotes, stray spaces or breaks before a percent sign', () => {
    const wrong = textsOf(words).filter(([, text]) => /["']| {2}|^\s|\s$| %/.test(text))
    expect(wrong.filter(([path]) => !quotesCode.test(path))).toEqual([])
  })
})

describe('German', () => {
  const words = wordsOf('de')

  test('puts what somebody is called into the case that a sentence asks for', () => {
    const { decided } = words.card
    expect(decided('Abgelehnt', words.who.rules, 'gerade eben')).toBe(
      'Abgelehnt von den Regeln, gerade eben',
    )
    expect(decided('Abgelehnt', words.who.you, 'gerade eben')).toMatch(/von Ihnen,/)
    expect(decided('Abgelehnt', 'Anna', 'gerade eben')).toMatch(/von Anna,/)
  })

  test('has the dative after "vor"', () => {
    const days = 3 * 86_400_000
    expect(words.duration(days)).toBe('3 Tage')
    expect(words.ago(new Date(0), new Date(days))).toBe('vor 3 Tagen')
  })
})

describe('French', () => {
  const words = wordsOf('fr')

  test('has no space at which a sign could break off', () => {
    expect(textsOf(words).filter(([, text]) => / [:;!?»]|« /.test(text))).toEqual([])
  })

  test('agrees in number', () => {
    const { decide, did } = words
    expect(decide.bulkDone(did.reject, 1, 0, 0)).toBe('Rejeté\u00a0: 1 commentaire.')
    expect(decide.bulkDone(did.reject, 3, 1, 0)).toBe(
      'Rejetés\u00a0: 3 commentaires. 1 inchangé\u00a0: quelqu’un d’autre a été plus rapide.',
    )
  })
})
