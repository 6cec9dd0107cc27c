// Saying what happened: what was done here in a toast, what others did without one.

import { byId } from './page.js'

const shownForMs = 10_000

const toast = byId('toast')
let toastTimer

export function say(text, { mayUndo = false } = {}) {
  clearTimeout(toastTimer)
  announceIn(byId('announcer'), text)
  toast.querySelector('button').hidden = !mayUndo
  toast.classList.add('is-shown')
  toastTimer = setTimeout(hideToast, shownForMs)
}

/** Says, where it is so, that it is for others to answer an appeal. */
export function sayWhoElse(form, action) {
  const text = form?.querySelector('.own-appeal')?.textContent
  if (!text || form.querySelector(`button[value="${action}"]`)) return false
  say(text)
  return true
}

function hideToast() {
  // not from under somebody's fingers
  if (toast.matches(':hover') || toast.contains(document.activeElement)) {
    toastTimer = setTimeout(hideToast, 2000)
    return
  }
  toast.classList.remove('is-shown')
}

/** For who does not see it: what others did to the card that is being read, which says so itself. */
export const tell = (text) => announceIn(byId('elsewhere'), text)

/** The same words twice are still news to a screen reader. */
function announceIn(place, text) {
  place.textContent = ''
  requestAnimationFrame(() => {
    place.textContent = text
  })
}
