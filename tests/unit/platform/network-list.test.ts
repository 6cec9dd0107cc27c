import { isInNetworks, isNetwork, widened } from '../../../src/platform/network-list'

test.each([
  '203.0.113.7',
  '203.0.113.0/24',
  '203.0.113.7/24',
  '10.0.0.0/8',
  '2001:db8::1',
  '2001:db8::/32',
  '::ffff:203.0.113.7',
  '::ffff:203.0.113.0/120',
])('%s is a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})

test.each([
  '',
  'news.example',
  '203.0.113',
  '203.0.113.256',
  // addresses to some programs, and not the same ones
  '010.0.0.1',
  '0x7f.1',
  '203.0.113.0/33',
  '203.0.113.0/-1',
  '203.0.113.0/024',
  '203.0.113.0/',
  '203.0.113.0/24/24',
  '203.0.113.0-203.0.113.9',
  '2001:db8::/129',
  'fe80::1%eth0',
  // the whole internet, or much of it
  '0.0.0.0/0',
  '64.0.0.0/7',
  '::/0',
  '2000::/3',
  '::ffff:0.0.0.0/96',
])('%s is none', (text) => {
  expect(isNetwork(text)).toBe(false)
})

const list = [
  '203.0.113.64/26',
  '198.51.100.7',
  '::ffff:192.0.2.0/120',
  '2001:db8:1::/48',
  '2001:db8:2::7',
]

test.each([
  ['203.0.113.63', false],
  ['203.0.113.64', true],
  ['203.0.113.127', true],
  ['203.0.113.128', false],
  ['198.51.100.7', true],
  ['::ffff:198.51.100.7', true],
  ['198.51.100.8', false],
  ['192.0.2.200', true],
  ['2001:db8:1:ffff::1', true],
  ['2001:db8:2::7', true],
  ['2001:db8:2::8', false],
  ['', false],
  ['unknown', false],
])('%s is in the list: %s', (address, expected) => {
  expect(isInNetworks(address, list)).toBe(expected)
})

test('this machine is in no network: it would stand for everybody', () => {
  expect(isInNetworks('127.0.0.1', ['127.0.0.0/8'])).toBe(false)
  expect(isInNetworks('::1', ['::1'])).toBe(false)
})

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['203.0.113.77/30', '203.0.113.0/24'],
  ['203.0.112.0/20', '203.0.112.0/20'],
  ['2001:db8:1:2:3::4', '2001:db8:1:2::/64'],
  ['2001:db8::/32', '2001:db8::/32'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
])('%s may be kept as %s', (text, expected) => {
  expect(widened(text)).toBe(expected)
})
