import { ownMessages } from '../../../training/own-messages'
import { randomFrom } from '../../../training/random'
import { sentenceOf } from '../../../training/sentence-grammar'

test('a pattern gives one of its choices, also of choices within choices, and fills in names', () => {
  const fillers = { sum: () => '$5' }
  const seen = new Set(
    Array.from({ length: 200 }, (_, seed) =>
      sentenceOf('[Pay|[Send|Give]] {sum} [|now]', fillers, randomFrom(seed * 7919)),
    ),
  )
  expect([...seen].sort()).toEqual([
    'Give $5',
    'Give $5 now',
    'Pay $5',
    'Pay $5 now',
    'Send $5',
    'Send $5 now',
  ])
})

test('a name that nothing fills is refused', () => {
  expect(() => sentenceOf('{nobody}', {}, randomFrom(1))).toThrow('Nothing fills {nobody}.')
})

test('the same seed gives the same own messages, with nothing of the patterns left in them', () => {
  const messages = ownMessages(randomFrom(1))
  expect(messages).toEqual(ownMessages(randomFrom(1)))
  expect(new Set(messages.map(({ source, spam }) => `${source} ${spam}`))).toEqual(
    new Set(['own_spam 1', 'own_ham 0']),
  )
  const left = messages.filter(({ text }) => /[{}|]/.test(text))
  expect(left).toEqual([])
})
