// The queue without page loads: keys, decisions, undo, claims and live news. Every form here also
// works without it.

import { showAgain, topUp, topUpIfFew } from './cards-in-list.js'
import { hearOfArrivals, hearOfCard, showCounts, tellOldest } from './changes.js'
import { letGo, watchPresence } from './claims.js'
import { allCards, currentCard, firstCard, makeCurrent, move, nextAfter } from './current.js'
import { act, decideAnyway, leaveConflict, saveNote } from './decide.js'
import { listenForButtons, listenForKeys, showKeys, switchKeys } from './keys.js'
import { followNews } from './news.js'
import { list, state, words } from './page.js'
import { say } from './say.js'
import { boxOf, bulk, tick, tickAll, ticked, updateSelection } from './selection.js'
import { putBehind, sortSkipped } from './skipped.js'
import { undo } from './undo.js'

function skip(card) {
  if (!card) return
  const next = nextAfter(card)
  letGo()
  putBehind(card)
  makeCurrent(next ?? card)
  say(words.skipped)
}

const keys = {
  a: () => act('approve', currentCard()),
  r: () => act('reject', currentCard()),
  p: () => act('spam', currentCard()),
  h: () => act('hold', currentCard()),
  e: () => act('escalate', currentCard()),
  s: () => skip(currentCard()),
  u: undo,
  j: () => move(1),
  k: () => move(-1),
  x: () => {
    const card = currentCard()
    if (card && bulk) tick([boxOf(card)], !boxOf(card).checked)
  },
  o: () => currentCard()?.querySelector('.story')?.click(),
  '?': showKeys,
  escape: () => tick(ticked(), false),
}

/** Who comes back, however, comes back to this card. */
function leaveMark({ target }) {
  const card = target.closest('.story')?.closest('.card')
  if (card) history.replaceState(null, '', `#${card.id}`)
}

const markedCard = () => allCards().find(({ id }) => `#${id}` === location.hash)

const buttons = {
  undo,
  help: showKeys,
  skip: (button) => skip(button.closest('.card')),
  leave: leaveConflict,
  'select-all': tickAll,
  'keys-on': switchKeys,
}

function onSubmit(event) {
  const { target, submitter } = event
  if (target.closest('.card') && target.matches('.actions')) {
    event.preventDefault()
    if (submitter?.matches('[formaction]')) {
      saveNote(target.closest('.card'), submitter)
      return
    }
    if (submitter?.name !== 'action') return
    act(submitter.value, target.closest('.card'), { isForAll: false })
  } else if (target === bulk) {
    event.preventDefault()
    act(submitter.value, null, { isForAll: true })
  } else if (target.closest('#conflict-dialog')) {
    event.preventDefault()
    decideAnyway(target, submitter)
  }
}

function hear(news) {
  showCounts(news.counts)
  for (const card of allCards()) hearOfCard(card, news, showAgain)
  hearOfArrivals(news)
}

function start() {
  document.documentElement.classList.add('has-script')
  listenForKeys(keys)
  listenForButtons(buttons)
  document.addEventListener('submit', onSubmit)
  document.addEventListener('change', updateSelection)
  document.addEventListener('click', (event) => {
    if (!event.target.closest('.more a')) return
    event.preventDefault()
    topUp({ isAsked: true })
  })
  list.addEventListener('click', leaveMark)
  list.addEventListener('focusin', ({ target }) => {
    const card = target.closest('.card')
    if (card && card !== currentCard()) makeCurrent(card, { focus: false })
  })
  sortSkipped()
  watchPresence()
  setInterval(tellOldest, 30_000)
  makeCurrent(markedCard() ?? firstCard(), { focus: false })
  updateSelection()
  topUpIfFew()
  followNews(hear)
}

if (state && list) start()
