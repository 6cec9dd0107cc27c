// Cards that leave the list, come back to it, or are added to it.

import { arrived } from './changes.js'
import { letEnd, showBack } from './claims.js'
import { allCards, currentCard, firstCard, makeCurrent, nextAfter } from './current.js'
import { byId, list, state, words } from './page.js'
import { say } from './say.js'
import { boxOf, bulk, updateSelection } from './selection.js'
import { fetchPage } from './server.js'
import { sortSkipped, unskipped } from './skipped.js'

const topUpBelow = 6

/** Whether a card still belongs to the list that is shown. */
export function belongs(status, action, isForLead = action === 'escalate') {
  if (state === 'search') return true
  if (state === 'lead') return isForLead
  if (state === 'held' && isForLead) return false
  if (status === state) return true
  return state === 'appealed' && action === 'hold'
}

export function leave(card) {
  const next = nextAfter(card)
  card.classList.add('is-leaving')
  card.setAttribute('aria-busy', 'true')
  if (card.matches('.is-current')) {
    letEnd()
    makeCurrent(next)
  }
}

export function comeBack(card) {
  card.classList.remove('is-leaving')
  card.removeAttribute('aria-busy')
}

export function remove(card) {
  const hadFocus = card.contains(document.activeElement)
  const next = nextAfter(card)
  const wasCurrent = card.matches('.is-current')
  card.remove()
  if (hadFocus || wasCurrent) makeCurrent(next)
  afterRemoval()
}

/** Puts the card as it is now in its place; a tick stays. */
export async function refresh(card) {
  const fresh = await fetchCard(card.dataset.id)
  if (!fresh) {
    comeBack(card)
    return
  }
  exchange(card, fresh)
}

function exchange(card, fresh) {
  const isCurrent = card.matches('.is-current')
  const hasFocus = card.contains(document.activeElement)
  boxOf(fresh).checked = boxOf(card).checked
  card.replaceWith(fresh)
  // where it is the only one, none took its place meanwhile
  const isAlone = !currentCard()
  if (isCurrent || isAlone) makeCurrent(fresh, { focus: hasFocus || isAlone })
  updateSelection()
}

/** A card that somebody else put back into the list can be decided on again, as it is now. */
export async function showAgain(card, text) {
  const fresh = await fetchCard(card.dataset.id)
  const isStillHere = card.isConnected && !card.matches('.is-leaving')
  // what has come after it is still to be heard of, or was heard of meanwhile
  if (!fresh || !isStillHere || fresh.dataset.version !== card.dataset.heard) return
  keepNote(card, fresh)
  exchange(card, fresh)
  if (!fresh.matches('.is-taken')) showBack(fresh, text)
}

/** One that is being written. */
function keepNote(card, fresh) {
  const [note, freshNote] = [card, fresh].map((one) => one.querySelector('[name="note"]'))
  if (!note?.value || !freshNote) return
  freshNote.value = note.value
  freshNote.closest('details').open = true
}

async function fetchCard(id) {
  const back = encodeURIComponent(`${location.pathname}${location.search}`)
  const page = await fetchPage(`/console/comments/${id}/card?back=${back}`).catch(() => null)
  const card = page?.querySelector('.card')
  return card ? document.adoptNode(card) : null
}

/** @param before the id of the card that it stood before, if there was one */
export async function putBack(id, before) {
  const card = await fetchCard(id)
  if (!card) return null
  const shown = byId(card.id)
  if (shown) exchange(shown, card)
  else if (belongs(card.dataset.status, '', card.dataset.lead === 'true') || state === 'pending')
    list.insertBefore(card, before ? byId(before) : null)
  else return null
  byId('empty').hidden = true
  if (bulk) bulk.hidden = false
  return card
}

export function afterRemoval() {
  updateSelection()
  topUpIfFew()
  if (allCards().length > 0) return
  if (!document.querySelector('.more a')) showEmpty()
}

function showEmpty() {
  byId('empty').hidden = false
  if (bulk) bulk.hidden = true
  if (document.activeElement === document.body) list.focus()
}

/** What was skipped is not there to be read. */
export function topUpIfFew() {
  if (unskipped().length < topUpBelow) topUp()
}

/** Where there was an answer, it is for who reads it: mostly, to sign in. */
function tellMissing(link, answer) {
  if (answer === null) location.assign(link.href)
  else say(words.notLoaded)
}

let isLoading = false

/** @param isAsked somebody waits for it, and is told where nothing comes */
export async function topUp({ isAsked = false } = {}) {
  const link = document.querySelector('.more a')
  if (!link || isLoading) return
  isLoading = true
  const page = await fetchPage(link.href).catch(() => undefined)
  isLoading = false
  if (!page) {
    if (isAsked) tellMissing(link, page)
    return
  }
  const fresh = Array.from(page.querySelectorAll('#cards > .card')).filter(({ id }) => !byId(id))
  for (const card of fresh) {
    list.append(document.adoptNode(card))
    arrived(card.dataset.id)
  }
  const next = page.querySelector('.more a')
  if (next) link.href = next.href
  else link.closest('.more').remove()
  sortSkipped()
  if (!currentCard()) makeCurrent(firstCard(), { focus: false })
  updateSelection()
  if (fresh.length > 0) topUpIfFew()
}
