import * as fc from 'fast-check'
import { countHidden, markedPieces, splitPieces } from '../../../src/console/marked-text'
import { fastestRunMs } from '../../support/fastest-run'

const mark = (start: number, end: number, label = 'rule') => ({ start, end, label })
const shown = (text: string, ...marks: ReturnType<typeof mark>[]) =>
  markedPieces(text, marks)
    .map((piece) => (piece.labels.length > 0 ? `[${piece.text}]` : piece.text))
    .join('')

describe('Marks in a text', () => {
  test.each([
    ['none', 'abc', [], 'abc'],
    ['one', 'a bad word', [mark(2, 5)], 'a [bad] word'],
    ['the whole text', 'bad', [mark(0, 3)], '[bad]'],
    ['two that touch, of one rule', 'abcd', [mark(0, 2), mark(2, 4)], '[abcd]'],
    ['beyond the end', 'abc', [mark(1, 99)], 'a[bc]'],
    ['before the start', 'abc', [mark(-9, 1)], '[a]bc'],
    ['turned round', 'abc', [mark(2, 1)], 'abc'],
    ['empty', 'abc', [mark(1, 1)], 'abc'],
    ['not numbers', 'abc', [mark(Number.NaN, 2)], '[ab]c'],
    ['within a surrogate pair', 'a😀b', [mark(2, 4)], 'a[😀b]'],
  ])('%s', (_, text, marks, expected) => {
    expect(shown(text, ...marks)).toBe(expected)
  })

  test('nested and overlapping ones say what each stretch is', () => {
    expect(
      markedPieces('abcdef', [mark(0, 4, 'one'), mark(1, 2, 'two'), mark(3, 6, 'three')]),
    ).toEqual([
      { text: 'a', labels: ['one'] },
      { text: 'b', labels: ['one', 'two'] },
      { text: 'c', labels: ['one'] },
      { text: 'd', labels: ['one', 'three'] },
      { text: 'ef', labels: ['three'] },
    ])
  })

  test('no character is lost, doubled or torn, whatever the marks', () => {
    const marks = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 60 }),
        end: fc.integer({ min: -5, max: 60 }),
        label: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 30 },
    )
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(text, marks, fc.nat(50), (body, some, limit) => {
        const pieces = markedPieces(body, some)
        const split = splitPieces(pieces, limit)
        for (const parts of [pieces, [...split.shown, ...split.rest]]) {
          expect(parts.map((piece) => piece.text).join('')).toBe(body)
          expect(parts.every((piece) => piece.text.isWellFormed())).toBe(true)
        }
      }),
    )
  })

  test('a long text with thousands of marks is cut in no time', () => {
    const marks = Array.from({ length: 10_000 }, (_, at) => mark(at, at + 7, String(at % 5)))
    const work = () => markedPieces('x'.repeat(20_000), marks)
    expect(fastestRunMs(work, 500)).toBeLessThan(500)
  })
})

describe('Hidden characters', () => {
  test.each([
    ['plain text', 0],
    ['a\u200bb\u202ec', 2],
    ['\u{1F468}\u200D\u{1F469} family', 0],
    ['می\u200cخواهم', 0],
    ['ad\u00admin\ufeff', 2],
  ])('%j: %d', (text, count) => {
    expect(countHidden(text)).toBe(count)
  })
})
