import { isUnspaced, wordsOf } from '../../../src/text/words'

test.each([
  ['words', 'one two, three.', ['one', 'two', 'three']],
  [
    'apostrophes inside',
    "don't 'quoted' rock'n'roll boys'",
    ["don't", 'quoted', "rock'n'roll", 'boys'],
  ],
  ['digits', 'covid19 3 4x4', ['covid19', '3', '4x4']],
  ['hyphens and underscores', 'well-known snake_case', ['well', 'known', 'snake', 'case']],
  ['Russian', 'мы живём', ['мы', 'живём']],
  ['marks', 'हिन्दी में', ['हिन्दी', 'में']],
  ['Chinese', '今天很好,是的', ['今天很好', '是的']],
  ['Japanese with Latin', '新しいiphoneです', ['新しい', 'iphone', 'です']],
  ['Thai', 'ไม่ดี เลย', ['ไม่ดี', 'เลย']],
  ['Korean', '한국어 공부', ['한국어', '공부']],
  ['letters beyond the first plane', '𠀀𠀁 a', ['𠀀𠀁', 'a']],
  ['no words', ' !? 😀 ', []],
  ['nothing', '', []],
])('finds the words of a text: %s', (_, text, expected) => {
  expect(wordsOf(text).map((word) => word.text)).toEqual(expected)
})

test('says where they stand', () => {
  expect(wordsOf('so, it’s «да»')).toEqual([
    { text: 'so', start: 0, end: 2 },
    { text: 'it', start: 4, end: 6 },
    { text: 's', start: 7, end: 8 },
    { text: 'да', start: 10, end: 12 },
  ])
})

test('knows scripts that put no spaces between words', () => {
  expect(['中', 'の', 'ไ', 'a', 'я', '한'].map(isUnspaced)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
