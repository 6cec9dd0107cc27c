import { findingInWords } from '../../../src/console/finding-words'
import { leafInWords } from '../../../src/console/leaf-words'
import { textInWords, valueInWords } from '../../../src/console/value-words'
import { english } from '../../../src/console/words/en/english'
import { wordsOf } from '../../../src/console/words/words'
import { builtInRulesVersion } from '../../../src/rules/built-in-rules'

const german = wordsOf('de')

describe('A comparison of a rule', () => {
  test.each([
    ['scores.toxicity >= 0.9', 0.9941173479263261, 'Score for toxicity: is at least 0.9', '0.99'],
    [
      'author.approvalRate < 0.8',
      -1,
      'Share of approved comments of the author: is less than 80%',
      'unknown',
    ],
    [
      'author.approvalRate < 0.8',
      0.755,
      'Share of approved comments of the author: is less than 80%',
      '75.5%',
    ],
    [
      'client.captchaSeconds < 2.5',
      1.23456,
      'Seconds taken to write and send: is less than 2.5 seconds',
      '1.23',
    ],
    ['size(comment.links) > 1', 2, 'Links in the comment: are more than 1', '2'],
    [
      'comment.lang in ["de", "kk"]',
      'kk',
      'Language of the comment: is one of German, Kazakh',
      'Kazakh',
    ],
    ['author.role != "staff"', 'reader', 'Role of the author: is not staff', 'reader'],
    [
      '"court" in article.tags',
      ['court', 'sea'],
      'Tags of the article: include “court”',
      '“court”, “sea”',
    ],
    ['author.name.contains("x")', 'xy', 'Name of the author: contains “x”', '“xy”'],
    ['client.honeypot', null, 'A hidden field was filled in: yes', ''],
    ['list("insults")', null, 'Word list: finds something of “insults”', ''],
  ])('%s, %j', (source, value, text, saw) => {
    const leaf = leafInWords(english, { source, value, result: true })
    expect([leaf.text, leaf.value, leaf.isCode]).toEqual([text, saw, false])
  })

  test('is written as the language writes numbers', () => {
    const leaf = leafInWords(german, { source: 'scores.spam > 0.85', value: 0.9, result: true })
    expect([leaf.text, leaf.value]).toEqual(['Wert für Spam: mehr als 0,85', '0,90'])
  })

  test('that rows cannot say stays in code, with a rounded value', () => {
    const source = 'scores.spam + scores.insult > 1.5'
    const leaf = leafInWords(english, { source, value: 1.62345678, result: true })
    expect(leaf).toMatchObject({ text: source, isCode: true, value: '1.62' })
  })

  test('says a value once where only one could meet it', () => {
    const said = (source: string, value: number, result: boolean) =>
      leafInWords(english, { source, value, result }).isSaid
    expect(said('author.approvedCount == 0', 0, true)).toBe(true)
    expect(said('author.approvedCount == 0', 3, false)).toBe(false)
    expect(said('author.approvedCount < 1', 0, true)).toBe(false)
  })
})

describe("A finding of an owner's rule", () => {
  const leaf = (source: string, value: number, result: boolean) => {
    return { source, value, result, start: 0, end: 0 }
  }
  const said = {
    rule: 'r1',
    version: 2,
    detail: '"Loud": scores.spam > 0.5 (0.7). Look twice.',
    leaves: [leaf('scores.spam > 0.5', 0.7, true), leaf('scores.threat > 0.5', 0.1, false)],
  }

  test('names what was met, and keeps the note', () => {
    const { met, text } = findingInWords(german, { ...said, facts: { note: 'Look twice.' } })
    expect(met.map((one) => one.text)).toEqual(['Wert für Spam: mehr als 0,5'])
    expect(text).toBe('Look twice.')
  })

  test('that was kept without its note is shown as it was kept', () => {
    expect(findingInWords(german, said)).toEqual({ met: [], text: said.detail })
  })
})

test('a language is called by its name', () => {
  const facts = { lang: 'kk', lacking: ['toxicity'] }
  const finding = {
    rule: 'not_scored',
    detail: 'No score.',
    facts: { ...facts, says: 'not_scored' },
  }
  expect(findingInWords(german, { ...finding, version: 1 }).text).toBe(
    'Dieser Text (Sprache: Kasachisch) ließ sich nicht auf Toxizität prüfen.',
  )
  expect(textInWords(german, 'comment.lang', '')).toBe('unbekannt')
})

test('why a score is missing is said where it is not for the language', () => {
  const facts = { lang: '', lacking: ['spam', 'toxicity'], because: 'out_of_time' }
  const finding = { rule: 'not_scored', detail: '', version: builtInRulesVersion, facts }
  expect(findingInWords(german, finding).text).toBe(
    'Dieser Text ließ sich nicht bewerten. Die Bewertung dauerte zu lange und wurde abgebrochen.',
  )
})

test.each([
  ['client.honeypot', true, 'yes'],
  ['scores.insult', -1, 'unknown'],
  ['scores.insult', 0.0007289455122812639, '0.00'],
  ['comment.capsRatio', 0, '0%'],
  ['author.ageDays', 12.3456, '12.35'],
  ['article.tags', [], 'none'],
  ['article.section', '', 'none'],
  ['author.role', 'trusted', 'trusted author'],
  ['unheard.of', 'x', 'x'],
])('the value of %s, %j, is %j', (path, value, text) => {
  expect(valueInWords(english, path, value)).toBe(text)
})
