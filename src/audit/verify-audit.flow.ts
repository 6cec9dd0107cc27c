import type { Database } from '../platform/database'
import { type ChainFault, type ChainLink, chainChecker } from './audit'
import { type ChainHead, chainHeads, chainLinks } from './audit.store'

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
    if (link.seq === head.seq && !link.hash.equals(head.hash))
      report.faults.push({ seq: link.seq, fault: 'it is not the event that the head names' })
    report.events++
    lastSeq = link.seq
  }
  // the head was read first: events may have been added since, but none may be missing
  if (lastSeq < head.seq)
    report.faults.push({ seq: head.seq, fault: 'the end of the chain is missing' })
  return report
}

async function* allLinks(db: Database, chain: string): AsyncGenerator<ChainLink> {
  let after = 0
  for (;;) {
    const links = await chainLinks(db, chain, { after, limit: linksPerRead })
    yield* links
    after = links.at(-1)?.seq ?? after
    if (links.length < linksPerRead) return
  }
}
