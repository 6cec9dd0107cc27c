// Talking to the server. Nothing is built from strings: cards and dialogs come from our own pages,
// parsed as documents.

import { words } from './page.js'

export async function send(url, fields, method = 'POST') {
  const response = await fetch(url, {
    method,
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

export async function fetchPage(url) {
  const response = await fetch(url, { headers: { accept: 'text/html' } })
  return response.ok && !response.redirected ? parsed(await response.text()) : null
}
