import {
  enrolmentAddress,
  openSecret,
  readTypedCode,
  recoveryCodeHash,
  recoveryCodeOf,
  sealSecret,
  secretInGroups,
  stepOfCode,
} from '../../../src/accounts/second-factor'
import { signInKeys } from '../../../src/accounts/sign-in'

const secret = Buffer.from('12345678901234567890')
const keys = signInKeys('a secret of the installation that is long enough')
const moderatorId = 'moderator-1'

describe('A code of the authenticator', () => {
  // RFC 6238, appendix B, SHA-1; the last six of its eight digits
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is the one of the RFC at second %d', (second, code) => {
    expect(stepOfCode(secret, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
  })

  test('may be one step early or late, and no more', () => {
    const at = (step: number) => new Date(step * 30_000)
    const steps = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, '287082', at(1 + off)))
    expect(steps).toEqual([undefined, 1, 1, 1, undefined])
  })

  test.each(['', '28708', '2870822', '000000', 'abcdef'])('is never "%s"', (code) => {
    expect(stepOfCode(secret, code, new Date(59_000))).toBeUndefined()
  })
})

describe('What somebody types', () => {
  test.each([
    ['287 082', { kind: 'code', code: '287082' }],
    [' 287082\n', { kind: 'code', code: '287082' }],
    ['２８７０８２', { kind: 'code', code: '287082' }],
    ['K7F2M-9QX4W', { kind: 'recovery', code: 'k7f2m9qx4w' }],
    ['k7f2m 9qxoI', { kind: 'recovery', code: 'k7f2m9qx01' }],
    ['287', undefined],
    ['', undefined],
  ])('as %j is read as it was meant', (text, read) => {
    expect(readTypedCode(text)).toEqual(read)
  })
})

test('a recovery code has 50 random bits, and its hash is for one person and one installation', () => {
  expect(recoveryCodeOf(Buffer.from([0, 31, 32, 63, 255, 1, 2, 3, 4, 5]))).toBe('0z0zz-12345')
  const hash = recoveryCodeHash(keys, moderatorId, '0z0zz-12345')
  expect(recoveryCodeHash(keys, moderatorId, '0Z0ZZ 12345')).toEqual(hash)
  expect(recoveryCodeHash(keys, 'moderator-2', '0z0zz-12345')).not.toEqual(hash)
  expect(recoveryCodeHash(signInKeys('another'), moderatorId, '0z0zz-12345')).not.toEqual(hash)
})

describe('A sealed secret', () => {
  const sealed = sealSecret(keys, secret, { moderatorId, nonce: Buffer.alloc(12, 7) })

  test('can be opened for its owner, and does not hold the secret', () => {
    expect(openSecret(keys, sealed, moderatorId)).toEqual(secret)
    expect(sealed.includes(secret)).toBe(false)
  })

  test('cannot be opened for somebody else, with another key, or when a bit was changed', () => {
    expect(openSecret(keys, sealed, 'moderator-2')).toBeUndefined()
    expect(openSecret(signInKeys('another'), sealed, moderatorId)).toBeUndefined()
    expect(openSecret(keys, Buffer.alloc(5), moderatorId)).toBeUndefined()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(openSecret(keys, changed, moderatorId)).toBeUndefined()
    }
  })
})

test('the app is told issuer, account and secret, and a person can type the secret', () => {
  const address = new URL(enrolmentAddress(secret, 'ana@daily.example'))
  expect(decodeURIComponent(address.pathname)).toBe('/Postbag:ana@daily.example')
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(secretInGroups(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
})
