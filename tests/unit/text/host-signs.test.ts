import { hostSign } from '../../../src/text/host-signs'

const trusted = ['example.com', 'bücher.example', 'trusted.bit.ly']

test.each([
  ['example.org', null],
  ['news.example.co.uk', null],
  ['bit.ly', 'shortener'],
  ['m.bit.ly', 'shortener'],
  ['orbit.ly', null],
  ['amzn.to', 'shortener'],
  ['аррӏе.com', 'mixed_scripts'],
  ['пример.рф', null],
  ['müller.example', null],
  ['10.0.0.1', 'bare_address'],
  ['xn--80ak6aa92e.com', 'mixed_scripts'],
  ['xn--pple-43d.com', 'mixed_scripts'],
  ['pаypal.example', 'mixed_scripts'],
  ['examp1e.com', 'lookalike'],
  ['shop.examp1e.com', 'lookalike'],
  ['exarnple.com', 'lookalike'],
  ['examples.com', null],
  ['shop.example.com', null],
  ['example.com', null],
  // trusted however it is written, but not with a Cyrillic letter in it
  ['bücher.example', null],
  ['xn--bcher-kva.example', null],
  ['news.xn--bcher-kva.example', null],
  ['xn--bher-0ra631c.example', 'mixed_scripts'],
  ['büсher.example', 'mixed_scripts'],
  ['xn--mnchen-3ya.example', 'punycode'],
  ['trusted.bit.ly', null],
])('%s: %s', (host, sign) => {
  expect(hostSign(host, trusted)).toBe(sign)
})

test('a list of ten thousand trusted domains is compared at once', () => {
  const many = Array.from({ length: 10_000 }, (_, number) => `paper${number}.example`)
  hostSign('warm.example', many)
  const started = performance.now()
  for (let number = 0; number < 50; number++) hostSign(`other${number}.example`, many)
  expect(performance.now() - started).toBeLessThan(100)
})
