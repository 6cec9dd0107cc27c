import fc from 'fast-check'
import { normalEmail, readEmail } from '../../../src/accounts/email'
import { spellingsOf } from '../../support/spellings'

const addresses = ['ana@daily.example', 'jürgen+desk@zeitung.example', "o'neil_1@x-y.example"]

describe('An e-mail address', () => {
  test('S2: has the same normal form for all its spellings', () => {
    const spelling = fc
      .constantFrom(...addresses)
      .chain((email) => spellingsOf(email).map((spelt) => ({ email, spelt })))
    fc.assert(
      fc.property(spelling, ({ email, spelt }) => {
        expect(normalEmail(spelt)).toBe(email)
      }),
    )
  })

  test('S2: has a normal form that normalizes to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(normalEmail(normalEmail(text))).toBe(normalEmail(text))
      }),
    )
  })

  test.each([
    ['ana@daily.example', 'anna@daily.example'],
    ['ana@daily.example', 'ana@dailý.example'],
    ['ana+a@daily.example', 'ana@daily.example'],
  ])('S2: %s is not %s', (one, other) => {
    expect(normalEmail(one)).not.toBe(normalEmail(other))
  })

  test('S2: is also looked up in the form that the previous release stored', () => {
    const { normal, legacy } = readEmail(' Ｊü\0rgen@daily.example ')
    expect(legacy).toBe('ｊürgen@daily.example')
    expect(normal).toBe('jürgen@daily.example')
  })
})
