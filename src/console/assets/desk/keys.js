// Keys, and the dialogs that they open.

import { byId } from './page.js'

const areKeysOn = () => localStorage.getItem('postbag-keys') !== 'off'

export const showKeys = () => byId('keys-dialog').showModal()

export const switchKeys = ({ checked }) =>
  localStorage.setItem('postbag-keys', checked ? 'on' : 'off')

// --- reasons

let onReason = null

export function askReason(then) {
  onReason = then
  byId('reason-dialog').showModal()
}

export function chooseReason(code) {
  const then = onReason
  onReason = null
  byId('reason-dialog').close()
  then?.(code)
}

// --- keys

/** Where keys write or belong to somebody else. A dialog that was just closed still has the focus. */
const elsewhere = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog[open]'

const isNoKeyOfOurs = ({ ctrlKey, metaKey, altKey, repeat }) =>
  ctrlKey || metaKey || altKey || repeat

/** The Latin letter of a key, whatever the layout of the keyboard. */
function keyOf({ key, code }) {
  if (/^[a-z?]$|^escape$/i.test(key)) return key.toLowerCase()
  return /^[\p{L}]$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : ''
}

/** The digit of a key, also where it takes Shift to write one. */
const digitOf = ({ key, code }) => Number(/^\d$/.test(key) ? key : code.replace('Digit', ''))

/** @param keys what each of them does */
export function listenForKeys(keys) {
  byId('keys-dialog').querySelector('[data-do="keys-on"]').checked = areKeysOn()
  document.addEventListener('keydown', (event) => {
    if (isNoKeyOfOurs(event)) return
    const reasons = byId('reason-dialog')
    if (reasons.open) {
      const button = reasons.querySelectorAll('[data-reason]')[digitOf(event) - 1]
      if (button) chooseReason(button.dataset.reason)
      return
    }
    if (!areKeysOn() || event.target.closest(elsewhere)) return
    const run = keys[keyOf(event)]
    if (!run) return
    event.preventDefault()
    run()
  })
}

/** @param buttons what those with `data-do` do, by its value */
export function listenForButtons(buttons) {
  document.addEventListener('click', (event) => {
    const reason = event.target.closest('[data-reason]')
    if (reason) {
      chooseReason(reason.dataset.reason)
      return
    }
    const button = event.target.closest('[data-do]')
    if (button?.matches('a')) event.preventDefault()
    if (button) buttons[button.dataset.do]?.(button)
  })
}
