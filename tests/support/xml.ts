export type XmlElement = { name: string; text: string }

const token =
  /<!\[CDATA\[[\s\S]*?\]\]>|<\?[^>]*\?>|<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>|(?:[^<&]|&(?:\w+|#\d+|#x[\da-f]+);)+/g

/**
 * The elements of an XML document in order, each with the text directly inside it.
 * @throws Error where it is not well formed
 */
export function elementsOf(xml: string): XmlElement[] {
  const tokens = xml.match(token) ?? []
  if (tokens.join('') !== xml) throw new Error('Not everything is markup or text')
  const found: XmlElement[] = []
  const open: XmlElement[] = []
  for (const one of tokens) {
    const [, slash, name] = /^<(\/?)([\w:]+)/.exec(one) ?? []
    if (name === undefined) addText(open.at(-1), one)
    else if (slash) close(open, name)
    else begin({ found, open }, name, one.endsWith('/>'))
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.at(-1)?.name}`)
  return found
}

function begin(lists: Record<'found' | 'open', XmlElement[]>, name: string, isEmpty: boolean) {
  const element = { name, text: '' }
  lists.found.push(element)
  if (!isEmpty) lists.open.push(element)
}

function addText(element: XmlElement | undefined, text: string): void {
  if (element) element.text += text.replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1')
}

function close(open: XmlElement[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`Closed out of order: ${name}`)
}
