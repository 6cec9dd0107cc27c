import { hostSign } from '../../../src/text/host-signs'

test.each([
  ['example.org', null],
  ['news.example.co.uk', null],
  ['bit.ly', 'shortener'],
  ['m.bit.ly', 'shortener'],
  ['orbit.ly', null],
  ['amzn.to', 'shortener'],
  ['аррӏе.com', 'mixed_scripts'],
  ['пример.рф', null],
  ['bücher.example', null],
  ['10.0.0.1', 'bare_address'],
  ['xn--bcher-kva.example', 'punycode'],
  ['xn--80ak6aa92e.com', 'mixed_scripts'],
  ['xn--pple-43d.com', 'mixed_scripts'],
  ['pаypal.example', 'mixed_scripts'],
  ['examp1e.com', 'lookalike'],
  ['shop.example.com', null],
  ['example.com', null],
])('%s: %s', (host, sign) => {
  expect(hostSign(host, ['example.com'])).toBe(sign)
})
