import { trustedDomains } from '../../../src/sites/trusted-domains'

test('a site trusts what its owner allows and the hosts of its own pages', () => {
  const settings = {
    allowed_domains: ['source.example'],
    origins: ['https://www.daily.example', 'http://localhost:8080'],
  }
  expect(trustedDomains(settings, 'https://letters.daily.example/comments')).toEqual([
    'source.example',
    'www.daily.example',
    'localhost',
    'letters.daily.example',
  ])
  expect(trustedDomains({ allowed_domains: [], origins: [] }, undefined)).toEqual([])
})
