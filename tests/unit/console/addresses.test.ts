import {
  commentHref,
  ownPath,
  queueHref,
  readQueueView,
  searchHref,
  withNotice,
} from '../../../src/console/addresses'
import { readSearchForm } from '../../../src/moderation/search-form'
import { maySend } from '../../../src/platform/http/same-origin'

describe('The way back', () => {
  test.each([
    '/console/queue?state=spam&cursor=abc',
    '/console/search?q=wall',
    '/console/comments/01a2',
    searchHref(readSearchForm({ q: 'wait... http://wall.example' })),
    commentHref('01a2', searchHref(readSearchForm({ q: '壁'.repeat(200) }))),
  ])('leads to a page of the console: %s', (path) => expect(ownPath(path)).toBe(path))

  test.each([
    ...[
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/console/queue',
      '/console//evil.example',
    ],
    ...[
      '/console/../sites',
      '/console/queue/../../sites',
      '/sites',
      '/console/queue\n//x',
      '/console/queuex',
      'javascript:alert(1)',
      '',
    ],
    ...[
      '/console/queue\u0000',
      '/console/queue?a=b\\c',
      undefined,
      ['/console/queue'],
      `/console/queue?${'x'.repeat(6000)}`,
    ],
  ])('and nowhere else: %j', (path) => expect(ownPath(path)).toBe('/console/queue'))

  test('carries one notice at a time', () => {
    const first = withNotice('/console/queue?state=spam&cursor=x', { done: '1' })
    expect(first).toBe('/console/queue?state=spam&cursor=x&done=1')
    expect(withNotice(first, { undone: '2' })).toBe('/console/queue?state=spam&cursor=x&undone=2')
    expect(withNotice(first, {})).toBe('/console/queue?state=spam&cursor=x')
  })
})

test.each([
  [{}, '/console/queue'],
  [{ state: 'spam' }, '/console/queue?state=spam'],
  [
    { state: 'spam', sort: 'risk', site: 'daily' },
    '/console/queue?state=spam&sort=risk&site=daily',
  ],
  [{ state: 'nonsense', sort: ['risk'], cursor: '' }, '/console/queue'],
])('the address of a part of the queue: %j', (query, href) => {
  expect(queueHref(readQueueView(query))).toBe(href)
})

test('a search that cannot be used counts as empty, field by field', () => {
  const form = readSearchForm({
    q: ' wall ',
    status: 'eaten',
    from: 'soon',
    min_spam: '2',
    author: 'a\0b',
    min_toxicity: '0.5',
  })
  expect(searchHref(form)).toBe('/console/search?q=wall&min_toxicity=0.5')
  expect(searchHref(readSearchForm({}))).toBe('/console/search?q=')
})

describe('Who may change something', () => {
  const request = { method: 'POST', fetchSite: undefined, origin: undefined, host: 'desk.example' }
  test.each([
    ['reading', { method: 'GET', fetchSite: 'cross-site' }, true],
    ['a page of ours', { fetchSite: 'same-origin' }, true],
    ['a page of another site', { fetchSite: 'cross-site', origin: 'https://desk.example' }, false],
    ['a page of a sister site', { fetchSite: 'same-site' }, false],
    ['the address bar', { fetchSite: 'none' }, false],
    ['an old browser, page of ours', { origin: 'https://desk.example' }, true],
    ['an old browser, another site', { origin: 'https://evil.example' }, false],
    ['an old browser, no telling', { origin: 'null' }, false],
    ['another port', { origin: 'https://desk.example:8443' }, false],
    ['a program', {}, true],
  ])('%s', (_, part, expected) => {
    expect(maySend({ ...request, ...part }, undefined)).toBe(expected)
  })

  test('a proxy may have another name inside', () => {
    const behind = { ...request, host: '10.0.0.7:3000', origin: 'https://desk.example' }
    expect(maySend(behind, 'https://desk.example')).toBe(true)
    expect(maySend(behind, 'https://other.example')).toBe(false)
  })
})
