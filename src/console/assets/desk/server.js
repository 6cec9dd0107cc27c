// Talking to the server. Nothing is built from strings: cards and dialogs come from our own pages,
// parsed as documents.

import { words } from './page.js'

/**
 * What the server makes of some fields.
 * @throws what to say, with the status of the answer; without one where there was no answer
 */
export async function send(url, fields, method = 'POST') {
  const response = await fetch(url, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => {
    throw failure(words.failed)
  })
  if (response.status === 401) throw failure(words.signedOut, 401)
  if (response.status === 409) return { outcome: 'conflict', page: parsed(await response.text()) }
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw failure(answer.detail ?? words.failed, response.status)
  return answer
}

const failure = (text, status) => Object.assign(new Error(text), { status })

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html')

/**
 * A page of ours; null where the answer is another one.
 * @throws where there was none
 */
export async function fetchPage(url) {
  const response = await fetch(url, { headers: { accept: 'text/html' } })
  return response.ok && !response.redirected ? parsed(await response.text()) : null
}
