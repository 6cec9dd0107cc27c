import { inTurns } from '../../src/platform/in-turns'
import { learnInSteps } from '../../src/scoring/learn-in-steps'
import { saveLearning } from '../../src/scoring/site-learning.store'
import { addModerator, type Client, insertHeld, signedInAs } from './console'
import type { Postbag } from './postbag'
import { waitUntil } from './wait-until'

/** Where to find what the pages of a desk show. */
export type BusyDesk = {
  /** Rejected by Ana: reported, appealed, edited, noted, in the middle of a conversation. */
  story: string
  /** A rule with two versions and hits. */
  rule: string
  olga: Client
  ana: Client
}

type Comment = { id: string; receipt: string }

const decide = (client: Client, id: string, action: string) =>
  client.post(`/console/comments/${id}/decisions`, { action, back: '/console/queue' })

/**
 * A site on which everything has happened that the console can show: hits of rules, decisions of
 * three people and what others reversed, second reviews enough for figures, a disagreement, reports,
 * an appeal, notes, a conversation, saved searches, banks, and versions of rules and house rules. It
 * needs the worker.
 */
export async function fillDesk(postbag: Postbag): Promise<BusyDesk> {
  for (const [name, role] of [
    ['Olga', 'owner'],
    ['Ana', 'moderator'],
    ['Ben', 'moderator'],
  ] as const)
    await addModerator(postbag, { email: `${name.toLowerCase()}@daily.example`, name, role })
  const [olga, ana, ben] = (await Promise.all(
    ['olga', 'ana', 'ben'].map((name) => signedInAs(postbag, `${name}@daily.example`)),
  )) as [Client, Client, Client]
  await postbag.admin('POST', '/sites', { slug: 'weekly', name: 'The Weekly' })
  const settings = {
    second_review_share: 1,
    edit_window_seconds: 900,
    limits: { max_near_duplicates: null },
  }
  await postbag.admin('PATCH', '/sites/daily/settings', settings)
  for (const text of ['Be kind.', 'Be kind.\n1. No insults.\n2. No adverts.'])
    await postbag.admin('POST', '/sites/daily/house-rules', { text, comment: 'Because' })
  const rule = await writeRule(postbag)
  await insertHeld(
    postbag,
    Array.from({ length: 4 }, (_, at) => heldComment(at)),
  )
  const story = await tellStory(postbag, ana)
  const hits = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      postbag.judged({ author: `Angler ${at}`, body: `A conger of ${at + 2} kilos bit again.` }),
    ),
  )
  for (const [at, action] of ['approve', 'reject', 'approve', 'spam'].entries())
    await decide(ana, hits[at]?.id ?? '', action)
  await decide(ben, hits[0]?.id ?? '', 'reject')
  await reviewTwice(postbag, { ana, ben })
  await putElsewhere(postbag)
  await saveSearches(olga)
  await teach(postbag)
  await decide(ben, hits[4]?.id ?? '', 'escalate')
  return { story, rule, olga, ana }
}

const heldComment = (at: number) => ({
  author: `Author ${at}`,
  body: `Remark ${at} about the harbour wall. ${at === 2 ? 'It goes on and on. '.repeat(90) : ''}`,
  spans: [{ start: 0, end: 6 }],
})

async function writeRule(postbag: Postbag): Promise<string> {
  await postbag.admin('PUT', '/sites/daily/banks/suspect', { kind: 'words', entries: ['conger'] })
  const document = {
    ...{ name: 'Eels', explain: 'Anglers quarrel.', when: 'list("suspect")' },
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
    then: { action: 'hold', priority: 90 },
    mode: 'live',
  }
  const { body } = await postbag.admin('POST', '/sites/daily/rules', document)
  const when = 'list("suspect") && comment.words > 2'
  const { status } = await postbag.admin('PUT', `/sites/daily/rules/${body.id}`, {
    ...document,
    when,
  })
  if (status !== 200) throw new Error(`The rule was not changed: ${status}.`)
  return body.id
}

/** A comment to which everything has happened. */
async function tellStory(postbag: Postbag, ana: Client): Promise<string> {
  const parent = await postbag.judged({ author: 'Cy', body: 'Who has seen the old lighthouse?' })
  await decide(ana, parent.id, 'approve')
  const text = 'I have, it leans: http://lighthouse.example/\u202epicture'
  const { body: story } = await postbag.post({ author: 'Ada', body: text, parent_id: parent.id })
  const status = async () =>
    (await postbag.reader('GET', `/api/v1/receipts/${story.receipt}`)).body.status
  await waitUntil('it is judged', async () => (await status()) !== 'pending')
  const edited = { body: `${text} and it leaned before.` }
  await postbag.reader('PATCH', `/api/v1/receipts/${story.receipt}`, edited)
  await waitUntil('it is judged again', async () => (await status()) !== 'pending')
  await decide(ana, story.id, 'approve')
  const { body: reply } = await postbag.post({ body: 'Me too.', parent_id: story.id })
  await decide(ana, reply.id, 'approve')
  const report = { reason: 'insult', detail: 'Unkind to lighthouses.' }
  await postbag.reader('POST', `/api/v1/comments/${story.id}/reports`, report)
  await decide(ana, story.id, 'reject')
  await postbag.admin('POST', `/comments/${story.id}/notes`, { text: 'Look at the picture.' })
  await postbag.reader('POST', `/api/v1/receipts/${story.receipt}/appeals`, { text: 'It is true.' })
  const { id } = story as Comment
  return id
}

/** Enough for figures, and one of them seen differently; some are left to be reviewed. */
async function reviewTwice(
  postbag: Postbag,
  { ana, ben }: { ana: Client; ben: Client },
): Promise<void> {
  for (let count = 0; count < 26; count++) {
    const { body } = await postbag.post({ author: `R${count}`, body: `Word ${count} on it.` })
    const { location } = await decide(ana, body.id, count % 3 ? 'approve' : 'spam')
    const [, decision] = /done=([\w-]+)/.exec(location) ?? []
    const answer = { action: count % 5 ? 'approve' : 'spam' }
    if (count < 22) await ben.post(`/console/reviews/${decision}`, answer)
  }
}

/** Where a list of a section does not show them: long lists are another test's. */
async function putElsewhere({ admin, services }: Postbag): Promise<void> {
  const article = { slug: 'tide-tables', title: 'Tide tables', paragraphs: ['High.'] }
  await admin('POST', '/sites/daily/articles', { ...article, section: 'sport' })
  await services.db.pool.query("UPDATE articles SET section = 'local' WHERE slug = 'harbour-wall'")
  await services.db.pool.query(
    `UPDATE comments SET article_id = (SELECT id FROM articles WHERE slug = 'tide-tables')
     WHERE author_name ~ '^R[0-9]'`,
  )
}

async function saveSearches(olga: Client): Promise<void> {
  for (const [name, query] of [
    ['Eels', 'q=conger'],
    ['Rejected', 'status=rejected'],
  ] as const)
    await olga.post('/console/saved-searches', { name, query, shared: 'on' })
}

/** What a hundred more decisions would have taught: those of the last seconds are not learnt from yet. */
async function teach({ services: { db, teacher }, site }: Postbag): Promise<void> {
  const decisions = Array.from({ length: 120 }, (_, at) => ({
    ...{ decider: at % 2 ? 'ana' : 'ben', decidedAt: new Date(at * 60_000) },
    ...(at % 3
      ? {
          action: 'approve' as const,
          reason: 'no_objection' as const,
          body: `The wall leans since ${at}.`,
        }
      : { action: 'spam' as const, reason: 'spam' as const, body: `Buy harmonicas, only ${at}!` }),
  }))
  const scores = await inTurns(
    learnInSteps(decisions, 300, (score, body) => teacher.lesson(score, body, 'en')),
  )
  const run = { model: teacher.model, scores, learning: undefined, until: new Date() }
  if (!(await saveLearning(db, site.id, run))) throw new Error('Nothing was learnt.')
}
