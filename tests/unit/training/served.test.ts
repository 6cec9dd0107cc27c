import { readHeads } from '../../../src/scoring/heads.store'
import { servedBy } from '../../../training/served'

const insult = 'Pathetic, stupid idiot!'

test('an insult that the language step takes for another language counts as not found', () => {
  const head = readHeads().find(({ card }) => card.name === 'toxicity.en')
  if (!head) throw new Error('There is no English head for toxicity.')
  const serve = servedBy(head, (text) => [[text.startsWith('der hund') ? 'de' : 'en', 1]], 0.5)
  const [calm, disguised] = ['The bridge opens in May.', `Der Hund bellt laut. ${insult}`]
  expect(serve([insult, calm])).toEqual({ readAsEnglish: 1, flagged: 0.5 })
  expect(serve([insult, disguised])).toEqual({ readAsEnglish: 0.5, flagged: 0.5 })
})
