/* biome-ignore-all lint/style/noExcessiveLinesPerFile: one script, one request */

// The form of a rule without page loads. Every button here also works without it: the script sends the
// same form and puts the parts of the answer that have changed into their places.

const form = document.getElementById('rule-form')
const byId = (id) => document.getElementById(id)
const lookAfterMs = 350

// --- sending the form

let latest = 0
let lookTimer

/** What the fields of a part hold. */
const typedIn = (region) =>
  JSON.stringify(
    Array.from(region?.querySelectorAll('input, select, textarea') ?? [], (field) => [
      field.value,
      field.checked,
    ]),
  )

/** Sends the form as a button would; the answer's parts named by `regions` take the place of ours. */
async function send(action, regions, { isLook = false } = {}) {
  const mine = ++latest
  const sent = regions.map((id) => typedIn(byId(id)))
  const fields = new URLSearchParams(new FormData(form))
  fields.set('do', action)
  const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields })
  if (answer.redirected || ![200, 422].includes(answer.status)) throw new Error(answer.status)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (isLook && mine !== latest) return
  // a part that is replaced takes the focus with it
  const focused = document.activeElement.id
  for (const [at, id] of regions.entries()) {
    const [old, fresh] = [byId(id), page.getElementById(id)]
    // somebody has typed on: what comes late would take their words back
    if (typedIn(old) !== sent[at]) markStale()
    else if (old && fresh) old.replaceWith(document.adoptNode(fresh))
  }
  if (isLook || !regions.map(byId).some(focusIn)) byId(focused)?.focus()
  startEditor()
}

function focusIn(region) {
  const target = region?.matches('[autofocus]') ? region : region?.querySelector('[autofocus]')
  target?.focus()
  if (target?.matches('.result')) target.scrollIntoView({ block: 'nearest' })
  return Boolean(target)
}

/** What a result says is of the condition as it was. */
const markStale = () => {
  for (const note of form.querySelectorAll('[data-stale]')) note.hidden = false
}

async function onSubmit(event) {
  const button = event.submitter
  const { swap, busy } = button?.dataset ?? {}
  if (!swap) return
  event.preventDefault()
  clearTimeout(lookTimer)
  const regions = swap.split(' ')
  const region = byId(regions[0])
  region.setAttribute('aria-busy', 'true')
  button.disabled = true
  if (busy) region.replaceChildren(statusOf(busy))
  try {
    await send(button.value, regions)
  } catch {
    // the browser's own way says what is wrong: a sign-in, a conflict, a lost connection
    button.disabled = false
    delete button.dataset.swap
    form.requestSubmit(button)
    return
  }
  button.disabled = false
  byId(regions[0])?.removeAttribute('aria-busy')
  if (regions[0] === 'condition') markStale()
}

function statusOf(text) {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  line.textContent = text
  return line
}

/** A changed row is written anew as text; a comparison of another kind gets another field for its value. */
function onChange({ target }) {
  const { look, kind } = target.dataset
  if (!look) return
  markStale()
  clearTimeout(lookTimer)
  const isSameKind = kind && kind === target.selectedOptions[0]?.dataset.kind
  const regions = [isSameKind ? 'written' : look]
  lookTimer = setTimeout(() => send('rows', regions, { isLook: true }).catch(() => {}), lookAfterMs)
}

// --- the condition as text: checked while it is typed, mistakes underlined

let checkTimer

function piece(tag, text, className) {
  const element = document.createElement(tag)
  element.textContent = text
  if (className) element.className = className
  return element
}

async function check(area) {
  const when = area.value
  const answer = await fetch(form.dataset.check, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ when }),
  }).catch(() => null)
  if (!answer?.ok || area.value !== when) return
  const { errors } = await answer.json()
  area.setAttribute('aria-invalid', String(errors.length > 0))
  underline(area, errors)
  tell(when, errors)
}

/** The same text behind the field, where a mistake can be underlined. */
function underline(area, errors) {
  const back = area.previousElementSibling
  const parts = []
  let at = 0
  for (const { start, end } of errors.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(at, start < end ? start : start - 1)
    const to = Math.max(from, end)
    parts.push(area.value.slice(at, from), piece('mark', area.value.slice(from, to), 'is-wrong'))
    at = to
  }
  back.replaceChildren(...parts, `${area.value.slice(at)}\n`)
  back.scrollTop = area.scrollTop
}

function tell(when, errors) {
  const place = byId('when-errors')
  if (when.trim() === '') place.replaceChildren()
  else if (errors.length === 0) place.replaceChildren(piece('p', place.dataset.fine, 'fine'))
  else {
    const list = document.createElement('ul')
    for (const error of errors) {
      const line = document.createElement('li')
      line.append(error.message, ' ', piece('span', error.place, 'muted'))
      list.append(line)
    }
    const box = piece('div', '', 'condition-errors')
    box.append(piece('p', place.dataset.wrong), list)
    place.replaceChildren(box)
  }
}

// --- completion of names: arrows choose, Enter or Tab takes, Escape leaves

const mostSuggestions = 6
let choices = []
let chosen = 0

/** What is being written before the caret: a path, or the beginning of a bank's name. */
const begun = (area) =>
  /(?:(?:list|pattern)\("[^"]*|[A-Za-z][\w.]*)$/.exec(
    area.value.slice(0, area.selectionStart),
  )?.[0] ?? ''

function rank(text, word) {
  const [have, want] = [text.toLowerCase(), word.toLowerCase()]
  if (have.startsWith(want)) return 0
  return have.split('.').some((part) => part.startsWith(want)) ? 1 : have.includes(want) ? 2 : 3
}

function suggest(area) {
  const word = begun(area)
  const all = JSON.parse(area.dataset.completions)
  choices = word
    ? all
        .map((one) => ({ ...one, rank: rank(one.text, word) }))
        .filter((one) => one.rank < 3 && one.text !== word)
        .toSorted((one, other) => one.rank - other.rank)
        .slice(0, mostSuggestions)
    : []
  chosen = 0
  show(area)
}

function show(area) {
  const list = byId('suggestions')
  list.replaceChildren(
    ...choices.map(({ text, type, means }, index) => {
      const option = document.createElement('div')
      option.id = `suggestion-${index}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', String(index === chosen))
      option.append(piece('code', text), piece('span', [type, means].filter(Boolean).join(' – ')))
      return option
    }),
  )
  list.hidden = choices.length === 0
  if (list.hidden) area.removeAttribute('aria-activedescendant')
  else area.setAttribute('aria-activedescendant', `suggestion-${chosen}`)
  byId('suggestion-count').textContent = choices.length
    ? area.dataset.found.replace('{n}', choices.length)
    : ''
}

function close(area) {
  choices = []
  show(area)
}

function takeChoice(area) {
  const { text } = choices[chosen]
  const word = begun(area)
  const at = area.selectionStart
  area.setRangeText(text, at - word.length, at, 'end')
  close(area)
  area.dispatchEvent(new Event('input', { bubbles: true }))
  close(area)
}

function onKey(event) {
  const area = event.target
  if (choices.length === 0 || event.isComposing) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) {
    chosen = (chosen + step + choices.length) % choices.length
    show(area)
  } else if (event.key === 'Enter' || event.key === 'Tab') takeChoice(area)
  else if (event.key === 'Escape') close(area)
  else return
  event.preventDefault()
}

function startEditor() {
  const area = byId('when')
  if (!area?.matches('.code') || area.dataset.started) return
  area.dataset.started = 'yes'
  area.addEventListener('keydown', onKey)
  area.addEventListener('blur', () => close(area))
  area.addEventListener('scroll', () => {
    area.previousElementSibling.scrollTop = area.scrollTop
  })
  area.addEventListener('input', () => {
    markStale()
    suggest(area)
    underline(area, [])
    clearTimeout(checkTimer)
    checkTimer = setTimeout(() => check(area), lookAfterMs)
  })
  byId('suggestions').addEventListener('pointerdown', (event) => {
    const option = event.target.closest('[role="option"]')
    // before the field loses the focus
    event.preventDefault()
    if (!option) return
    chosen = Number(option.id.split('-')[1])
    takeChoice(area)
  })
  if (area.value.trim() !== '') check(area)
}

document.documentElement.classList.add('has-script')
form.addEventListener('submit', onSubmit)
form.addEventListener('input', onChange)
startEditor()
