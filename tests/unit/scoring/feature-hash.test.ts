import { hashPair, hashText, hashVersion } from '../../../src/scoring/feature-hash'
import { featurise, normaliserVersion } from '../../../src/scoring/featurise'
import { viewsOf } from '../../../src/text/views'

const versions = `hash ${hashVersion}, normaliser ${normaliserVersion}`

// When one of these changes, every head scores noise: raise the version and train again.
const goldenTexts = [
  'Hello world!',
  'You are an id1ot, f**k off @bob http://www.example.com/a?b=c',
  'b.a.s.t.a.r.d and i d i o t and аsshole, stuuuupid',
  'Call 202-555-0142 or write to a.b@example.org, only $99 NOW!!!',
  'Ça va? Größe, naïve &amp; señor 😀',
  '그는 바보다. Привет мир. مرحبا بالعالم',
  'I am a gay person. My neighbour is Muslim.',
]

function fingerprint(text: string): string {
  const { open, masked } = featurise(viewsOf(text))
  const numbers = [open.words, open.chars, open.style, masked.words, masked.chars]
  const joined = numbers.map((list) => list.join(' ')).join('|')
  return `${numbers.map((list) => list.length).join(' ')} ${hashText(joined, 0, joined.length, 0).toString(16)}`
}

test('the hash of a text never changes', () => {
  expect(hashText('idiot', 0, 5, 0x811c9dc5)).toMatchInlineSnapshot(`2188289932`)
  expect(hashText('an idiot', 3, 8, 0x811c9dc5)).toBe(hashText('idiot', 0, 5, 0x811c9dc5))
  expect(hashText('바보', 0, 2, 1)).toMatchInlineSnapshot(`1655121788`)
  expect(hashPair(1, 2)).toMatchInlineSnapshot(`3392900648`)
  expect(hashPair(2, 1)).not.toBe(hashPair(1, 2))
})

test('the features of the golden texts are those that the heads were trained on', () => {
  expect([versions, ...goldenTexts.map(fingerprint)]).toMatchInlineSnapshot(`
[
  "hash 1, normaliser 1",
  "7 24 2 7 24 dd905089",
  "21 51 3 21 51 26b5b0ec",
  "13 78 2 13 78 4ef0d954",
  "23 48 5 23 48 e3d6d55b",
  "15 48 2 15 48 1876d686",
  "13 66 1 13 66 a9112a93",
  "19 69 1 18 48 a0fab5d4",
]
`)
})
