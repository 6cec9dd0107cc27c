// Deciding on one card or on many.

import { afterRemoval, belongs, comeBack, leave, refresh, remove } from './cards-in-list.js'
import { currentCard, firstCard, makeCurrent, nextAfter } from './current.js'
import { askReason } from './keys.js'
import { byId, fill, state, words } from './page.js'
import { say, sayWhoElse } from './say.js'
import { boxOf, tick, ticked } from './selection.js'
import { send } from './server.js'
import { keepForUndo } from './undo.js'

/** What a key or a button does: to the selection where there is one, else to one card. */
export function act(action, card, { isForAll = ticked().length > 0 } = {}) {
  if (!isForAll && !isOffered(action, card)) return
  const run = (reason) =>
    keepForUndo(isForAll ? decideMany(action, reason) : decide(card, action, reason))
  if (action === 'reject') askReason(run)
  else run()
}

/** A key for what a card does not offer does nothing, but for a word on whose turn it is. */
function isOffered(action, card) {
  const form = card?.querySelector('form.actions')
  return !sayWhoElse(form, action) && Boolean(form?.querySelector(`button[value="${action}"]`))
}

async function decide(card, action, reason) {
  const form = card.querySelector('form.actions')
  const fields = Object.fromEntries(new FormData(form))
  leave(card)
  try {
    const answer = await send(form.getAttribute('action'), { ...fields, action, reason })
    return await settle(card, answer, action)
  } catch (error) {
    comeBack(card)
    makeCurrent(card)
    say(error.message || words.failed)
  }
}

/** @returns what to take back, where something was decided */
async function settle(card, answer, action) {
  if (answer.outcome === 'conflict') {
    comeBack(card)
    showConflict(card, answer.page)
    return
  }
  if (answer.outcome === 'reviewed') {
    remove(card)
    say(answer.text)
    return
  }
  const mayUndo = answer.outcome === 'decided'
  const done = { url: `/console/decisions/${answer.id}/undo`, places: placesOf([card], [card]) }
  const text = fill(words.done, { did: answer.text, name: card.dataset.author })
  say(mayUndo ? text : answer.text, { mayUndo })
  tick([boxOf(card)], false)
  if (belongs(answer.status, action)) await refresh(card)
  else remove(card)
  return mayUndo ? done : undefined
}

export async function saveNote(card, button) {
  const fields = Object.fromEntries(new FormData(button.form))
  try {
    const answer = await send(button.getAttribute('formaction'), fields)
    if (answer.outcome !== 'emptyNote') await refresh(card)
    say(answer.text)
  } catch (error) {
    say(error.message || words.failed)
  }
}

// --- many at once

/**
 * Where cards stand, by the first one behind each that will still be there. By its id: what stays may
 * be exchanged for what it is now.
 */
function placesOf(cards, leaving) {
  return cards.map((card) => {
    let next = card.nextElementSibling
    while (next && leaving.includes(next)) next = next.nextElementSibling
    return { id: card.dataset.id, before: next?.id }
  })
}

function goOnWithout(card) {
  if (card.matches('.is-current')) makeCurrent(nextAfter(card))
  card.remove()
}

async function decideMany(action, reason) {
  const cards = ticked().map((box) => box.closest('.card'))
  const selected = ticked().map((box) => box.value)
  for (const card of cards) card.classList.add('is-leaving')
  try {
    const answer = await send('/console/decisions', { selected, action, reason })
    const done = new Map(answer.decided.map((one) => [one.commentId, one.status]))
    const decided = cards.filter(({ dataset }) => done.has(dataset.id))
    const leaving = decided.filter(({ dataset }) => !belongs(done.get(dataset.id), action))
    const places = placesOf(decided, leaving)
    for (const card of cards) {
      boxOf(card).checked = false
      if (leaving.includes(card)) goOnWithout(card)
      else await refresh(card)
    }
    say(answer.text, { mayUndo: done.size > 0 })
    if (!currentCard()) makeCurrent(firstCard())
    afterRemoval()
    if (done.size > 0) return { url: `/console/batches/${answer.batchId}/undo`, places }
  } catch (error) {
    for (const card of cards) comeBack(card)
    say(error.message || words.failed)
  }
}

// --- conflicts

function showConflict(card, page) {
  const conflict = page.getElementById('conflict')
  const dialog = byId('conflict-dialog')
  if (!conflict || dialog.open) {
    say(words.openConflict)
    return
  }
  dialog.replaceChildren(...document.adoptNode(conflict).childNodes)
  dialog.dataset.card = card.id
  dialog.showModal()
  dialog.querySelector('[data-do="leave"]').focus()
}

export function decideAnyway(form, submitter) {
  const dialog = byId('conflict-dialog')
  const card = byId(dialog.dataset.card)
  const fields = Object.fromEntries(new FormData(form, submitter))
  dialog.close()
  if (!card) return
  keepForUndo(sendAnyway(card, form.getAttribute('action'), fields))
}

async function sendAnyway(card, url, fields) {
  leave(card)
  try {
    return await settle(card, await send(url, fields), fields.action)
  } catch (error) {
    comeBack(card)
    say(error.message || words.failed)
  }
}

/** What is decided on already leaves the list; what somebody is on stays, and says so. */
export function leaveConflict() {
  const dialog = byId('conflict-dialog')
  const isOnlyTaken = dialog.querySelector('[name="despite"]') !== null
  const card = byId(dialog.dataset.card)
  dialog.close()
  if (!card) return
  if (state === 'search' || isOnlyTaken) refresh(card)
  else remove(card)
}
