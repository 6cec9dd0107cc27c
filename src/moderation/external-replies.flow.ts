import type { RuleSets } from '../rules/rule-set.store'
import type { ExternalReply } from '../scoring/external-scorer'
import type { ExternalQuestion, ExternalScorer } from '../scoring/external-scorer.client'
import type { Scorer } from '../scoring/scorer'
import { viewsOf } from '../text/views'
import type { PendingComment } from './pending-comment.store'

/** By the id of the comment. */
export type ExternalReplies = ReadonlyMap<string, ExternalReply>

type Tools = { ruleSets: RuleSets; scorer: Scorer; externalScorer: ExternalScorer }

/**
 * Asks the external scorers of those sites that have one about their comments.
 * @returns at once whose comments they are; the replies never reject and are there within four seconds
 */
export async function askExternalScorer(
  { ruleSets, scorer, externalScorer }: Tools,
  comments: readonly PendingComment[],
): Promise<{ asked: ReadonlySet<string>; replies: Promise<ExternalReplies> }> {
  const ids: string[] = []
  const questions: ExternalQuestion[] = []
  for (const [siteId, ofSite] of bySite(comments)) {
    const [{ ruleSetVersion }] = ofSite
    const { settings } = await ruleSets.of(siteId, ruleSetVersion)
    const { external_scorer: external, language: siteLanguage } = settings
    if (!external) continue
    for (const { id, body: text } of ofSite) {
      ids.push(id)
      const language = scorer.languageOf(viewsOf(text), siteLanguage)
      questions.push({ siteId, settings: external, text, language })
    }
  }
  const replies = externalScorer.ask(questions).then((inOrder) => {
    const pairs = ids.map((id, place) => [id, inOrder[place]] as const)
    return new Map(pairs.filter((pair): pair is [string, ExternalReply] => pair[1] !== undefined))
  })
  return { asked: new Set(ids), replies }
}

function bySite(comments: readonly PendingComment[]) {
  const sites = new Map<string, [PendingComment, ...PendingComment[]]>()
  for (const comment of comments) {
    const known = sites.get(comment.siteId)
    if (known) known.push(comment)
    else sites.set(comment.siteId, [comment])
  }
  return sites
}
