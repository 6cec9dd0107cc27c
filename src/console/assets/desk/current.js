// The card that is being read.

import { hold, isUntouched, letGo } from './claims.js'
import { list } from './page.js'

export const allCards = () => Array.from(list.querySelectorAll('.card:not(.is-leaving)'))
export const currentCard = () => list.querySelector('.card.is-current')
const isTaken = (card) => card.matches('.is-taken, .is-overtaken')

/** The first card that nobody else is on; where there is none, the first. */
export function firstCard() {
  const cards = allCards()
  return cards.find((card) => !isTaken(card)) ?? cards[0]
}

export function makeCurrent(card, { focus = true } = {}) {
  const before = currentCard()
  if (before && before !== card) {
    before.classList.remove('is-current')
    letGo()
  }
  if (!card) return
  card.classList.add('is-current')
  if (focus) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
  }
  hold(card, () => leaveToOther(card))
}

/** Two who open the queue at once start on the same card: the second goes on by itself. */
function leaveToOther(card) {
  const next = nextAfter(card)
  if (isUntouched() && next && !isTaken(next)) makeCurrent(next, { focus: false })
}

export function move(step) {
  const cards = allCards()
  const at = cards.indexOf(currentCard())
  makeCurrent(cards[Math.max(0, Math.min(cards.length - 1, at + step))])
}

/** The card to go on with: the next one that nobody else is on, else the one before. */
export function nextAfter(card) {
  const cards = Array.from(list.querySelectorAll('.card'))
  const at = cards.indexOf(card)
  const rest = [...cards.slice(at + 1), ...cards.slice(0, at).reverse()]
  const open = rest.filter((one) => !one.matches('.is-leaving'))
  return open.find((one) => !isTaken(one)) ?? open[0]
}
