// What is ticked.

import { allCards } from './current.js'
import { byId, fill, list, words } from './page.js'

export const bulk = byId('bulk')

export const boxOf = (card) => card.querySelector('[name="selected"]')

export const ticked = () => Array.from(list.querySelectorAll('input[name="selected"]:checked'))

export function updateSelection() {
  if (!bulk) return
  const boxes = ticked()
  bulk.classList.toggle('is-shown', boxes.length > 0)
  for (const card of allCards()) card.classList.toggle('is-selected', boxOf(card).checked)
  const place = bulk.querySelector('[data-selected]')
  const text = fill(words.selected, { n: boxes.length })
  // what stays the same is not to be read out again
  if (place.textContent !== text) place.textContent = text
  const all = bulk.querySelector('[data-do="select-all"]')
  all.checked = boxes.length > 0 && boxes.length === allCards().length
  all.indeterminate = boxes.length > 0 && !all.checked
}

export function tick(boxes, checked) {
  for (const box of boxes) box.checked = checked
  updateSelection()
}

export const tickAll = ({ checked }) => tick(allCards().map(boxOf), checked)
