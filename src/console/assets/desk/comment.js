// The page of one comment: the keys of the queue, its claim, and what others do to it meanwhile. Its
// forms are sent as they are: what is decided changes the whole page.

import { hearOfCard } from './changes.js'
import { hold, watchPresence } from './claims.js'
import { askReason, listenForButtons, listenForKeys, showKeys, switchKeys } from './keys.js'
import { followNews } from './news.js'
import { sayWhoElse } from './say.js'

const card = document.querySelector('[data-version]')
const form = card?.querySelector('form.actions')
let isReasonKnown = false

function decide(action) {
  if (sayWhoElse(form, action)) return
  const button = form?.querySelector(`button[value="${action}"]`)
  if (!button) return
  if (action !== 'reject') {
    form.requestSubmit(button)
    return
  }
  askReason((code) => {
    form.elements.reason.value = code
    isReasonKnown = true
    form.requestSubmit(button)
  })
}

function onSubmit(event) {
  if (isReasonKnown || event.submitter?.value !== 'reject') return
  event.preventDefault()
  decide('reject')
}

const keys = {
  a: () => decide('approve'),
  r: () => decide('reject'),
  p: () => decide('spam'),
  h: () => decide('hold'),
  e: () => decide('escalate'),
  u: () => document.querySelector('#notice form')?.requestSubmit(),
  '?': showKeys,
}

function start() {
  document.documentElement.classList.add('has-script')
  // what is there when a page loads is not read out by itself
  document.getElementById('notice')?.focus()
  listenForKeys(keys)
  listenForButtons({ help: showKeys, 'keys-on': switchKeys })
  form?.addEventListener('submit', onSubmit)
  watchPresence()
  hold(card)
  followNews((news) => hearOfCard(card, news))
}

if (card) start()
