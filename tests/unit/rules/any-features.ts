import fc from 'fast-check'
import type { Features } from '../../../src/rules/features'
import { fieldPaths, fields } from '../../../src/rules/fields'

export const text = fc.string({ unit: 'binary', maxLength: 12 })
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, 1, 0.5, NaN, Infinity))

function valueFor(path: (typeof fieldPaths)[number]): fc.Arbitrary<unknown> {
  const { type } = fields[path]
  if (type === 'string') return text
  if (type === 'bool') return fc.boolean()
  return type === 'list<string>' ? fc.array(text, { maxLength: 60 }) : number
}

/** Any feature object of the right shape, however unlikely. */
export const anyFeatures = fc
  .record(Object.fromEntries(fieldPaths.map((path) => [path, valueFor(path)])))
  .map((values) => {
    const features: Record<string, unknown> = {}
    for (const [path, value] of Object.entries(values)) {
      const [root = '', key] = path.split('.')
      if (key === undefined) features[root] = value
      else features[root] = { ...(features[root] as object | undefined), [key]: value }
    }
    return features as Features
  })
