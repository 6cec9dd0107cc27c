import { type Features, featurise } from '../src/scoring/featurise'
import { viewsOf } from '../src/text/views'

/** The features of many texts, end to end: words, then parts of words, then style of each text. */
export type Examples = {
  count: number
  features: Uint32Array
  /** Where text `i` begins, and where its parts of words and its style begin. */
  starts: Uint32Array
  charStarts: Uint32Array
  styleStarts: Uint32Array
}

export type Reading = 'open' | 'masked'

function pack(list: Features[]): Examples {
  const total = list.reduce(
    (sum, { words, chars, style }) => sum + words.length + chars.length + style.length,
    0,
  )
  const examples: Examples = {
    count: list.length,
    features: new Uint32Array(total),
    starts: new Uint32Array(list.length + 1),
    charStarts: new Uint32Array(list.length),
    styleStarts: new Uint32Array(list.length),
  }
  let position = 0
  list.forEach(({ words, chars, style }, index) => {
    examples.starts[index] = position
    examples.features.set(words, position)
    examples.charStarts[index] = position + words.length
    examples.features.set(chars, position + words.length)
    examples.styleStarts[index] = position + words.length + chars.length
    examples.features.set(style, position + words.length + chars.length)
    position += words.length + chars.length + style.length
  })
  examples.starts[list.length] = position
  return examples
}

function featuresOf(text: string, reading: Reading): Features {
  return featurise(viewsOf(text))[reading]
}

/** Features of texts, by the very code that serves. */
export function examplesOf(texts: readonly string[], reading: Reading): Examples {
  const batches: Examples[] = []
  for (let start = 0; start < texts.length; start += 4096) {
    batches.push(pack(texts.slice(start, start + 4096).map((text) => featuresOf(text, reading))))
  }
  return join(batches)
}

/** Several sets as one, in order. */
export function join(sets: readonly Examples[]): Examples {
  const count = sets.reduce((sum, set) => sum + set.count, 0)
  const total = sets.reduce((sum, set) => sum + set.features.length, 0)
  const joined: Examples = {
    count,
    features: new Uint32Array(total),
    starts: new Uint32Array(count + 1),
    charStarts: new Uint32Array(count),
    styleStarts: new Uint32Array(count),
  }
  let row = 0
  let offset = 0
  for (const set of sets) {
    joined.features.set(set.features, offset)
    for (let index = 0; index < set.count; index++, row++) {
      joined.starts[row] = (set.starts[index] ?? 0) + offset
      joined.charStarts[row] = (set.charStarts[index] ?? 0) + offset
      joined.styleStarts[row] = (set.styleStarts[index] ?? 0) + offset
    }
    offset += set.features.length
  }
  joined.starts[count] = offset
  return joined
}
