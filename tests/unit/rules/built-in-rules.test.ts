import { builtInDetails, failures } from '../../../src/rules/built-in/details'
import { builtInRules } from '../../../src/rules/built-in-rules'
import type { Subject } from '../../../src/rules/rule'
import { runRules } from '../../../src/rules/run-rules'
import { scoreFailures } from '../../../src/scoring/score'
import { defaultSettings } from '../../../src/sites/settings'
import { subjectWith } from './subject'

/** What the rules say, as "rule:action:reason". */
function said(subject: Subject): string[] {
  return runRules(subject).map(({ rule, action, reason }) => `${rule}:${action}:${reason}`)
}

/** The texts under the spans of a rule's finding. */
function marked(subject: Subject, rule: string): string[] {
  const finding = runRules(subject).find((one) => one.rule === rule)
  return (finding?.spans ?? []).map((span) => subject.views.raw.slice(span.start, span.end))
}

const condolence = 'Rest in peace, Mr Okafor.'
const long =
  'Our street has waited for eleven years, and every spring somebody promises that the work on the sewer begins in autumn and is done by Easter at the latest.'

/** So many earlier copies, all from the network of this one. */
const copies = (count: number) => ({ duplicates24h: count, networkDuplicates24h: count })

test('an unremarkable comment gives no finding', () => {
  expect(said(subjectWith({}))).toEqual([])
})

test.each([
  [
    'a blocked word',
    { text: 'You CLOWN!', blocked: ['clown'] },
    'blocked_words:reject:blocked_word',
  ],
  [
    'a disguised blocked word, which may only hold',
    { text: 'You cl0wn!', blocked: ['clown'] },
    'blocked_words:hold:blocked_word',
  ],
  ['a suspect word', { text: 'You clown!', suspect: ['clown'] }, 'suspect_words:hold:suspect_word'],
  [
    'a suspect word in spaced letters',
    { text: 'You c l o w n', suspect: ['clown'] },
    'suspect_words:hold:suspect_word',
  ],
  [
    'a blocked domain',
    { text: 'see www.shop.evil.com/x', settings: { blocked_domains: ['evil.com'] } },
    'blocked_domains:reject:blocked_link',
  ],
  [
    'more links than allowed',
    { text: 'http://a.com http://b.com http://c.com', limits: { max_links: 2 } },
    'many_links:hold:links',
  ],
  [
    'so many links to trusted domains that not all were read',
    {
      text: `${'good.com '.repeat(50)}evil.com`,
      settings: { allowed_domains: ['good.com'] },
    },
    'many_links:hold:links',
  ],
  [
    'a link of a newcomer',
    { text: 'see http://a.com', author: { approvedCount: 0 } },
    'newcomer_link:hold:links',
  ],
  [
    'a newcomer where newcomers are held',
    { author: { approvedCount: 0 }, limits: { hold_newcomers: true } },
    'newcomer:hold:newcomer',
  ],
  ['the same text again', { comment: { duplicates24h: 1 } }, 'repeated_text:hold:duplicate'],
  [
    'W7: a short text by one author again and again',
    { text: condolence, comment: { ...copies(99), authorDuplicates24h: 99 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'W7: emoji by one author again and again',
    { text: '👍'.repeat(200), comment: { ...copies(99), authorDuplicates24h: 99 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'W7: a long text without a link from one network again and again',
    { text: long, comment: { ...copies(99), authorDuplicates24h: 2 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'W7: the third copy of a long text by one author',
    { text: long, comment: { ...copies(2), authorDuplicates24h: 2 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'the fourth copy of a long text by one author',
    { text: long, comment: { ...copies(3), authorDuplicates24h: 3 } },
    'repeated_text:spam:duplicate',
  ],
  [
    'the fourth copy of 119 letters by one author',
    { text: 'letters '.repeat(17), comment: { ...copies(3), authorDuplicates24h: 3 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'copies from one network at the limit of the owner, and one from another',
    {
      text: 'a.com',
      comment: { ...copies(20), duplicates24h: 21 },
      limits: { max_duplicates: 20 },
    },
    'repeated_text:hold:duplicate',
  ],
  [
    'the fourth copy of a notice of the staff',
    {
      text: 'a.com',
      author: { role: 'staff' as const },
      comment: { ...copies(3), authorDuplicates24h: 3 },
    },
    'repeated_text:hold:duplicate',
  ],
  [
    'the fourth copy of a long Chinese text by one author',
    { text: '你好'.repeat(20), comment: { ...copies(3), authorDuplicates24h: 3 } },
    'repeated_text:spam:duplicate',
  ],
  [
    'the fourth copy of a short Chinese text by one author',
    { text: '你好'.repeat(19), comment: { ...copies(3), authorDuplicates24h: 3 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'the fourth copy of a link by one author',
    { text: 'a.com', comment: { ...copies(3), authorDuplicates24h: 3 } },
    'repeated_text:spam:duplicate',
  ],
  [
    'the fourth copy of a link that moderators let through',
    { text: 'a.com', comment: { ...copies(3), authorDuplicates24h: 3, citedDomains: ['a.com'] } },
    'repeated_text:hold:duplicate',
  ],
  [
    'the tenth copy of a link from one network',
    { text: 'a.com', comment: copies(9) },
    'repeated_text:hold:duplicate',
  ],
  [
    'the eleventh copy of a link from one network',
    { text: 'a.com', comment: copies(10) },
    'repeated_text:spam:duplicate',
  ],
  [
    'a hundred copies of a link from anywhere',
    { text: 'a.com', comment: { ...copies(9), duplicates24h: 100 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'copies of one author just over the limit of the owner',
    {
      text: 'a.com',
      comment: { ...copies(6), authorDuplicates24h: 6 },
      limits: { max_duplicates: 5 },
    },
    'repeated_text:spam:duplicate',
  ],
  [
    'copies of one author at the limit of the owner, and one of another',
    {
      text: 'a.com',
      comment: { ...copies(5), duplicates24h: 6, authorDuplicates24h: 5 },
      limits: { max_duplicates: 5 },
    },
    'repeated_text:hold:duplicate',
  ],
  [
    'the same few words again',
    { text: 'I agree', comment: { duplicates24h: 3 } },
    'repeated_text:hold:duplicate',
  ],
  [
    'nearly the same text again and again',
    { comment: { nearDuplicates24h: 2 } },
    'similar_text:hold:duplicate',
  ],
  ['a flooding author', { author: { commentsLastHour: 8 } }, 'author_flooding:hold:flooding'],
  [
    'a flooding network',
    { client: { networkCommentsLastHour: 30 } },
    'network_flooding:hold:flooding',
  ],
  ['a blocked network', { client: { onBlocklist: true } }, 'blocked_network:hold:blocked_network'],
  [
    'a name like that of the site itself',
    {
      text: 'see https://dai1y.example/wall',
      settings: { origins: ['https://www.daily.example'] },
    },
    'suspicious_link:hold:links',
  ],
  [
    'a blocked domain written in another way',
    { text: 'https://bücher.example', settings: { blocked_domains: ['xn--bcher-kva.example'] } },
    'blocked_domains:reject:blocked_link',
  ],
  ['shouting', { text: 'STOP THE TRAIN NOW PLEASE' }, 'shouting:hold:shouting'],
  ['a text too short', { text: '!' }, 'too_short:hold:too_short'],
  ['a text too long', { text: 'word '.repeat(1001) }, 'too_long:hold:too_long'],
  ['a filled trap field', { client: { honeypot: true } }, 'honeypot:spam:automation'],
  ['a form sent at once', { client: { captchaSeconds: 1.5 } }, 'too_fast:hold:automation'],
  ['a high score for spam', { scores: { spam: 0.8 } }, 'score_spam:hold:spam'],
  [
    'a very high score for spam, which alone may only hold',
    { scores: { spam: 0.97 } },
    'score_spam:hold:spam',
  ],
  ['a high score for toxicity', { scores: { toxicity: 0.7 } }, 'score_toxicity:hold:toxicity'],
  ['no score at all', { scores: { spam: -1, toxicity: -1 } }, 'not_scored:hold:not_scored'],
  ['no score for spam', { scores: { spam: -1 } }, 'not_scored:hold:not_scored'],
  ['no score for toxicity', { scores: { toxicity: -1 } }, 'not_scored:hold:not_scored'],
])('%s is found, and nothing else', (_, change, expected) => {
  expect(said(subjectWith(change))).toEqual([expected])
})

test.each([
  ['a word that only contains a blocked one', { text: 'The clownfish swims', blocked: ['clown'] }],
  [
    'links to pages of the site itself',
    {
      text: 'https://www.daily.example/a and https://daily.example/b',
      settings: { origins: ['https://www.daily.example'] },
      author: { approvedCount: 0 },
    },
  ],
  [
    'an allowed host that would hide or pretend',
    { text: 'https://t.co/x', settings: { allowed_domains: ['t.co'] } },
  ],
  [
    'a trusted author in a blocked network',
    { client: { onBlocklist: true }, author: { role: 'trusted' as const } },
  ],
  [
    'links to allowed domains',
    {
      text: 'http://a.com http://www.a.com http://b.a.com http://a.com/2',
      settings: { allowed_domains: ['a.com'] },
      author: { approvedCount: 0 },
    },
  ],
  [
    'a domain that only ends alike',
    { text: 'notevil.com', settings: { blocked_domains: ['evil.com'] } },
  ],
  ['a newcomer without a link', { author: { approvedCount: 0 } }],
  [
    'a link of trusted people',
    { text: 'a.com', author: { approvedCount: 0, role: 'staff' as const } },
  ],
  ['flooding by staff', { author: { commentsLastHour: 99, role: 'staff' as const } }],
  ['one near copy', { comment: { nearDuplicates24h: 1 } }],
  ['a form of an unknown age', { client: { captchaSeconds: -1 } }],
  [
    'a missing score where it is not asked for',
    { scores: { spam: -1, toxicity: -1 }, settings: { unscored: 'default' as const } },
  ],
  ['an identity attack, which has no limit of its own', { scores: { identity_attack: 1 } }],
  ['other missing scores', { scores: { insult: -1, threat: -1, sexual: -1 } }],
  ['a score without a limit', { scores: { insult: 0.99 } }],
])('%s is fine', (_, change) => {
  expect(said(subjectWith(change))).toEqual([])
})

test('a limit of null switches its rule off', () => {
  const limits = Object.fromEntries(
    Object.keys(defaultSettings.limits).map((name) => [name, null]),
  ) as unknown as typeof defaultSettings.limits
  const subject = subjectWith({
    text: `A ${'HTTP://A.COM '.repeat(600)}`,
    comment: { duplicates24h: 9, nearDuplicates24h: 9 },
    author: { commentsLastHour: 99 },
    client: { networkCommentsLastHour: 99, captchaSeconds: 0 },
    limits: { ...limits, newcomer_links: false, hold_newcomers: false },
  })
  expect(said(subject)).toEqual([])
})

test('every score has its limits, and the strongest action wins', () => {
  const all = { hold: 0.5, spam: 0.7, reject: 0.9 }
  const thresholds = { ...defaultSettings.thresholds, threat: all, identity_attack: { hold: 0.5 } }
  const settings = { thresholds }
  const scores = { threat: 0.95, identity_attack: 0.99 }
  expect(said(subjectWith({ settings, scores }))).toEqual([
    'score_threat:reject:threat',
    'score_identity_attack:hold:hate_speech',
  ])
})

test('a score of exactly the limit crosses it', () => {
  expect(said(subjectWith({ scores: { spam: 0.7 } }))).toEqual(['score_spam:hold:spam'])
  expect(said(subjectWith({ scores: { spam: 0.69 } }))).toEqual([])
})

test('all findings are kept, in the order of the rules', () => {
  const subject = subjectWith({
    text: 'CLOWN LINK HTTP://A.COM AND HTTP://B.COM AND HTTP://C.COM',
    blocked: ['clown'],
    client: { honeypot: true },
  })
  expect(said(subject)).toEqual([
    'honeypot:spam:automation',
    'blocked_words:reject:blocked_word',
    'many_links:hold:links',
    'shouting:hold:shouting',
  ])
})

test('findings mark the words in the text as typed', () => {
  const words = subjectWith({ text: 'Ein ＣＬＯＷＮ, ein c\u200blown! İx', blocked: ['clown'] })
  expect(marked(words, 'blocked_words')).toEqual(['ＣＬＯＷＮ', 'c\u200blown'])
  const disguised = subjectWith({ text: 'so ein c.l.0.w.n, ja', blocked: ['clown'] })
  expect(marked(disguised, 'blocked_words')).toEqual(['c.l.0.w.n'])
  const links = subjectWith({ text: 'ß (http://a.com) b.com, c.com', limits: { max_links: 1 } })
  expect(marked(links, 'many_links')).toEqual(['http://a.com', 'b.com', 'c.com'])
})

test('the detail says what was seen and what the limit is', () => {
  const [finding] = runRules(subjectWith({ author: { commentsLastHour: 8 } }))
  expect(finding?.detail).toBe(
    'Its author posted 8 other comments in the last hour; the limit is 8 an hour.',
  )
  expect(finding?.facts).toEqual({ count: 8, limit: 8 })
  const [score] = runRules(subjectWith({ scores: { spam: 0.8 } }))
  expect(score?.detail).toBe('Its score for spam is 0.80; from 0.7 on: hold.')
  expect(score?.facts).toEqual({ score: 'spam', value: 0.8, limit: 0.7, action: 'hold' })
})

test('a text whose scorer failed is held whatever the owner says of missing scores', () => {
  const scores = { spam: -1, toxicity: -1 }
  const settings = { unscored: 'default' as const }
  expect(said(subjectWith({ scores, settings, comment: { lang: '' } }))).toEqual([
    'not_scored:hold:not_scored',
  ])
  expect(said(subjectWith({ scores, settings }))).toEqual([])
  for (const scoreFailure of scoreFailures)
    expect(said({ ...subjectWith({ scores, settings }), scoreFailure })).toEqual([
      'not_scored:hold:not_scored',
    ])
})

test('what could not be scored is named', () => {
  const said = (scores: object) => runRules(subjectWith({ scores }))[0]
  expect(said({ spam: -1 })).toMatchObject({
    detail: 'No score for spam could be given to a text in "en".',
    facts: { lang: 'en', lacking: ['spam'] },
  })
  expect(said({ toxicity: -1 })?.detail).toContain('No score for toxicity could')
  expect(said({ spam: -1, toxicity: -1 })?.detail).toContain('No score could')
  const late = { ...subjectWith({ scores: { spam: -1 } }), scoreFailure: 'out_of_time' as const }
  expect(runRules(late)[0]).toMatchObject({
    detail: expect.stringContaining('took too long'),
    facts: { because: 'out_of_time' },
  })
})

test('every rule has a sentence that other languages can say from its facts', () => {
  const names = builtInRules.map(({ name }) => (name.startsWith('score_') ? 'score' : name))
  const all = [...new Set(names), ...Object.keys(failures)]
  expect(Object.keys(builtInDetails).sort()).toEqual(all.sort())
})

test('a rule that fails holds the comment and the others still speak', () => {
  const broken = {
    name: 'broken',
    title: 'Broken',
    explain: '',
    judge: () => {
      throw new Error('no luck')
    },
  }
  const findings = runRules(subjectWith({ client: { honeypot: true } }), [broken, ...builtInRules])
  expect(findings.map(({ rule, action, reason }) => [rule, action, reason])).toEqual([
    ['broken', 'hold', 'rule_error'],
    ['honeypot', 'spam', 'automation'],
  ])
  expect(findings[0]?.detail).toBe('The rule "Broken" could not be run: no luck')
})

test('every rule explains itself and has a name of its own', () => {
  expect(new Set(builtInRules.map((rule) => rule.name)).size).toBe(builtInRules.length)
  for (const rule of builtInRules) {
    expect(rule.name).toMatch(/^[a-z_]+$/)
    expect(rule.title).not.toBe('')
    expect(rule.explain).toMatch(/^[A-Z].*\.$/)
  }
})
