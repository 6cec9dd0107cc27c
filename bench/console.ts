/**
 * How long a moderator waits: pages of the console and decisions, one after the other, with 100,000
 * comments of which 10,000 are held. It ends with 1 where a median is above its bar.
 */
import { normalEmail } from '../src/accounts/email'
import { createModerator } from '../src/accounts/moderator.store'
import { hashPassword } from '../src/accounts/password'
import { figure, median, percentile, printTable } from './support/figures'
import { startPostbagProcess } from './support/measured-process'
import { openPlace, type Place } from './support/place'
import { fillWithComments } from './support/volume'

const comments = Number(process.env.BENCH_COMMENTS ?? 100_000)
const times = Number(process.env.BENCH_REQUESTS ?? 40)
const warmUpTimes = 5

type Visit = { name: string; barMs: number; send: (turn: number) => Promise<Response> }

async function addAna(place: Place): Promise<{ email: string; password: string }> {
  const [email, password] = ['ana@bench.example', 'six blue herons wade']
  const passwordHash = await hashPassword(password)
  const person = { name: 'Ana', role: 'owner', siteId: null } as const
  await createModerator(place.db, { ...person, email: normalEmail(email), passwordHash })
  return { email, password }
}

/** Sends as her browser would. */
async function signIn(url: string, fields: { email: string; password: string }) {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${url}/console/${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        origin: url,
        'sec-fetch-site': 'same-origin',
        ...init.headers,
      },
    })
  const answer = await send('sign-in', { method: 'POST', body: new URLSearchParams(fields) })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return (path: string, init: RequestInit = {}) =>
    send(path, { ...init, headers: { cookie, ...init.headers } })
}

type Send = Awaited<ReturnType<typeof signIn>>

const decide = (send: Send, path: string, fields: object) =>
  send(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })

/** @param held ids enough for every decision that is made */
function visits(send: Send, held: readonly string[]): Visit[] {
  const page = (name: string, barMs: number, path: string): Visit => ({
    ...{ name, barMs },
    send: () => send(path),
  })
  const many = (turn: number) => held.slice(500 + turn * 20, 520 + turn * 20)
  return [
    page('queue, first page', 150, 'queue'),
    page('queue of a section', 150, 'queue?section=sport'),
    page('queue, approved by risk', 150, 'queue?state=approved&sort=risk'),
    page('range of a score, 200 comments', 150, 'queue/batch?from=0.5&to=1'),
    page('page of a comment', 150, `comments/${held[0]}`),
    page('search, a word', 300, 'search?q=harbour'),
    page('search, a part of a word', 300, 'search?q=arbou'),
    page('search, what nobody wrote', 300, 'search?q=nobodywrotethis'),
    page('search, two letters that nobody wrote', 300, 'search?q=zq'),
    page('search, a part of a name', 300, 'search?author=ibrar'),
    page('search, rule and score', 300, 'search?rule=newcomer&min_toxicity=0.7'),
    page('statistics, 30 days', 300, 'statistics'),
    page('statistics, all of it', 2000, 'statistics?from=2020-01-01'),
    page('audit, by type', 150, 'audit?site=bench&type=comment.decided'),
    page('audit, of nobody', 150, 'audit?site=bench&actor=nobody'),
    {
      ...{ name: 'a decision', barMs: 30 },
      send: (turn) => decide(send, `comments/${held[turn]}/decisions`, { action: 'approve' }),
    },
    {
      ...{ name: '20 decisions at once', barMs: 150 },
      send: (turn) => decide(send, 'decisions', { action: 'spam', selected: many(turn) }),
    },
  ]
}

async function timesOf({ name, send }: Visit): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < warmUpTimes + times; turn++) {
    const startedAt = performance.now()
    const answer = await send(turn)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${name} was answered ${answer.status}.`)
    if (turn >= warmUpTimes) taken.push(performance.now() - startedAt)
  }
  return taken
}

async function main(): Promise<void> {
  const place = await openPlace()
  console.log(`Writing ${comments.toLocaleString('en')} comments, about a minute …`)
  await fillWithComments(place.db, place.site.id, {
    ...{ comments, articles: 400, textLength: 500 },
    sections: ['politics', 'sport', 'local', 'culture'],
  })
  const ana = await addAna(place)
  const server = await startPostbagProcess(place, { only: 'web' })
  const { rows } = await place.db.pool.query<{ id: string }>(
    "SELECT id FROM comments WHERE status = 'held' ORDER BY text_hash LIMIT 3000",
  )
  const send = await signIn(server.url, ana)
  const results: { visit: Visit; taken: number[] }[] = []
  for (const visit of visits(
    send,
    rows.map(({ id }) => id),
  ))
    results.push({ visit, taken: await timesOf(visit) })
  await server.stop()
  await place.close()

  printTable(
    `The console with ${comments.toLocaleString('en')} comments, ${times} requests each, ms`,
    [
      ['what', 'median', 'p90', 'bar'],
      ...results.map(({ visit, taken }) => [
        visit.name,
        figure(median(taken)),
        figure(percentile(taken, 0.9)),
        figure(visit.barMs),
      ]),
    ],
  )
  const slow = results.filter(({ visit, taken }) => median(taken) > visit.barMs)
  for (const { visit } of slow) console.log(`\nAbove its bar: ${visit.name}.`)
  if (slow.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
