import { readScrapedPage, type ScrapedPage } from '../../../src/articles/scraped-page'
import { fastestRunMs } from '../../support/fastest-run'

const title = 'Ferry ‘to run all winter’ after harbour vote'
const paragraphs = [
  'The island ferry will keep running through the winter for the first time in nine years.',
  '“We have asked for this since the school closed,” said a fisherman. “Now we can go home.”',
  'The council pays for two crossings a day, three of them on market days.\u00A0 ',
]
const body = `${title}\n\n\n${paragraphs.join('\n\n')}`
const warnings = 'Please enter your comment!\nPlease enter your name here'
const page = `${body}\n\n\n${warnings}\n\n4 + 5 =`

function read(text: string): ScrapedPage {
  const reading = readScrapedPage(text)
  if (reading.outcome === 'unreadable') throw new Error(reading.problem)
  return reading.page
}

const whole: ScrapedPage = {
  title,
  paragraphs: paragraphs.map((paragraph) => paragraph.trim()),
  warnings: ['Please enter your comment!', 'Please enter your name here'],
  captcha: { left: 4, operator: '+', right: 5, digits: 1 },
}

describe('A scraped news page', () => {
  it('gives its headline, every paragraph, both warnings and the sum', () => {
    expect(read(page)).toEqual(whole)
  })

  it.each([
    ['Windows line ends', page.replaceAll('\n', '\r\n')],
    ['old Mac line ends', page.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${page}`],
    ['a byte order mark and blank lines', `\uFEFF\r\n \n\t\n${page}`],
    ['many blank lines', page.replaceAll('\n\n', '\n\n \n\n\t\n\n')],
    ['no blank lines', page.replaceAll(/\n+/g, '\n')],
    ['spaces at both ends of each line', page.replaceAll('\n', ' \n  ')],
    ['junk lines after the sum', `${page}\n\nΔ\nThis site fights spam.\nRelated: 3 - 1 = 2`],
    ['junk on the line of the sum', `${page} * Post Comment`],
    ['a sum without spaces', page.replace('4 + 5 =', '4+5=')],
    ['a sum with hard spaces', page.replace('4 + 5 =', '4\u00A0+\u00A05\u00A0=')],
    ['full-width digits', page.replace('4 + 5 =', '４ ＋ ５ ＝')],
    [
      'the headings of the form',
      page.replace(warnings, `LEAVE A REPLY\nCancel reply\n${warnings}`),
    ],
    ['labels between warnings and sum', page.replace('4 + 5', 'Name:*\n\nEmail:*\n4 + 5')],
    ['a lost control character', page.replace('winter', 'win\u0007ter')],
  ])('is read the same with %s', (_, text) => {
    expect(read(text)).toEqual(whole)
  })

  it.each([
    ['9 - 5 =', { left: 9, operator: '-', right: 5, digits: 1 }],
    ['9 − 5 =', { left: 9, operator: '-', right: 5, digits: 1 }],
    ['9 – 5 =', { left: 9, operator: '-', right: 5, digits: 1 }],
    ['3 × 7 =', { left: 3, operator: '×', right: 7, digits: 1 }],
    ['3 x 7 =', { left: 3, operator: '×', right: 7, digits: 1 }],
    ['3 X 7 = ?', { left: 3, operator: '×', right: 7, digits: 1 }],
    ['3 * 7 =', { left: 3, operator: '×', right: 7, digits: 1 }],
    ['12 + 7 =', { left: 12, operator: '+', right: 7, digits: 2 }],
    ['3 + 107=', { left: 3, operator: '+', right: 107, digits: 3 }],
  ])('may ask %s', (sum, captcha) => {
    expect(read(page.replace('4 + 5 =', sum)).captcha).toEqual(captcha)
  })

  it('may have no form at all', () => {
    expect(read(body)).toEqual({ ...whole, warnings: [], captcha: null })
  })

  it('may have warnings and no sum', () => {
    expect(read(`${body}\n\n${warnings}\n`)).toEqual({ ...whole, captcha: null })
  })

  it('may have a sum and no warnings', () => {
    expect(read(`${body}\n\n4 + 5 =`)).toEqual({ ...whole, warnings: [] })
    expect(read(`${body}\n\n4 + 5 = Post Comment\nΔ`)).toEqual({ ...whole, warnings: [] })
  })

  it('keeps sums that are part of the story', () => {
    const story = ['The blackboard still read', '2 + 2 = 5', 'when the school opened again.']
    const text = ['Old school opens', ...story].join('\n')
    expect(read(text)).toMatchObject({ paragraphs: story, captcha: null })
    expect(read(`${text}\n${warnings}\n1 + 1 =`)).toMatchObject({ paragraphs: story })
  })

  it('keeps a paragraph that only speaks of comments', () => {
    const text =
      'A headline\n\nPlease enter your comment! That is what the old form said.\n\nComments'
    expect(read(text).paragraphs).toHaveLength(2)
  })
})

describe('A file that is no article', () => {
  it.each([
    ['', /empty/],
    ['\uFEFF \r\n\t\n', /empty/],
    ['A headline and nothing else', /no text below/],
    [`A headline\n\n${warnings}\n\n4 + 5 =`, /no text below/],
    [`A headline\n\nLeave a Reply\n${warnings}\n`, /no text below/],
    [`${warnings}\n\n4 + 5 =`, /no headline/],
    [`${'A very long first line. '.repeat(20)}\n\nText.`, /480 characters|479 characters/],
    ['PK\u0003\u0004\0\0', /NUL/],
    [`%PDF-1.7 ${'\uFFFDabc\u0001'.repeat(50)}\nText`, /binary/],
    ['x'.repeat(2_000_001), /2\.0 MB/],
    ['ж'.repeat(1_500_000), /3\.0 MB/],
  ])('is refused with a sentence that says why (case %#)', (text, problem) => {
    const reading = readScrapedPage(text)
    expect(reading).toEqual({ outcome: 'unreadable', problem: expect.stringMatching(problem) })
    expect(JSON.stringify(reading)).toMatch(/\."}$/)
  })

  it('is refused quickly, however it is made', () => {
    const texts = [
      `${'1 '.repeat(900_000)}=`,
      '4 +\n'.repeat(400_000),
      `1${' '.repeat(1_900_000)}+`,
      '\u0007'.repeat(1_900_000),
    ]
    for (const text of texts)
      expect(fastestRunMs(() => readScrapedPage(text), 1000)).toBeLessThan(1000)
  })
})
