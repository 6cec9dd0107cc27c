/* biome-ignore-all lint/style/noExcessiveLinesPerFile: one script, one request */

// The queue without page loads: keys, decisions, undo, claims and live news. Every form here also
// works without it. Nothing is built from strings: cards come from our own pages, parsed as documents.

const { state, site = '', section = '' } = document.body.dataset
const words = JSON.parse(document.body.dataset.words ?? '{}')
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const byId = (id) => document.getElementById(id)
const list = byId('cards')
const toast = byId('toast')
const announcer = byId('announcer')
const bulk = byId('bulk')

const undoForMs = 10_000
const claimAfterMs = 400
const renewClaimMs = 120_000
const topUpBelow = 6

// --- talking to the server

async function send(url, fields) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  if (response.status === 401) throw new Error(words.signedOut)
  if (response.status === 409) return { outcome: 'conflict', page: parsed(await response.text()) }
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.detail ?? words.failed)
  return answer
}

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html')

async function fetchPage(url) {
  const response = await fetch(url, { headers: { accept: 'text/html' } })
  return response.ok && !response.redirected ? parsed(await response.text()) : null
}

// --- saying what happened

let toastTimer

function say(text, { mayUndo = false } = {}) {
  clearTimeout(toastTimer)
  // the same words twice are still news to a screen reader
  announcer.textContent = ''
  requestAnimationFrame(() => {
    announcer.textContent = text
  })
  toast.querySelector('button').hidden = !mayUndo
  toast.classList.add('is-shown')
  toastTimer = setTimeout(hideToast, undoForMs)
}

function hideToast() {
  // not from under somebody's fingers
  if (toast.matches(':hover') || toast.contains(document.activeElement)) {
    toastTimer = setTimeout(hideToast, 2000)
    return
  }
  toast.classList.remove('is-shown')
}

// --- the current card

const allCards = () => Array.from(list.querySelectorAll('.card:not(.is-leaving)'))
const currentCard = () => list.querySelector('.card.is-current')
const isTaken = (card) => card.matches('.is-taken, .is-overtaken')

function makeCurrent(card, { focus = true } = {}) {
  const before = currentCard()
  if (before && before !== card) {
    before.classList.remove('is-current')
    release(before)
  }
  if (!card) return
  card.classList.add('is-current')
  if (focus) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
  }
  claimSoon(card)
}

function move(step) {
  const cards = allCards()
  const at = cards.indexOf(currentCard())
  makeCurrent(cards[Math.max(0, Math.min(cards.length - 1, at + step))])
}

/** The card to go on with: the next one that nobody else is on, else the one before. */
function nextAfter(card) {
  const cards = Array.from(list.querySelectorAll('.card'))
  const at = cards.indexOf(card)
  const rest = [...cards.slice(at + 1), ...cards.slice(0, at).reverse()]
  const open = rest.filter((one) => !one.matches('.is-leaving'))
  return open.find((one) => !isTaken(one)) ?? open[0]
}

// --- claims: who reads a held card keeps it for a few minutes

let claimTimer
let claimed = null

function claimSoon(card) {
  clearTimeout(claimTimer)
  if (card.dataset.status !== 'held' && state !== 'lead') return
  claimTimer = setTimeout(() => claim(card), claimAfterMs)
}

async function claim(card) {
  if (!card.isConnected || !card.matches('.is-current')) return
  claimed = card.dataset.id
  claimTimer = setTimeout(() => claim(card), renewClaimMs)
  const answer = await send(`/console/comments/${card.dataset.id}/claims`, {}).catch(() => null)
  if (answer?.outcome === 'held-by') showClaim(card, answer.by)
}

function release(card) {
  clearTimeout(claimTimer)
  if (claimed !== card.dataset.id) return
  claimed = null
  const url = `/console/comments/${card.dataset.id}/claims`
  fetch(url, { method: 'DELETE', keepalive: true, headers: { accept: 'application/json' } }).catch(
    () => {},
  )
}

function showClaim(card, name) {
  const place = card.querySelector('[data-claim]')
  card.classList.toggle('is-taken', Boolean(name))
  place.hidden = !name
  place.textContent = name ? fill(words.claimedBy, { name }) : ''
}

// --- decisions

const undoStack = []

/** Whether a card still belongs to the list that is shown. */
function belongs(status, action, isForLead = action === 'escalate') {
  if (state === 'search') return true
  if (state === 'lead') return isForLead
  if (state === 'held' && isForLead) return false
  if (status === state) return true
  return state === 'appealed' && action === 'hold'
}

function leave(card) {
  const next = nextAfter(card)
  card.classList.add('is-leaving')
  card.setAttribute('aria-busy', 'true')
  if (card.matches('.is-current')) {
    // the decision ends the claim
    claimed = null
    makeCurrent(next)
  }
}

function comeBack(card) {
  card.classList.remove('is-leaving')
  card.removeAttribute('aria-busy')
}

async function decide(card, action, reason) {
  const form = card.querySelector('form.actions')
  if (!form?.querySelector(`button[value="${action}"]`)) return
  const fields = Object.fromEntries(new FormData(form))
  leave(card)
  try {
    const answer = await send(form.getAttribute('action'), { ...fields, action, reason })
    await settle(card, answer, action)
  } catch (error) {
    comeBack(card)
    makeCurrent(card)
    say(error.message || words.failed)
  }
}

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
  if (answer.outcome === 'decided') {
    const places = [{ id: card.dataset.id, before: card.nextElementSibling }]
    undoStack.push({ url: `/console/decisions/${answer.id}/undo`, places })
    const text = fill(words.done, { did: answer.text, name: card.dataset.author })
    say(text, { mayUndo: true })
    if (belongs(answer.status, action)) await refresh(card)
    else remove(card)
    return
  }
  await refresh(card)
}

async function saveNote(card, button) {
  const fields = Object.fromEntries(new FormData(button.form))
  try {
    const answer = await send(button.getAttribute('formaction'), fields)
    if (answer.outcome !== 'emptyNote') await refresh(card)
    say(answer.text)
  } catch (error) {
    say(error.message || words.failed)
  }
}

function remove(card) {
  const hadFocus = card.contains(document.activeElement)
  const next = nextAfter(card)
  const wasCurrent = card.matches('.is-current')
  card.remove()
  if (hadFocus || wasCurrent) makeCurrent(next)
  afterRemoval()
}

/** Puts the card as it is now in its place. */
async function refresh(card) {
  const fresh = await fetchCard(card.dataset.id)
  if (!fresh) {
    comeBack(card)
    return
  }
  const { isCurrent, hasFocus } = {
    isCurrent: card.matches('.is-current'),
    hasFocus: card.contains(document.activeElement),
  }
  card.replaceWith(fresh)
  if (isCurrent) makeCurrent(fresh, { focus: hasFocus })
}

async function fetchCard(id) {
  const back = encodeURIComponent(`${location.pathname}${location.search}`)
  const page = await fetchPage(`/console/comments/${id}/card?back=${back}`).catch(() => null)
  const card = page?.querySelector('.card')
  return card ? document.adoptNode(card) : null
}

function afterRemoval() {
  updateSelection()
  const left = allCards().length
  if (left < topUpBelow) topUp()
  if (left > 0) return
  if (!document.querySelector('.more a')) showEmpty()
}

function showEmpty() {
  const empty = byId('empty')
  empty.hidden = false
  if (bulk) bulk.hidden = true
  if (document.activeElement === document.body) list.focus()
}

// --- undo

async function undo() {
  const last = undoStack.pop()
  if (!last) {
    say(words.nothingToUndo)
    return
  }
  try {
    const answer = await send(last.url, {})
    let first = null
    for (const { id, before } of last.places)
      if (answer.comments.includes(id)) {
        const card = await putBack(id, before)
        first ??= card
      }
    if (first) makeCurrent(first)
    say(answer.text ?? words.undone)
  } catch (error) {
    undoStack.push(last)
    say(error.message || words.failed, { mayUndo: true })
  }
}

async function putBack(id, before) {
  const card = await fetchCard(id)
  if (!card) return null
  const shown = byId(card.id)
  if (shown) shown.replaceWith(card)
  else if (belongs(card.dataset.status, '', card.dataset.lead === 'true') || state === 'pending')
    list.insertBefore(card, before?.isConnected ? before : null)
  else return null
  byId('empty').hidden = true
  if (bulk) bulk.hidden = false
  return card
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
}

async function decideAnyway(form, submitter) {
  const dialog = byId('conflict-dialog')
  const card = byId(dialog.dataset.card)
  const fields = Object.fromEntries(new FormData(form, submitter))
  dialog.close()
  if (!card) return
  leave(card)
  try {
    await settle(card, await send(form.getAttribute('action'), fields), fields.action)
  } catch (error) {
    comeBack(card)
    say(error.message || words.failed)
  }
}

function leaveConflict() {
  const dialog = byId('conflict-dialog')
  const card = byId(dialog.dataset.card)
  dialog.close()
  if (!card) return
  if (state === 'search') refresh(card)
  else remove(card)
}

// --- many at once

const ticked = () => Array.from(list.querySelectorAll('input[name="selected"]:checked'))

function updateSelection() {
  if (!bulk) return
  const boxes = ticked()
  bulk.classList.toggle('is-shown', boxes.length > 0)
  for (const card of allCards())
    card.classList.toggle('is-selected', card.querySelector('[name="selected"]')?.checked ?? false)
  bulk.querySelector('[data-selected]').textContent = fill(words.selected, { n: boxes.length })
  const all = bulk.querySelector('[data-do="select-all"]')
  all.checked = boxes.length > 0 && boxes.length === allCards().length
  all.indeterminate = boxes.length > 0 && !all.checked
}

function tick(boxes, checked) {
  for (const box of boxes) box.checked = checked
  updateSelection()
}

/** The card that will still be there behind one of many. */
function nextOutside(card, cards) {
  let next = card.nextElementSibling
  while (next && cards.includes(next)) next = next.nextElementSibling
  return next
}

async function decideMany(action, reason) {
  const cards = ticked().map((box) => box.closest('.card'))
  const selected = ticked().map((box) => box.value)
  const places = cards.map((card) => ({ id: card.dataset.id, before: nextOutside(card, cards) }))
  for (const card of cards) card.classList.add('is-leaving')
  try {
    const answer = await send('/console/decisions', { selected, action, reason })
    undoStack.push({ url: `/console/batches/${answer.batchId}/undo`, places })
    const done = new Map(answer.decided.map((one) => [one.commentId, one.status]))
    for (const card of cards) {
      card.querySelector('[name="selected"]').checked = false
      const status = done.get(card.dataset.id)
      if (status && !belongs(status, action)) card.remove()
      else await refresh(card)
    }
    say(answer.text, { mayUndo: true })
    if (!currentCard()) makeCurrent(allCards()[0])
    afterRemoval()
  } catch (error) {
    for (const card of cards) comeBack(card)
    say(error.message || words.failed)
  }
}

// --- reasons

let onReason = null

function askReason(then) {
  onReason = then
  byId('reason-dialog').showModal()
}

function chooseReason(code) {
  const then = onReason
  onReason = null
  byId('reason-dialog').close()
  then?.(code)
}

/** What a key or a button does: to the selection where there is one, else to one card. */
function act(action, card, { isForAll = ticked().length > 0 } = {}) {
  if (!isForAll && !card) return
  const run = (reason) => (isForAll ? decideMany(action, reason) : decide(card, action, reason))
  if (action === 'reject') askReason(run)
  else run()
}

function skip(card) {
  if (!card) return
  const next = nextAfter(card)
  release(card)
  list.append(card)
  makeCurrent(next ?? card)
  say(words.skipped)
}

// --- more cards

let isLoading = false

async function topUp() {
  const link = document.querySelector('.more a')
  if (!link || isLoading) return
  isLoading = true
  const page = await fetchPage(link.href).catch(() => null)
  isLoading = false
  if (!page) return
  for (const card of page.querySelectorAll('#cards > .card'))
    if (!byId(card.id)) list.append(document.adoptNode(card))
  const next = page.querySelector('.more a')
  if (next) link.href = next.href
  else link.closest('.more').remove()
  if (!currentCard()) makeCurrent(allCards()[0], { focus: false })
  updateSelection()
}

// --- live news

let events = null
let freshCount = 0
const arrivals = { reported: 'comment.reported', appealed: 'comment.appealed' }

function follow() {
  if (document.hidden) {
    events?.close()
    events = null
    return
  }
  events ??= new EventSource(`/console/events?${new URLSearchParams({ site, section })}`)
  events.onmessage = ({ data }) => hear(JSON.parse(data))
}

function hear({ counts, claims, changes }) {
  for (const place of document.querySelectorAll('[data-count]'))
    place.textContent = counts[place.dataset.count].toLocaleString(document.documentElement.lang)
  const oldest = document.querySelector('[data-oldest]')
  if (oldest) oldest.dataset.oldest = counts.oldestHeldAt ?? ''
  tellOldest()
  const holders = new Map(claims.map(({ id, by }) => [id, by]))
  for (const card of allCards())
    if (!card.matches('.is-overtaken')) showClaim(card, holders.get(card.dataset.id))
  for (const change of changes) hearOf(change)
}

/** Cards never move under who reads them: one that was decided elsewhere only says so. */
function hearOf({ id, type, status, by, isMine }) {
  const card = byId(`card-${id}`)
  if (card?.matches('.is-leaving')) return
  if (card) {
    if (isMine || !status || status === card.dataset.status) return
    showClaim(card, '')
    card.classList.add('is-overtaken')
    const place = card.querySelector('[data-claim]')
    place.hidden = false
    place.textContent = fill(words.decidedBy, { status: words.statuses[status], name: by })
    return
  }
  if (isMine || (status !== state && type !== arrivals[state])) return
  freshCount += 1
  const fresh = byId('fresh')
  if (!fresh) return
  fresh.hidden = false
  fresh.querySelector('a').textContent = fill(words.fresh, { n: freshCount })
}

function tellOldest() {
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

// --- keys

const areKeysOn = () => localStorage.getItem('postbag-keys') !== 'off'

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
    const box = currentCard()?.querySelector('[name="selected"]')
    if (box) tick([box], !box.checked)
  },
  o: () => currentCard()?.querySelector('.story')?.click(),
  '?': () => byId('keys-dialog').showModal(),
  escape: () => tick(ticked(), false),
}

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable]'

/** The Latin letter of a key, whatever the layout of the keyboard. */
function keyOf({ key, code }) {
  if (/^[a-z?]$|^escape$/i.test(key)) return key.toLowerCase()
  return /^[\p{L}]$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : ''
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  const reasons = byId('reason-dialog')
  if (reasons.open) {
    const button = reasons.querySelectorAll('[data-reason]')[Number(event.key) - 1]
    if (button) chooseReason(button.dataset.reason)
    return
  }
  if (!areKeysOn() || event.target.closest('dialog') || event.target.matches(typing)) return
  const run = keys[keyOf(event)]
  if (!run) return
  event.preventDefault()
  run()
}

// --- buttons and forms

const buttons = {
  undo,
  help: () => byId('keys-dialog').showModal(),
  skip: (button) => skip(button.closest('.card')),
  leave: leaveConflict,
  'select-all': (box) =>
    tick(
      allCards().map((card) => card.querySelector('[name="selected"]')),
      box.checked,
    ),
  'keys-on': (box) => localStorage.setItem('postbag-keys', box.checked ? 'on' : 'off'),
}

function onClick(event) {
  const reason = event.target.closest('[data-reason]')
  if (reason) {
    chooseReason(reason.dataset.reason)
    return
  }
  const more = event.target.closest('.more a')
  const button = event.target.closest('[data-do]')
  if (more || button?.matches('a')) event.preventDefault()
  if (more) topUp()
  if (button) buttons[button.dataset.do]?.(button)
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

function start() {
  document.documentElement.classList.add('has-script')
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', onClick)
  document.addEventListener('submit', onSubmit)
  document.addEventListener('change', updateSelection)
  document.addEventListener('visibilitychange', follow)
  list.addEventListener('focusin', ({ target }) => {
    const card = target.closest('.card')
    if (card && card !== currentCard()) makeCurrent(card, { focus: false })
  })
  addEventListener('pagehide', () => {
    const card = currentCard()
    if (card) release(card)
    events?.close()
    events = null
  })
  addEventListener('pageshow', follow)
  setInterval(tellOldest, 30_000)
  byId('keys-dialog').querySelector('[data-do="keys-on"]').checked = areKeysOn()
  makeCurrent(allCards()[0], { focus: false })
  updateSelection()
  follow()
}

if (state && list) start()
