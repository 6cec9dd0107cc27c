import { renderToString } from 'preact-render-to-string'
import { MaskContext, Pointed, Quoting } from '../../../src/console/mask.view'

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
})
