import { cardModel, type Names, noContext } from '../../../src/console/card-model'
import { findingInWords } from '../../../src/console/finding-words'
import { blindCard } from '../../../src/console/review-model'
import { scoreViews, scoreWord } from '../../../src/console/score-words'
import { english } from '../../../src/console/words/en/english'
import { wordsOf } from '../../../src/console/words/words'
import type { QueueItem } from '../../../src/moderation/queue.store'
import { builtInRulesVersion } from '../../../src/rules/built-in-rules'
import type { Finding } from '../../../src/rules/finding'

const names: Names = {
  actors: new Map([['moderator:1', 'Ana']]),
  rules: new Map([['r1', { name: 'Link of a newcomer', isDeleted: false }]]),
  me: 'moderator:2',
  words: english,
}
const item: QueueItem = {
  ...{ id: 'c1', site: 'daily', article: { slug: 'wall', title: 'The wall' }, parent_id: null },
  ...{ author: 'Ada', body: 'It leans.', status: 'held', version: 3, created_at: new Date(0) },
  ...{
    edited_at: null,
    scores: {},
    findings: [],
    reason: null,
    priority: 10,
    risk: -1,
    reports: 0,
  },
  ...{ appeal: null, claimed_by: null, claim_until: null, queue: 'default' },
}
const finding: Finding = {
  ...{ rule: 'suspect_words', version: 1, mode: 'live', action: 'hold', reason: 'suspect_word' },
  ...{ priority: 60, detail: 'It contains "leans".', spans: [{ start: 3, end: 8 }] },
}

const textOf = (...said: Parameters<typeof findingInWords>) => findingInWords(...said).text

describe('A card', () => {
  test('says a finding of a built-in rule in the language of the page, an older one as it was kept', () => {
    const details = { ...english.details, suspect_words: () => 'Es enthält „leans“.' }
    const words = { ...english, details }
    const kept = { ...finding, facts: { named: ['leans'], others: 0 } }
    expect(textOf(words, { ...kept, version: builtInRulesVersion })).toBe('Es enthält „leans“.')
    expect(textOf(words, { ...kept, version: 0 })).toBe(finding.detail)
    expect(textOf(words, finding)).toBe(finding.detail)
  })

  test('says that a rule failed in the language of the page, whoever wrote the rule', () => {
    const failed = {
      ...finding,
      rule: 'r1',
      facts: { says: 'rule_failed', name: 'x', problem: 'y' },
    }
    expect(textOf(wordsOf('de'), failed)).toBe('Die Regel konnte nicht ausgeführt werden.')
    expect(textOf(english, failed)).toBe('The rule "x" could not be run: y')
  })

  test('leads to the page of a rule, unless it is deleted or built in', () => {
    const hrefOf = (rule: string, isDeleted: boolean) =>
      cardModel({ ...item, findings: [{ ...finding, rule, spans: [] }] }, undefined, {
        ...names,
        rules: new Map([['r1', { name: 'Link of a newcomer', isDeleted }]]),
      }).why[0]?.href
    expect(hrefOf('r1', false)).toMatch(/^\/console\/rules\/daily\/r1$/)
    expect(hrefOf('r1', true)).toBeUndefined()
    expect(hrefOf('suspect_words', false)).toBeUndefined()
  })

  test('names rules by their titles and leaves out what the title says', () => {
    const own = {
      ...finding,
      rule: 'r1',
      reason: 'links' as const,
      detail: '"Link of a newcomer": size > 0 (1).',
    }
    const { why } = cardModel(
      {
        ...item,
        findings: [
          { ...finding, spans: [] },
          { ...own, spans: [] },
        ],
      },
      undefined,
      names,
    )
    expect(why.map(({ title, reason, said }) => [title, reason, said.text])).toEqual([
      ['Suspect words', '', 'It contains "leans".'],
      ['Link of a newcomer', 'Links', 'size > 0 (1).'],
    ])
  })

  test('marks what the rules point at', () => {
    const { text } = cardModel(
      { ...item, findings: [{ ...finding, spans: [...finding.spans] }] },
      undefined,
      names,
    )
    expect(text.shown).toEqual([
      { text: 'It ', labels: [] },
      { text: 'leans', labels: ['Suspect words'] },
      { text: '.', labels: [] },
    ])
  })

  const scored = { ...item, scores: { spam: 0.95, toxicity: 0.4, insult: 0.7 } }
  const spans = [
    { start: 3, end: 8, score: 'spam' as const, value: 0.5 },
    { start: 0, end: 2, score: 'toxicity' as const, value: 0.3 },
    { start: 3, end: 8, score: 'insult' as const, value: 0.1 },
  ]
  const context = { ...noContext, scoreSpans: spans }
  const pieces = (asked: Names, one: QueueItem = scored) =>
    cardModel(one, context, asked).text.shown.filter(({ labels }) => labels.length > 0)

  test('marks the words that made the scores that are likely, spam too, and covers none of them', () => {
    const leans = { text: 'leans', labels: ['Spam', 'Insult'], isOfScore: true, staysOpen: true }
    expect(pieces(names)).toEqual([leans])
    expect(pieces({ ...names, words: wordsOf('de') })[0]?.labels).toEqual(['Spam', 'Beleidigung'])
    expect(pieces({ ...names, masksWords: true })).toEqual([
      { text: 'It', labels: ['Toxicity'], isOfScore: true },
      leans,
    ])
    expect(pieces(names, item)).toEqual([])
  })

  test('lets the mark of a rule go before that of a score', () => {
    expect(pieces(names, { ...scored, findings: [finding] })).toEqual([
      { text: 'leans', labels: ['Suspect words', 'Spam', 'Insult'] },
    ])
  })

  test('of a second review leaves the words of the scores unmarked', () => {
    const asked = { ...scored, decisionId: 'd1', commentId: 'c1', createdAt: new Date(0) }
    expect(blindCard(asked, context, names).text.shown).toEqual([{ text: 'It leans.', labels: [] }])
  })

  test('of a second review says nothing of what came after it and beside it', () => {
    const said = { id: 'c2', status: 'approved' as const }
    const context = {
      ...noContext,
      replies: 1,
      firstReplies: [{ ...said, author: 'Ben', body: 'It does.' }],
      outcomes: [{ ...said, createdAt: new Date(0) }],
    }
    const asked = { ...item, decisionId: 'd1', commentId: 'c1', createdAt: new Date(0) }
    expect(blindCard(asked, context, names)).toMatchObject({
      replies: 0,
      firstReplies: [],
      outcomes: [],
    })
    expect(cardModel(item, context, names)).toMatchObject({ replies: 1, outcomes: [said] })
  })

  test('knows who is on it', () => {
    const claim = (claimed_by: string | null) =>
      cardModel({ ...item, claimed_by }, undefined, names).claim
    expect(claim(null)).toBeNull()
    expect(claim('moderator:1')).toEqual({ name: 'Ana', isMine: false })
    expect(claim('moderator:2')).toEqual({ name: '', isMine: true })
  })

  test('folds a long text, but not for a few words', () => {
    const rest = (length: number) =>
      cardModel({ ...item, body: 'x'.repeat(length) }, undefined, names).text.restLength
    expect([rest(900), rest(1200), rest(1201)]).toEqual([0, 0, 301])
  })
})

describe('Scores in words', () => {
  test.each([
    [-1, 'not-scored'],
    [0, 'low'],
    [0.3, 'possible'],
    [0.6, 'likely'],
    [0.9, 'very-likely'],
  ])('%d is %s', (value, word) => {
    expect(scoreWord(value)).toBe(word)
  })

  test('an absent score is not scored, never low', () => {
    expect(scoreViews({ spam: 0.7 })[0]).toEqual({ name: 'spam', value: 0.7, word: 'likely' })
    expect(
      scoreViews({ spam: 0.7 })
        .slice(1)
        .every(({ word }) => word === 'not-scored'),
    ).toBe(true)
  })
})

test.each([
  [30_000, 'just now'],
  [5 * 60_000, '5 min ago'],
  [192 * 60_000, '3 h 12 min ago'],
  [72 * 3_600_000, '3 days ago'],
])('%d ms are %s', (ms, words) => {
  expect(english.ago(new Date(0), new Date(ms))).toBe(words)
})
