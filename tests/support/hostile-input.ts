import { deflateSync, gzipSync } from 'node:zlib'

/** Texts that break what takes text for granted. */
export const hostileTexts: readonly [name: string, text: string][] = [
  ['a NUL byte', 'before\0after'],
  ['NUL bytes only', '\0\0\0'],
  ['half a surrogate pair at the end', 'half \ud83d'],
  ['surrogates in the wrong order', '\ude00\ud83d'],
  ['noncharacters', 'a\uffff\ufffe\ufdd0b'],
  ['control characters', '\u0001\u0008\u001b[31mred\u007f\u0085'],
  ['a byte order mark', '\ufeffmarked'],
  ['line and paragraph separators', 'one\u2028two\u2029three'],
  ['bare carriage returns', 'one\rtwo\r\nthree'],
  ['an overlong line', 'x'.repeat(30_000)],
  ['marks without end', `z${'\u0335\u0310'.repeat(4_000)}`],
  ['marks on nothing', '\u0301'.repeat(500)],
  ['direction overrides', '\u202etxet desrever\u202c \u2066isolated\u2069'],
  ['nothing that can be seen', '\u200b\u2060\u3164\u2800\u00ad\u115f'],
  ['a ligature that grows eighteenfold', '\ufdfa'.repeat(2_000)],
  ['a family of emoji', '👨‍👩‍👧‍👦'.repeat(300)],
  ['a quoting of SQL', `'; DROP TABLE comments; --`],
  ['a sleeping of SQL', `1' OR pg_sleep(5) IS NULL OR '1'='1`],
  ['marks of LIKE', '%_\\%\\\\'],
  ['marks of a full-text query', `"unclosed & | ! ( <-> :* 'x`],
  ['an unclosed pattern', '(((a+)+)+$['],
  ['markup', '</textarea><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['an attribute', '" autofocus onfocus="alert(1)'],
  ['templates', '{{7*7}} <%= 7*7 %> #{7*7}'],
  ['a header', 'x\r\nset-cookie: a=b\r\n\r\nbody'],
  ['names of members', '__proto__'],
  ['a number too large', '99999999999999999999999999'],
  ['not a number', 'NaN'],
  ['a year too far', '+275760-09-13T00:00:00Z'],
  ['the year nought', '0000-01-01T00:00:00Z'],
  ['a broken escape', '%E0%A4%A %00 %zz'],
  ['nothing', ''],
  ['white space', ' \t\n\u00a0\u2003 '],
]

/** Values of another type than a text. */
export const hostileValues: readonly [name: string, value: unknown][] = [
  ['null', null],
  ['true', true],
  ['nought', 0],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['a number near the end', 1.7e308],
  ['an unsafe integer', 2 ** 53],
  ['an integer beyond 32 bits', 2 ** 31],
  ['an empty list', []],
  ['a list of a text', ['x']],
  ['a list of lists', [[[['x']]]]],
  ['a list of nulls', [null, null]],
  ['an empty object', {}],
  ['an operator of a query', { $gt: '', equals: '', contains: 'a', not: null }],
  ['an object that poses as a text', { toString: 'x', valueOf: 'x', length: 3 }],
  ['an object that poses as a list', { length: 1e9, 0: 'x' }],
  ['a deep object', nested(2_000, '{"a":', '1', '}')],
]

function nested(depth: number, open: string, inside: string, close: string): unknown {
  return JSON.parse(`${open.repeat(depth)}${inside}${close.repeat(depth)}`)
}

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'

/** Whole bodies, as bytes. */
export const hostileBodies: readonly [name: string, contentType: string, body: Buffer | string][] =
  [
    ['no body', json, ''],
    ['null', json, 'null'],
    ['a text', json, '"text"'],
    ['a number', json, '5'],
    ['a list', json, '[]'],
    ['half a document', json, '{"author": "A'],
    ['a single quote', json, "{'author': 'A'}"],
    ['rubbish behind the document', json, '{} {}'],
    ['a byte order mark', json, '\ufeff{}'],
    ['invalid UTF-8', json, Buffer.from('7b22617574686f72223a22fffec080eda080227d', 'hex')],
    ['NUL bytes', json, '{"author":"\0"}'],
    ['an escaped NUL in a name of a member', json, '{"\\u0000":"\\u0000"}'],
    ['an escaped half of a pair', json, '{"author":"\\ud800","\\udfff":"\\ud800"}'],
    ['30,000 nested lists', json, '['.repeat(30_000) + ']'.repeat(30_000)],
    ['100,000 nested lists', json, '['.repeat(100_000) + ']'.repeat(100_000)],
    ['10,000 nested objects', json, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    [
      'a prototype',
      json,
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ],
    ['an escaped prototype', json, '{"\\u005f_proto__":{"polluted":1,"author":"A","body":"B"}}'],
    ['members twice', json, '{"author":"A","author":["B"],"body":"x","body":{}}'],
    ['a megabyte', json, JSON.stringify({ author: 'A', body: 'x'.repeat(1_000_000) })],
    ['a megabyte of a form', form, `author=A&body=${'x'.repeat(1_000_000)}`],
    ['10,000 fields', form, 'a=1&'.repeat(10_000)],
    ['fields with brackets', form, 'author[]=A&author[x]=B&__proto__[polluted]=1&body[toString]=x'],
    ['a prototype in a form', form, '__proto__=x&constructor=y&author=A&hasOwnProperty=z'],
    ['broken escapes', form, 'author=%E0%A4%A&body=%&%=%00&parent_id=%zz'],
    ['invalid UTF-8 in a form', form, Buffer.from('617574686f723dfffe26626f64793dc0af', 'hex')],
    ['NUL bytes in a form', form, 'author=%00A%00&body=%00'],
    ['fields twice', form, 'author=A&author=B&body=x&body=y&captcha_token=a&captcha_token=b'],
    ['an unknown charset', `${json}; charset=klingon`, '{}'],
    ['UTF-16', `${json}; charset=utf-16le`, Buffer.from('{"author":"A"}', 'utf16le')],
    ['an old charset', `${form}; charset=iso-8859-1`, 'author=%E4&body=%F6'],
    ['a broken content type', 'application/json; ;;;==', '{}'],
    ['a content type of slashes', '////', '{}'],
    ['an unknown content type', 'application/x-unheard-of', 'author=A'],
    ['plain text', 'text/plain', '{"author":"A"}'],
    [
      'XML',
      'application/xml',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
    ],
    ['a form of several parts', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['several parts without a boundary', 'multipart/form-data', '--x\r\n\r\n--x--'],
  ]

/** Compressed bodies: a small one could become a large one. */
export const compressedBodies: readonly [name: string, encoding: string, body: Buffer][] = [
  ['gzip', 'gzip', gzipSync('{"author":"A"}')],
  ['a bomb', 'gzip', gzipSync(`{"author":"${'A'.repeat(5_000_000)}"}`)],
  ['deflate', 'deflate', deflateSync('{"author":"A"}')],
  ['what says to be gzip and is not', 'gzip', Buffer.from('{"author":"A"}')],
  ['an unknown encoding', 'rot13', Buffer.from('{"nhgube":"N"}')],
]

/** Parts of a path, as they stand in the request line. */
export const hostileParts: readonly string[] = [
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%E0%A4%A',
  '%ff%fe',
  '%ed%a0%80',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5c',
  '%0d%0aset-cookie:%20a=b',
  '%F0%9F%98%80',
  '%E2%80%AE',
  '%27%20OR%201=1--',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  '-1',
  '1e999',
  'x'.repeat(5_000),
  'A'.repeat(54),
  '%25%30%30',
  ';a=b',
]

/** Values of a query parameter, as they stand in the request line. */
export const hostileQueryValues: readonly string[] = [
  ...hostileParts,
  '',
  '0',
  '101',
  '1.5',
  '0x10',
  '99999999999999999999',
  '-99999999999999999999',
  'Infinity',
  '2026-02-31',
  '0000-01-01',
  '9999-12-31T23:59:59.999-23:59',
  'null',
  '[]',
  '%5B%22a%22%5D',
  // cursors that are well made and lead nowhere
  ...[
    [1e300, 1e300, '00000000-0000-0000-0000-000000000000'],
    [1, 8.64e15, '00000000-0000-0000-0000-000000000000'],
    [1, -8.64e15, '00000000-0000-0000-0000-000000000000'],
    [-8.64e15, '00000000-0000-0000-0000-000000000000', 1],
    [0, '00000000-0000-0000-0000-000000000000', 2 ** 53 - 1],
    [8.64e15, '00000000-0000-0000-0000-000000000000'],
    [-8.64e15, '00000000-0000-0000-0000-000000000000'],
    [null, {}, []],
  ].map((values) => Buffer.from(JSON.stringify(values)).toString('base64url')),
]

/** Whole query strings. */
export const hostileQueries: readonly string[] = [
  '?',
  '?&&&===&',
  '?%',
  '?%00=%00',
  '?__proto__=x&constructor=y&toString=z',
  '?__proto__[polluted]=1&a[b][c]=d',
  `?${'a=1&'.repeat(2_000)}`,
  `?q=${'%25'.repeat(4_000)}`,
  '?limit=1&limit=2&sort=newest&sort=oldest&cursor=a&cursor=b&site=x&site=y&receipt=a&receipt=b',
]

/** Headers that are odd but pass Node's own parser. */
export const hostileHeaders: readonly Record<string, string | string[]>[] = [
  { cookie: '=;;;=; a; b=%E0%A4%A; c="; __proto__=x; \u00ff\u00fe=1' },
  { cookie: `a=${'x'.repeat(7_000)}` },
  { authorization: 'Bearer' },
  { authorization: 'Bearer  a b c' },
  { authorization: 'Basic %%%' },
  { authorization: `Bearer pb_${'A'.repeat(43)}` },
  { authorization: `Bearer ${'x'.repeat(7_000)}` },
  { authorization: 'bearer \u00ff\u00fe' },
  { origin: 'null' },
  { origin: 'http://[::1' },
  { origin: 'javascript:alert(1)' },
  { host: 'evil.example' },
  { host: '' },
  { 'x-forwarded-for': "1.2.3.4, ' OR 1=1, ::ffff:300.300.300.300, unknown" },
  { 'x-forwarded-for': Array(50).fill('10.0.0.1, 2001:db8::1') },
  { 'x-forwarded-host': 'evil.example', 'x-original-url': '/console', 'x-rewrite-url': '/console' },
  { 'x-http-method-override': 'DELETE' },
  { accept: ';;q=,,*/', 'accept-language': '-,;q=x', 'accept-encoding': 'x;q=' },
  { range: 'bytes=0-18446744073709551615', 'if-none-match': '"', 'if-modified-since': 'x' },
  { expect: 'something-else' },
]
