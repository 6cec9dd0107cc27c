// What news change on a page with cards. Cards never move under who reads them: one that was decided
// on elsewhere only says so, and what came in is counted above the list.

import { showHolder, showOvertaken } from './claims.js'
import { byId, fill, state, words } from './page.js'

/**
 * News of one card: whose it is now, and what was done to it.
 * @param showAgain what is done with a card that belongs to the list again
 */
export function hearOfCard(card, { claims, changes }, showAgain) {
  if (card.matches('.is-leaving')) return
  const holder = claims.find(({ id }) => id === card.dataset.id)
  showHolder(card, holder?.by)
  const later = changes.filter((change) => change.id === card.dataset.id && isLater(change, card))
  const last = later.at(-1)
  if (!last) return
  if (later.some(({ type }) => type === 'comment.edited')) card.dataset.edited = ''
  card.dataset.heard = last.version
  showOvertaken(card, textOf(last))
  if (isBack(last, card)) showAgain?.(card, textOf(last))
}

/** The text that is being read never changes under who reads it. */
const isBack = ({ type, into }, { dataset }) =>
  dataset.edited === undefined &&
  (into.includes(state) || (state === 'search' && type === 'decision.undone'))

/** What was done here has left the list or is shown; in another window the reader is another, too. */
const isLater = ({ version }, { dataset }) => version > Number(dataset.version)

function textOf({ type, status, by }) {
  if (type === 'comment.edited') return words.edited
  if (type === 'decision.undone') return fill(words.undoneBy, { name: by })
  return fill(words.decidedBy, { status: words.statuses[status], name: by })
}

// --- what came in

const fresh = new Set()
let hasChanged = false
let isShowing = false
/** A screen reader reads every change of the number, so it changes now and then only. */
const showEveryMs = 10_000

export function hearOfArrivals({ changes, isTooMuch }) {
  for (const { id, into, status, isMine } of changes) {
    if (isMine || byId(`card-${id}`)) continue
    if (into.includes(state)) fresh.add(id)
    else if (status) fresh.delete(id)
  }
  hasChanged ||= isTooMuch
  showArrivals()
}

/** A card that is in the list now is no news. */
export function arrived(id) {
  if (fresh.delete(id)) showArrivals()
}

function showArrivals() {
  const link = byId('fresh')?.querySelector('a')
  if (!link || isShowing) return
  const text = hasChanged ? words.listChanged : fill(words.fresh, { n: fresh.size })
  const isEmpty = !hasChanged && fresh.size === 0
  if (link.hidden === isEmpty && (isEmpty || link.textContent === text)) return
  link.hidden = isEmpty
  link.textContent = text
  isShowing = true
  setTimeout(() => {
    isShowing = false
    showArrivals()
  }, showEveryMs)
}

// --- counts

export function showCounts(counts) {
  for (const place of document.querySelectorAll('[data-count]'))
    place.textContent = counts[place.dataset.count].toLocaleString(document.documentElement.lang)
  const oldest = document.querySelector('[data-oldest]')
  if (oldest) oldest.dataset.oldest = counts.oldestHeldAt ?? ''
  tellOldest()
}

export function tellOldest() {
  const place = document.querySelector('[data-oldest]')
  if (!place) return
  const since = Date.parse(place.dataset.oldest)
  const minutes = Math.floor((Date.now() - since) / 60_000)
  place.textContent = Number.isNaN(minutes) ? '–' : durationWords(minutes)
}

function durationWords(minutes) {
  if (minutes < 1) return words.underMinute
  if (minutes < 60) return fill(words.minutes, { n: minutes })
  if (minutes >= 2880) return fill(words.days, { n: Math.floor(minutes / 1440) })
  const hours = fill(words.hours, { n: Math.floor(minutes / 60) })
  return minutes % 60 ? `${hours} ${fill(words.minutes, { n: minutes % 60 })}` : hours
}
