/** The beginning of a text, at most `maxLength` UTF-16 units and an ellipsis, cut after a word. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength + 1)
  const wordEnd = cut.lastIndexOf(' ')
  const kept = wordEnd > maxLength / 2 ? cut.slice(0, wordEnd) : cut.slice(0, maxLength)
  return `${kept.toWellFormed().replace(/[\s\p{P}\uFFFD]+$/u, '')} …`
}
