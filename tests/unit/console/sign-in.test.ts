import { normalEmail } from '../../../src/accounts/email'
import { passwordProblem } from '../../../src/accounts/password-rules'
import {
  attemptOf,
  deviceCookieOf,
  type Failures,
  isThrottled,
  signInKeys,
} from '../../../src/accounts/sign-in'

const keys = signInKeys('a secret of the installation that is long enough')
const cookie = deviceCookieOf(keys, 'moderator-1', 'nonce')
const from = { address: '203.0.113.7', deviceCookie: undefined }
const ana = { moderatorId: 'moderator-1' }
const none: Failures = { ofAccountFromSource: 0, fromSource: 0, ofAccount: 0 }

describe('Whose wrong passwords are counted together', () => {
  const sourceOf = (part: object) => attemptOf(keys, ana, { ...from, ...part }).sourceKey
  test('those of one network, whoever is in it', () => {
    expect(sourceOf({ address: '203.0.113.99' })).toEqual(sourceOf({}))
    expect(sourceOf({ address: '203.0.114.7' })).not.toEqual(sourceOf({}))
  })

  test('a browser that has signed in to the account is counted apart', () => {
    expect(attemptOf(keys, ana, { ...from, deviceCookie: cookie }).isKnownDevice).toBe(true)
  })

  test.each([
    ['of somebody else', deviceCookieOf(keys, 'moderator-2', 'nonce')],
    [
      'of another installation',
      deviceCookieOf(signInKeys('another secret'), 'moderator-1', 'nonce'),
    ],
    ['that was changed', cookie.replace('nonce', 'other')],
    ['that is none', '.'],
    ['that is empty', ''],
  ])('but not by a cookie %s', (_, deviceCookie) => {
    expect(attemptOf(keys, ana, { ...from, deviceCookie }).isKnownDevice).toBe(false)
  })

  test('what is kept names neither the address nor the network', () => {
    const email = normalEmail('ana@daily.example')
    const { accountKey, sourceKey } = attemptOf(keys, { email }, from)
    const kept = Buffer.concat([accountKey, sourceKey]).toString('latin1')
    expect(kept).not.toMatch(/ana|203/)
  })
})

describe('The network of a guess', () => {
  const guessFrom = (part: object) => attemptOf(keys, ana, { ...from, ...part })
  const placeOf = (part: object) => guessFrom(part).place
  test.each([
    ['203.0.113.7', '203.0.113.99', true],
    ['203.0.113.7', '::ffff:203.0.113.9', true],
    ['203.0.113.7', '203.0.114.7', false],
    ['2001:db8:1:2::7', '2001:db8:1:ffff::9', true],
    ['2001:db8:1:2::7', '2001:db8:1:2::7%eth0', true],
    ['2001:db8:1:2::7', '2001:db8:2:2::7', false],
  ])('S3: %s shares turns and failures with %s: %s', (address, other, isSame) => {
    const [one, two] = [guessFrom({ address }), guessFrom({ address: other })]
    expect(one.place.lane === two.place.lane).toBe(isSame)
    expect(one.sourceKey.equals(two.sourceKey)).toBe(isSame)
  })

  test('S3: a known browser has priority, whatever its network', () => {
    expect(placeOf({ deviceCookie: cookie })).toMatchObject({ hasPriority: true })
    expect(placeOf({}).hasPriority).toBeUndefined()
    expect(placeOf({ address: '203.0.113.9', deviceCookie: cookie }).lane).toBe(
      placeOf({ address: '192.0.2.7', deviceCookie: cookie }).lane,
    )
  })
})

describe('Who has to wait', () => {
  const stranger = attemptOf(keys, ana, from)
  const known = attemptOf(keys, ana, { ...from, deviceCookie: cookie })
  const local = attemptOf(keys, ana, { ...from, address: '127.0.0.1' })
  test.each([
    ['nobody at first', stranger, {}, false],
    ['not before ten', stranger, { ofAccountFromSource: 9 }, false],
    ['a source after ten for one account', stranger, { ofAccountFromSource: 10 }, true],
    ['a known browser too', known, { ofAccountFromSource: 10 }, true],
    ['a network after fifty for many accounts', stranger, { fromSource: 50 }, true],
    ['not everybody behind an unnamed proxy', local, { fromSource: 50 }, false],
    ['strangers when many guess one account', stranger, { ofAccount: 100 }, true],
    ['but never its owner', known, { ofAccount: 100, fromSource: 50 }, false],
  ])('%s', (_, attempt, failures, expected) => {
    expect(isThrottled(attempt, { ...none, ...failures })).toBe(expected)
  })
})

describe('A new password', () => {
  test.each([
    ['seven77', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['Password', 'well-known'],
    ['P@ssw0rd!!', 'well-known'],
    ['qwertyuiop1', 'well-known'],
    ['abcabcabcabc', 'well-known'],
    ['11111111', 'well-known'],
    ['Ana@Daily.example', 'own-address'],
    ['correct horse battery', undefined],
    ['пароль-из-слов', undefined],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, 'ana@daily.example')).toBe(problem)
  })
})
