import { readHeads } from '../../../src/scoring/heads.store'
import { modelOf } from '../../../src/scoring/heads-model'

const heads = readHeads()
const [first, ...rest] = heads
if (!first) throw new Error('There are no heads.')

test('the same heads have the same name', () => {
  expect(modelOf(heads)).toMatch(/^postbag-heads-[0-9a-f]{8}$/)
  expect(modelOf(readHeads())).toBe(modelOf(heads))
})

test('a number that changed changes the name, wherever it stands', () => {
  const packed = first.packed.slice()
  packed[7] = (packed[7] ?? 0) ^ 1
  const { calibration } = first.card
  const others = [
    { ...first, packed },
    { ...first, card: { ...first.card, bias: first.card.bias + 1e-9 } },
    { ...first, card: { ...first.card, normaliser_version: first.card.normaliser_version + 1 } },
    { ...first, card: { ...first.card, hash_version: first.card.hash_version + 1 } },
    { ...first, card: { ...first.card, calibration: { ...calibration, slope: 0.5 } } },
  ].map((head) => modelOf([head, ...rest]))
  expect(new Set([modelOf(heads), modelOf(rest), ...others]).size).toBe(7)
})

test('what a card tells of quality does not', () => {
  const card = { ...first.card, weaknesses: ['Irony.'], metrics: { area: 0.5 } }
  expect(modelOf([{ ...first, card }, ...rest])).toBe(modelOf(heads))
})
