import type { Database } from '../platform/database'
import { type ChainFault, type ChainLink, chainChecker, chainStart } from './audit'
import { type ChainHead, chainHead, chainHeads, chainLinks } from './audit.store'

export type ChainReport = { chain: string; events: number; faults: ChainFault[] }

const linksPerRead = 5000

/** Recomputes every hash of every chain and compares its end with the head that is kept apart. */
export async function verifyAudit(db: Database): Promise<ChainReport[]> {
  const reports: ChainReport[] = []
  for (const head of await chainHeads(db)) reports.push(await verifyChain(db, head))
  return reports
}

async function verifyChain(db: Database, head: ChainHead): Promise<ChainReport> {
  const checker = chainChecker()
  const report: ChainReport = { chain: head.chain, events: 0, faults: [] }
  let lastSeq = 0
  for await (const link of allLinks(db, head.chain)) {
    const fault = checker.check(link)
    if (fault) report.faults.push(fault)
    const atHead = faultAtHead(link, head)
    if (atHead) report.faults.push(atHead)
    report.events++
    lastSeq = link.seq
  }
  const atEnd = faultAtEnd(lastSeq, head)
  if (atEnd) report.faults.push(atEnd)
  return report
}

const faultAtHead = (link: ChainLink, head: ChainHead): ChainFault | undefined =>
  link.seq === head.seq && !link.hash.equals(head.hash)
    ? { seq: link.seq, fault: 'it is not the event that the head names' }
    : undefined

/** The head was read first: events may have been added since, but none may be missing. */
const faultAtEnd = (lastSeq: number, head: ChainHead): ChainFault | undefined =>
  lastSeq < head.seq ? { seq: head.seq, fault: 'the end of the chain is missing' } : undefined

async function* allLinks(db: Database, chain: string): AsyncGenerator<ChainLink> {
  let after = 0
  for (;;) {
    const links = await chainLinks(db, chain, { after, limit: linksPerRead })
    yield* links
    after = links.at(-1)?.seq ?? after
    if (links.length < linksPerRead) return
  }
}

export type ChainCheck = {
  /** Events up to here follow one another. */
  through: number
  /** How long the chain was when this part began. */
  length: number
  /** Of the last event that was checked, in hexadecimal. */
  hash: string
  /** The first one; nothing was looked at behind it. */
  fault: ChainFault | null
  isComplete: boolean
}

/** Somebody waits for the answer: it takes less than two seconds, also on a slow machine. */
const checkMs = 1000
const linksPerPart = 2000

/**
 * Checks a chain for a second; what is left is for the next call.
 * @param after the last event of the call before
 * @param forMs after this time no further part is begun
 */
export async function checkChain(
  db: Database,
  chain: string,
  after: number,
  forMs = checkMs,
): Promise<ChainCheck> {
  const end = performance.now() + forMs
  const head = (await chainHead(db, chain)) ?? { chain, ...chainStart }
  const [start] = after > 0 ? await chainLinks(db, chain, { after: after - 1, limit: 1 }) : []
  let last = start ?? chainStart
  const checker = chainChecker(last)
  const checkOf = (fault: ChainFault | undefined, isComplete: boolean): ChainCheck => ({
    ...{ through: last.seq, length: head.seq, hash: last.hash.toString('hex') },
    ...{ fault: fault ?? null, isComplete },
  })
  do {
    const links = await chainLinks(db, chain, { after: last.seq, limit: linksPerPart })
    for (const link of links) {
      const fault = checker.check(link) ?? faultAtHead(link, head)
      if (fault) return checkOf(fault, true)
      last = link
    }
    if (links.length < linksPerPart) return checkOf(faultAtEnd(last.seq, head), true)
  } while (performance.now() < end)
  return checkOf(undefined, false)
}
