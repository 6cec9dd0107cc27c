import { renderToString } from 'preact-render-to-string'
import { FindingText } from '../../../src/console/finding-words.view'
import { leafInWords } from '../../../src/console/leaf-words'
import { MaskContext, Pointed, Quoting } from '../../../src/console/mask.view'
import { english } from '../../../src/console/words/en/english'

const masked = (element: preact.VNode) =>
  renderToString(<MaskContext.Provider value>{element}</MaskContext.Provider>)

/** What is left where the covered words are cut out. */
const uncovered = (text: string) =>
  masked(<Quoting text={text} />)
    .replace(/<span class="masked-word">.*?<\/span>/g, '▒')
    .replace(/<[^>]+>/g, '')

describe('Masked words', () => {
  test('are under a switch that says what it is, and only for who wants it', () => {
    expect(masked(<Pointed text="eel" />)).toBe(
      '<label class="mask"><input type="checkbox" class="mask-switch" aria-label="Masked word: show"/><span class="masked-word">eel</span></label>',
    )
    expect(renderToString(<Pointed text="eel" />)).toBe('eel')
    expect(renderToString(<Quoting text="Il contient «eel»." />)).toBe('Il contient «eel».')
  })

  test.each([
    [
      'It contains "eel", "conger" and 2 more of the bank "blocked".',
      'It contains ▒, ▒ and 2 more of the bank "blocked".',
    ],
    ['Es enthält „Aal“ aus der Liste „suspect“.', 'Es enthält ▒ aus der Liste „suspect“.'],
    ['Il contient «anguille».', 'Il contient ▒.'],
    ['list("slurs"), comment.norm.contains("eel").', 'list("slurs"), comment.norm.contains(▒).'],
    ['Its score for toxicity is 1.00.', 'Its score for toxicity is 1.00.'],
    ['An inch is 1".', 'An inch is 1".'],
  ])('in %s', (text, left) => expect(uncovered(text).replaceAll('&quot;', '"')).toBe(left))

  test('are what a rule looks for and what it saw, but not the bank that it looks up', () => {
    const seen = (source: string, value: string[] | string | null) =>
      leafInWords(english, { source, value, result: true })
    const met = [
      seen('author.name.contains("eel")', 'an eel'),
      seen('"eel" in article.tags', ['eel', 'sea']),
      seen('list("eels")', null),
    ]
    const html = masked(<FindingText said={{ met, text: '' }} />)
    const left = html.replace(/<span class="masked-word">.*?<\/span>/g, '▒')
    expect(left.replace(/<label[^>]*>|<input[^>]*>|<\/label>/g, '')).not.toMatch(/eel[^s]/)
    expect(left).toContain('Word list: finds something of “eels”')
  })
})
