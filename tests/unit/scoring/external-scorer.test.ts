import {
  externalScorerSchema,
  hostIsAllowed,
  withExternalScores,
} from '../../../src/scoring/external-scorer'
import {
  openaiCategories,
  outageOf,
  perspectiveAttributes,
  wires,
} from '../../../src/scoring/external-wire'
import { type ScoredText, scoreNames } from '../../../src/scoring/score'
import { noScores } from '../../../src/scoring/score-safely'
import { openaiReply, perspectiveReply } from '../../support/external-service'

const settings = (change: object = {}) =>
  externalScorerSchema.parse({ kind: 'perspective', url: 'https://api.example', ...change })

const scored = (scores: object) => ({ outcome: 'scored', scores })
const unavailable = (why: string) => ({ outcome: 'unavailable', why })

describe('Perspective', () => {
  const { request, read } = wires.perspective

  test('is asked for one text in its language, and not to keep it', () => {
    const { url, headers, body } = request(settings({ key: 'a&b=c' }), 'Nice <b>', 'de')
    expect(url.href).toBe('https://api.example/v1alpha1/comments:analyze?key=a%26b%3Dc')
    expect(headers).toEqual({})
    expect(body).toEqual({
      comment: { text: 'Nice <b>', type: 'PLAIN_TEXT' },
      languages: ['de'],
      requestedAttributes: {
        TOXICITY: {},
        INSULT: {},
        THREAT: {},
        IDENTITY_ATTACK: {},
        PROFANITY: {},
        SEXUALLY_EXPLICIT: {},
        SPAM: {},
      },
      doNotStore: true,
      dropUnsupportedAttributes: true,
    })
  })

  test.each(Object.entries(perspectiveAttributes))('%s counts for %p alone', (name, ours) => {
    const reply = read(JSON.stringify(perspectiveReply({ [name]: 0.25 })))
    expect(reply).toEqual(scored({ [String(ours)]: 0.25 }))
  })

  test('every score that we know has an attribute', () => {
    expect(Object.values(perspectiveAttributes).flat().toSorted()).toEqual(scoreNames.toSorted())
  })

  test('attributes that nobody asked for are passed over', () => {
    const reply = perspectiveReply({ TOXICITY: 1, FLIRTATION: 0.5 })
    expect(read(JSON.stringify(reply))).toEqual(scored({ toxicity: 1 }))
  })
})

describe('OpenAI moderation', () => {
  const { request, read } = wires.openai

  test('is asked for one text, the key in a header', () => {
    const { url, headers, body } = request(settings({ kind: 'openai', key: 'sk-1' }), 'Nice', 'de')
    expect(url.href).toBe('https://api.example/v1/moderations')
    expect(headers).toEqual({ authorization: 'Bearer sk-1' })
    expect(body).toEqual({ input: 'Nice' })
  })

  test.each([
    ['harassment', { insult: 0.25, toxicity: 0.25 }],
    ['harassment/threatening', { threat: 0.25, toxicity: 0.25 }],
    ['hate', { identity_attack: 0.25, toxicity: 0.25 }],
    ['hate/threatening', { identity_attack: 0.25, threat: 0.25, toxicity: 0.25 }],
    ['violence', { threat: 0.25 }],
    ['sexual', { sexual: 0.25 }],
    ['sexual/minors', { sexual: 0.25 }],
  ])('%s counts for %p', (name, ours) => {
    expect(read(JSON.stringify(openaiReply({ [name]: 0.25 })))).toEqual(scored(ours))
  })

  test('a score is the highest of the categories that count for it', () => {
    const values = Object.keys(openaiCategories).map((name, place) => [name, place / 10])
    expect(read(JSON.stringify(openaiReply(Object.fromEntries(values))))).toEqual(
      scored({ insult: 0, toxicity: 0.3, threat: 0.4, identity_attack: 0.3, sexual: 0.6 }),
    )
  })

  test('a category of another kind, or one without a value, is passed over', () => {
    const values = { sexual: 0.5, 'self-harm': 0.9, hate: null as unknown as number }
    expect(read(JSON.stringify(openaiReply(values)))).toEqual(scored({ sexual: 0.5 }))
  })
})

test.each([
  ['https://api.example/', 'https://api.example/v1/moderations'],
  ['https://api.example/v1', 'https://api.example/v1/moderations'],
  ['https://api.example/v1/', 'https://api.example/v1/moderations'],
  ['http://10.0.0.7:8080/our/scorer', 'http://10.0.0.7:8080/our/scorer/v1/moderations'],
])('the address %s leads to %s', (url, expected) => {
  expect(wires.openai.request(settings({ url }), '', 'en').url.href).toBe(expected)
})

describe('what is no reply', () => {
  const both = ['perspective', 'openai'] as const
  const garbage = ['', 'null', '[]', '{', '<html>', '"scores"', '[[[[', '{"results":[]}']

  test.each(both.flatMap((kind) => garbage.map((reply) => [kind, reply] as const)))(
    '%s: %p',
    (kind, reply) => {
      expect(wires[kind].read(reply)).toEqual(
        // an object without scores is how Perspective says that it has none
        unavailable(
          kind === 'perspective' && reply.endsWith('}') ? 'no score given' : 'reply not understood',
        ),
      )
    },
  )

  test.each([-0.1, 1.1, '0.5', [], { value: 1 }])('a score of %p', (value) => {
    const reply = 'reply not understood'
    const number = value as number
    expect(wires.perspective.read(JSON.stringify(perspectiveReply({ THREAT: number })))).toEqual(
      unavailable(reply),
    )
    expect(wires.openai.read(JSON.stringify(openaiReply({ hate: number })))).toEqual(
      unavailable(reply),
    )
  })

  test('scores for nothing that we know are none', () => {
    const none = unavailable('no score given')
    expect(wires.perspective.read(JSON.stringify(perspectiveReply({ FLIRTATION: 1 })))).toEqual(
      none,
    )
    expect(wires.openai.read(JSON.stringify(openaiReply({ illicit: 1 })))).toEqual(none)
  })

  test('names that mean something in JavaScript are names like any other', () => {
    const reply = '{"attributeScores":{"__proto__":{"summaryScore":{"value":1}},"constructor":1}}'
    expect(wires.perspective.read(reply)).toEqual(unavailable('no score given'))
  })
})

test.each([
  [301, 'redirected'],
  [307, 'redirected'],
  [400, 'text refused'],
  [413, 'text refused'],
  [422, 'text refused'],
  [401, 'status 401'],
  [429, 'status 429'],
  [500, 'status 500'],
  [204, 'status 204'],
])('status %p is "%s"', (status, why) => {
  expect(outageOf(status)).toBe(why)
})

describe('ours and theirs', () => {
  const own: ScoredText = {
    model: 'heads-1',
    scores: { ...noScores, toxicity: 0.4, spam: 0.9 },
    language: 'en',
    spans: [],
  }
  const reply = { outcome: 'scored' as const, scores: { toxicity: 0.6, spam: 0.1, sexual: 0 } }

  test('max: the higher one counts, and what only one of both knows', () => {
    const both = withExternalScores(own, { kind: 'openai', mode: 'max' }, reply)
    expect(both.scores).toEqual({ ...noScores, toxicity: 0.6, spam: 0.9, sexual: 0 })
    expect(both.model).toBe('heads-1+openai')
  })

  test('fill: theirs counts only where we have none', () => {
    const both = withExternalScores(own, { kind: 'perspective', mode: 'fill' }, reply)
    expect(both.scores).toEqual({ ...noScores, toxicity: 0.4, spam: 0.9, sexual: 0 })
    expect(both.model).toBe('heads-1+perspective')
  })

  test.each(['max', 'fill'] as const)('%s: an outage leaves ours and is named', (mode) => {
    const outage = { outcome: 'unavailable' as const, why: 'timeout' as const }
    const both = withExternalScores(own, { kind: 'perspective', mode }, outage)
    const model = 'heads-1 (perspective unavailable: timeout)'
    expect(both).toEqual({ ...own, model, failure: 'away' })
  })

  test('who was not asked was not allowed', () => {
    const { model } = withExternalScores(own, { kind: 'openai', mode: 'max' })
    expect(model).toBe('heads-1 (openai unavailable: host not allowed)')
  })
})

describe('hosts', () => {
  test.each([
    ['https://api.example/x', true],
    ['https://api.example:443', true],
    ['http://api.example', true],
    ['https://API.example', true],
    ['http://10.0.0.7:8080', true],
    ['https://api.example:8443', false],
    ['https://api.example.', false],
    ['https://other.api.example', false],
    ['https://api.example.evil.test', false],
    ['https://api.example@evil.test', false],
    ['http://10.0.0.7', false],
    ['http://[::ffff:10.0.0.7]:8080', false],
    ['http://evil.test\\@api.example', false],
  ])('%s: %p', (url, allowed) => {
    expect(hostIsAllowed(new URL(url), ['api.example', '10.0.0.7:8080'])).toBe(allowed)
  })

  test('a port that is named has to be the one', () => {
    expect(hostIsAllowed(new URL('https://api.example'), ['api.example:443'])).toBe(true)
    expect(hostIsAllowed(new URL('http://api.example'), ['api.example:443'])).toBe(false)
  })
})

test.each([
  { url: 'ftp://api.example' },
  { url: 'file:///etc/passwd' },
  { url: 'https://user:secret@api.example' },
  { url: 'https://api.example/?key=1' },
  { url: 'https://api.example/#a' },
  { key: 'two words' },
  { key: 'line\r\nx-injected: 1' },
  { timeout_ms: 99 },
  { timeout_ms: 3001 },
  { mode: 'min' },
  { kind: 'akismet' },
  { more: 1 },
])('%p is refused', (change) => {
  expect(() => settings(change)).toThrow()
})
