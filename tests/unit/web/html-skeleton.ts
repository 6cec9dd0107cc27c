const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z:-]+(?:="[^"<]*")?)*)\s*\/?>/y
const attribute = /\s([a-z:-]+)/g

/**
 * The elements of a page with the names of their attributes, in order, without texts and values.
 * Throws at a `<` that begins no plainly written tag, so nothing can hide between the lines.
 */
export function htmlSkeleton(html: string): string[] {
  const elements: string[] = []
  const doctype = '<!doctype html>'
  if (!html.startsWith(doctype)) throw new Error('The page has no doctype')
  for (let at = html.indexOf('<', doctype.length); at !== -1; at = html.indexOf('<', at)) {
    tag.lastIndex = at
    const found = tag.exec(html)
    if (!found) throw new Error(`Not a tag: ${html.slice(at, at + 60)}`)
    const [whole, slash, name, attributes = ''] = found
    const names = attributes.replace(/="[^"]*"/g, '').matchAll(attribute)
    elements.push([`${slash}${name}`, ...Array.from(names, ([, found]) => found)].join(' '))
    at += whole.length
  }
  return elements
}

/** Values of an attribute, wherever it stands. */
export const attributeValues = (html: string, name: string): string[] =>
  Array.from(html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value]) => value ?? '')
