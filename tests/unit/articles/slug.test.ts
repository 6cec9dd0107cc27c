import { slugOf } from '../../../src/articles/slug'

describe('The address of an article', () => {
  it.each([
    ['Night bus returns to Port Ansel', 'night-bus-returns-to-port-ansel'],
    ['‘Too loud’: the bells’ last night?', 'too-loud-the-bells-last-night'],
    ['Mayor’s plan — 3,000 trees', 'mayors-plan-3-000-trees'],
    ['Straße, Ærø, Łódź und Đurđevac', 'strasse-aero-lodz-und-durdevac'],
    ['Čtvrtek: crème brûlée', 'ctvrtek-creme-brulee'],
    ['  --Leading and trailing--  ', 'leading-and-trailing'],
    ['２０２６ ｂｕｄｇｅｔ', '2026-budget'],
    ['1984', '1984'],
  ])('turns %j into %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('ends at the end of a word, at 80 characters at most', () => {
    const slug = slugOf('seven letters again '.repeat(10))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug).toMatch(/-(seven|letters|again)$/)
    expect(slugOf(`${'a'.repeat(39)} ${'b'.repeat(40)} c`)).toHaveLength(80)
  })

  it('cuts a single word that is longer than an address may be', () => {
    expect(slugOf('a'.repeat(200))).toBe('a'.repeat(80))
  })

  it.each([
    'Новости города',
    '市議会が可決',
    'أخبار المدينة',
    'Новости города 2026 on air',
    '…',
    '',
  ])('gives %j an address by its hash', (title) => {
    expect(slugOf(title)).toMatch(/^article-[0-9a-f]{8}$/)
    expect(slugOf(title)).toBe(slugOf(title))
  })

  it('gives two titles of another script two addresses', () => {
    expect(slugOf('Новости города')).not.toBe(slugOf('Новости села'))
  })
})
