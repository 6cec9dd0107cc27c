import { errorWords } from '../../../src/web/error-words'
import { shortened } from '../../../src/web/summary'
import { ageWords, countWords, dateTimeWords, dateWords } from '../../../src/web/time-words'

describe('Times', () => {
  const now = new Date('2026-05-02T12:00:00Z')

  it.each([
    ['2026-05-02T12:00:30Z', 'just now'],
    ['2026-05-02T11:59:30Z', 'just now'],
    ['2026-05-02T11:59:00Z', '1 minute ago'],
    ['2026-05-02T11:01:00Z', '59 minutes ago'],
    ['2026-05-02T11:00:00Z', '1 hour ago'],
    ['2026-05-01T12:01:00Z', '23 hours ago'],
    ['2026-05-01T12:00:00Z', '1 May 2026'],
    ['2025-12-31T23:59:59Z', '31 December 2025'],
    ['2026-06-02T12:00:00Z', '2 June 2026'],
  ])('%s is %s', (at, words) => {
    expect(ageWords(new Date(at), now)).toBe(words)
  })

  it('are in UTC, whatever the time zone of the machine', () => {
    expect(dateWords(new Date('2026-03-05T23:59:00Z'))).toBe('5 March 2026')
    expect(dateTimeWords(new Date('2026-03-05T04:07:00Z'))).toBe('5 March 2026, 04:07 UTC')
  })
})

describe('Counts', () => {
  it.each([
    [0, '0 comments'],
    [1, '1 comment'],
    [999, '999 comments'],
    [1254, '1,254 comments'],
    [1234567, '1,234,567 comments'],
  ])('%i is %s', (count, words) => {
    expect(countWords(count, 'comment')).toBe(words)
  })
})

describe('A shortened text', () => {
  it.each([
    ['Short enough', 12, 'Short enough'],
    ['One two, three four', 10, 'One two …'],
    ['Unbreakableword', 5, 'Unbre …'],
    ['ab😀cdef', 3, 'ab …'],
  ])('%j at %i is %j', (text, maxLength, expected) => {
    expect(shortened(text, maxLength)).toBe(expected)
  })
})

describe('Error pages', () => {
  it.each([400, 403, 404, 405, 409, 413, 415, 418, 422, 429, 500, 502, 503, 504])(
    'have words for %i',
    (status) => {
      const { title, explanation } = errorWords(status)
      expect(title).not.toBe('')
      expect(explanation).toMatch(/\.$/)
    },
  )
})
