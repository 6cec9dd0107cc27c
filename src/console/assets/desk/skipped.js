// What was skipped stays behind the rest, also when the page is loaded anew: as long as the window is
// open and the comment is as it was.

import { allCards, currentCard } from './current.js'
import { list } from './page.js'

const place = 'postbag-skipped'
const most = 500

const nameOf = ({ dataset: { id, version = '' } }) => `${id}:${version}`
const skipped = new Set(JSON.parse(sessionStorage.getItem(place) ?? '[]'))
const isSkipped = (card) => skipped.has(nameOf(card))

export function putBehind(card) {
  skipped.add(nameOf(card))
  sessionStorage.setItem(place, JSON.stringify(Array.from(skipped).slice(-most)))
  list.append(card)
}

/** Where cards have just come; the one that is being read stays where it is. */
export const sortSkipped = () =>
  list.append(...allCards().filter((card) => isSkipped(card) && card !== currentCard()))

export const unskipped = () => allCards().filter((card) => !isSkipped(card))
