// A range of a score by dragging over the bars or moving its ends, the count of what is ticked, and
// the step before a decision as a dialog. Without it the page does the same with its forms alone.

const byId = (id) => document.getElementById(id)
const page = byId('batch-page')
const range = byId('range')
const picks = byId('picks')
const decide = byId('batch')
const found = byId('found')
const step = 0.05

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html')
const rounded = (value) => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100

// --- the range

const ends = () => ({ from: Number(range.from.value), to: Number(range.to.value) })

/** Shows a range everywhere it is shown, without asking for its comments yet. */
function setRange(from, to) {
  range.from.value = rounded(from)
  range.to.value = rounded(to)
  showRange()
}

function showRange() {
  const { from, to } = ends()
  for (const end of document.querySelectorAll('[data-end]'))
    end.value = range[end.dataset.end].value
  for (const bar of document.querySelectorAll('.histogram .bar'))
    bar.classList.toggle('is-chosen', bar.dataset.to > from && bar.dataset.from < to)
}

/** An end that is moved past the other one takes it along. */
function moveEnd(end, value) {
  const { from, to } = ends()
  if (end === 'from') setRange(value, Math.max(to, Math.min(1, value + step)))
  else setRange(Math.min(from, Math.max(0, value - step)), value)
}

let loading = 0
/** The range of what is listed. */
let listed

/** Asks for the page of the range as it is now and takes over what depends on it. */
async function load() {
  const turn = ++loading
  const asked = ends()
  const url = `${range.getAttribute('action')}?${new URLSearchParams(new FormData(range))}`
  setBusy(true)
  try {
    const response = await fetch(url, { headers: { accept: 'text/html' } })
    if (!response.ok || response.redirected) throw new Error()
    const fresh = parsed(await response.text())
    if (turn !== loading) return
    take(fresh, url)
    listed = asked
  } catch {
    if (turn !== loading) return
    setRange(listed.from, listed.to)
    found.textContent = page.dataset.failed
  }
  setBusy(false)
}

/** What is listed belongs to the range before until the new list is there: nobody decides on it. */
function setBusy(isBusy) {
  picks.toggleAttribute('inert', isBusy)
  if (isBusy) picks.setAttribute('aria-busy', 'true')
  else picks.removeAttribute('aria-busy')
  for (const button of decide.querySelectorAll('button')) button.disabled = isBusy
}

function take(fresh, url) {
  history.replaceState(null, '', url)
  for (const id of ['histogram', 'histogram-notes', 'picks'])
    byId(id).replaceChildren(...document.adoptNode(fresh.getElementById(id)).childNodes)
  found.textContent = fresh.getElementById('found').textContent
  decide.back.value = fresh.querySelector('#batch [name="back"]').value
  decide.hidden = picks.children.length === 0
  byId('notice')?.remove()
  showRange()
  tellTicked()
}

// --- dragging

let dragFrom = null

/** The step of the histogram that lies under a pointer. */
function stepAt({ clientX }, bars) {
  const { left, width } = bars.getBoundingClientRect()
  const at = Math.floor((clientX - left) / width / step)
  return Math.min(1 / step - 1, Math.max(0, at))
}

function drag(event) {
  const at = stepAt(event, event.currentTarget.querySelector('.histogram'))
  setRange(Math.min(dragFrom, at) * step, (Math.max(dragFrom, at) + 1) * step)
}

function startDrag(event) {
  const bars = event.target.closest('.histogram')
  if (!bars || event.button !== 0 || !event.isPrimary) return
  event.preventDefault()
  event.currentTarget.setPointerCapture(event.pointerId)
  dragFrom = stepAt(event, bars)
  drag(event)
}

function endDrag({ isPrimary }) {
  if (dragFrom === null || !isPrimary) return
  dragFrom = null
  load()
}

/** A finger that began on the bars and moved the page has chosen nothing. */
function leaveDrag() {
  if (dragFrom === null) return
  dragFrom = null
  setRange(listed.from, listed.to)
}

// --- what is ticked

const boxes = () => Array.from(picks.querySelectorAll('[name="selected"]'))

function tellTicked() {
  const all = boxes()
  const count = all.filter(({ checked }) => checked).length
  const place = decide.querySelector('[data-ticked]')
  place.textContent = place.dataset.ticked.replace('{n}', count).replace('{total}', all.length)
  const box = decide.querySelector('[data-do="all"]')
  box.checked = count > 0 && count === all.length
  box.indeterminate = count > 0 && count < all.length
  for (const pick of picks.children)
    pick.classList.toggle('is-left-out', !pick.querySelector('[name="selected"]').checked)
}

// --- the step before a decision

async function confirm(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter))
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body })
  const asked = parsed(await response.text()).getElementById('confirm')
  if (!asked) {
    // nothing is ticked, or the session has ended: the page says so
    location.assign(response.url)
    return
  }
  const dialog = byId('confirm-dialog')
  dialog.replaceChildren(...document.adoptNode(asked).childNodes)
  dialog.showModal()
}

function start() {
  document.documentElement.classList.add('has-script')
  const bars = byId('histogram')
  bars.addEventListener('pointerdown', startDrag)
  bars.addEventListener(
    'pointermove',
    (event) => dragFrom !== null && event.isPrimary && drag(event),
  )
  bars.addEventListener('pointerup', endDrag)
  bars.addEventListener('pointercancel', leaveDrag)
  document.addEventListener('input', ({ target }) => {
    if (target.dataset.end) moveEnd(target.dataset.end, Number(target.value))
  })
  document.addEventListener('change', ({ target }) => {
    if (target.dataset.end || target === range.from || target === range.to) load()
    if (target.dataset.do === 'all') for (const box of boxes()) box.checked = target.checked
    tellTicked()
  })
  document.addEventListener('click', (event) => {
    if (!event.target.closest('dialog [data-do="leave"]')) return
    event.preventDefault()
    event.target.closest('dialog').close()
  })
  decide.addEventListener('submit', (event) => {
    event.preventDefault()
    confirm(decide, event.submitter).catch(() => {
      found.textContent = page.dataset.failed
    })
  })
  listed = ends()
  showRange()
  tellTicked()
}

if (page) start()
