// Claims: who reads a card keeps it for a few minutes, as long as somebody is there.

import { fill, state, words } from './page.js'
import { tell } from './say.js'
import { send } from './server.js'

const claimAfterMs = 400
const renewAfterMs = 120_000
/** Without a key, a click or a movement for this long nobody is there. */
const awayAfterMs = 300_000

/** The card that is being read, and what to do when somebody else has it. */
let reading = null
let isClaimed = false
let timer
let lastInputAt = Date.now()
let hasActed = false
let isAway = false

/** Whether anybody has done anything on this page yet. */
export const isUntouched = () => !hasActed

const urlOf = ({ dataset }) => `/console/comments/${dataset.id}/claims`

/** Claims the card that is read from now on, once it is clear that it stays that one. */
export function hold(card, onTaken = () => {}) {
  if (reading?.card !== card) letGo()
  reading = { card, onTaken }
  // second reviews are given out one by one
  if (state !== 'reviews' && !document.hidden) claimLater('POST', claimAfterMs)
}

/** Gives the card back. */
export const letGo = () => end(inOrder)

let lastWord = Promise.resolve()

/** A claim that its end overtakes on the way would outlast it, and keep the card from everybody else. */
function inOrder(tell) {
  lastWord = lastWord.then(tell, tell)
  return lastWord
}

/** @param when a page that is left cannot wait for an answer */
function end(when) {
  clearTimeout(timer)
  if (reading && isClaimed) {
    const url = urlOf(reading.card)
    const headers = { accept: 'application/json' }
    const tell = () => fetch(url, { method: 'DELETE', keepalive: true, headers }).catch(() => {})
    when(tell)
  }
  isClaimed = false
}

/** The card is decided on, which ends the claim. */
export function letEnd() {
  clearTimeout(timer)
  isClaimed = false
  reading = null
}

function claimLater(method, ms) {
  clearTimeout(timer)
  timer = setTimeout(claim, ms, method)
}

async function claim(method) {
  const claiming = reading
  if (!claiming?.card.isConnected) return
  isAway = method === 'PUT' && Date.now() - lastInputAt > awayAfterMs
  if (isAway) return
  isClaimed = true
  const ask = () => send(urlOf(claiming.card), {}, method).catch(() => null)
  const answer = await inOrder(ask)
  if (reading !== claiming || document.hidden) return
  isClaimed = answer?.outcome === 'claimed'
  if (isClaimed) claimLater('PUT', renewAfterMs)
  if (answer?.outcome !== 'held-by') return
  showHolder(claiming.card, answer.by)
  claiming.onTaken()
}

function noteInput({ type }) {
  // a pointer also moves because the page does
  hasActed ||= type !== 'pointermove'
  lastInputAt = Date.now()
  if (!isAway) return
  isAway = false
  claimLater('POST', claimAfterMs)
}

function comeOrGo() {
  if (document.hidden) letGo()
  else if (reading) hold(reading.card, reading.onTaken)
}

export function watchPresence() {
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'])
    document.addEventListener(kind, noteInput, { capture: true, passive: true })
  document.addEventListener('visibilitychange', comeOrGo)
  addEventListener('pagehide', () => end((tell) => tell()))
  addEventListener('pageshow', comeOrGo)
}

/** Says on a card who else holds it, if anybody; and aloud, where it is the one that is being read. */
export function showHolder(card, name = '') {
  const place = card.querySelector('[data-claim]')
  if (!place || card.matches('.is-overtaken')) return
  const text = name ? fill(words.claimedBy, { name }) : (card.dataset.back ?? '')
  const wasTaken = card.matches('.is-taken')
  const isNew = name !== '' && !(wasTaken && place.textContent === text)
  card.classList.toggle('is-taken', name !== '')
  place.hidden = text === ''
  place.textContent = text
  if (reading?.card !== card) return
  if (isNew) tellOf(card, text)
  // it is free now: for who is still there
  if (wasTaken && name === '') claimLater('PUT', claimAfterMs)
}

/** Says on a card that it is no longer what is shown. */
export function showOvertaken(card, text) {
  card.classList.remove('is-taken')
  card.classList.add('is-overtaken')
  const place = card.querySelector('[data-claim]')
  if (!place) return
  place.hidden = false
  place.textContent = text
  if (reading?.card === card) tellOf(card, text)
}

/** Says on a card, until somebody is on it, that it waits again. */
export function showBack(card, text) {
  card.dataset.back = text
  showHolder(card)
}

const tellOf = ({ dataset }, text) => tell([dataset.author, text].filter(Boolean).join(': '))
