import { LRUCache } from 'lru-cache'
import { logger } from '../platform/logger'
import { type Circuit, closedCircuit, letsThrough, nextCircuit } from './circuit-breaker'
import {
  type ExternalReply,
  type ExternalScorerSettings,
  hostIsAllowed,
  type Outage,
  unavailable,
} from './external-scorer'
import { type ExternalRequest, outageOf, wires } from './external-wire'

export type ExternalQuestion = {
  siteId: string
  settings: ExternalScorerSettings
  text: string
  /** ISO 639-1: what we take the text for. */
  language: string
}

export type ExternalScorer = {
  /** Never rejects and ends within four seconds. @returns the replies in the order of the questions */
  ask(questions: readonly ExternalQuestion[]): Promise<ExternalReply[]>
}

/** Below the eight seconds for which a worker has claimed its comments. */
const budgetMs = 4000
const mostAtOnce = 8
const mostReplyBytes = 256 * 1024

/** The service works, whatever it made of this text. */
const answers: readonly (Outage | undefined)[] = [undefined, 'text refused', 'no score given']

/** @returns undefined when it is longer than anyone's scores can be */
async function readText({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostReplyBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

/** @returns the reply's text, or why there is none; no error passes, since fetch names addresses */
async function send(
  { url, headers, body }: ExternalRequest,
  timeoutMs: number,
): Promise<string | { why: Outage }> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Postbag', ...headers },
      body: JSON.stringify(body),
      // a redirect could lead to a host that nobody has allowed
      redirect: 'manual',
      signal,
    })
    if (response.status === 200) return (await readText(response)) ?? { why: 'reply too large' }
    await response.body?.cancel()
    return { why: outageOf(response.status) }
  } catch {
    return { why: signal.aborted ? 'timeout' : 'unreachable' }
  }
}

const circuitId = ({ siteId, settings }: ExternalQuestion) => `${siteId} ${settings.url}`

/**
 * Asks the scorers that sites have set, on the operator's hosts only. An outage is a value.
 * @param clock steady, in milliseconds
 * @returns undefined when the operator has allowed no host: nothing is ever sent then
 */
export function openExternalScorer(
  hosts: readonly string[],
  clock: () => number = () => performance.now(),
): ExternalScorer | undefined {
  if (hosts.length === 0) return undefined
  /** By site and address: one owner's wrong key must not shut out the others. */
  const circuits = new LRUCache<string, Circuit>({ max: 1000 })
  const circuitOf = (id: string) => circuits.get(id) ?? closedCircuit

  function report(question: ExternalQuestion, event: 'asked' | 'answered' | 'failed'): void {
    const id = circuitId(question)
    const before = circuitOf(id)
    const after = nextCircuit(before, event, clock())
    circuits.set(id, after)
    if (after.phase !== 'open' || before.phase === 'open') return
    const { host } = new URL(question.settings.url)
    logger.warn({ site: question.siteId, host }, 'an external scorer fails and gets a pause')
  }

  async function askAllowed(
    question: ExternalQuestion,
    request: ExternalRequest,
    leftMs: number,
  ): Promise<ExternalReply> {
    const { kind, timeout_ms: timeoutMs } = question.settings
    report(question, 'asked')
    const sent = await send(request, Math.min(leftMs, timeoutMs))
    const reply = typeof sent === 'string' ? wires[kind].read(sent) : unavailable(sent.why)
    const why = reply.outcome === 'unavailable' ? reply.why : undefined
    // we ran out of time: that is no fault of the service
    if (why === 'timeout' && leftMs < timeoutMs) return unavailable('no time left')
    report(question, answers.includes(why) ? 'answered' : 'failed')
    return reply
  }

  async function askOne(question: ExternalQuestion, endsAtMs: number): Promise<ExternalReply> {
    const { settings, text, language } = question
    const request = wires[settings.kind].request(settings, text, language)
    if (!hostIsAllowed(request.url, hosts)) return unavailable('host not allowed')
    const nowMs = clock()
    const leftMs = Math.floor(endsAtMs - nowMs)
    if (leftMs < 1) return unavailable('no time left')
    if (!letsThrough(circuitOf(circuitId(question)), nowMs)) return unavailable('circuit open')
    return askAllowed(question, request, leftMs)
  }

  return {
    async ask(questions) {
      const endsAtMs = clock() + budgetMs
      const replies: ExternalReply[] = []
      const waiting = questions.entries()
      const askInTurn = async () => {
        for (const [place, question] of waiting) replies[place] = await askOne(question, endsAtMs)
      }
      await Promise.all(Array.from({ length: mostAtOnce }, askInTurn))
      return replies
    },
  }
}
