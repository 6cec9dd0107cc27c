import type { Head } from '../src/scoring/head'
import type { DetectLanguage } from '../src/scoring/language'
import { notScored } from '../src/scoring/score'
import { trainedScorer } from '../src/scoring/trained-scorer'
import { viewsOf } from '../src/text/views'

/** What became of texts on an English site: which share was read as English, and which was flagged. */
export type Served = { readAsEnglish: number; flagged: number }

export type Serve = (texts: readonly string[]) => Served

/**
 * Scores texts the whole way that a comment takes, the language step included: a text that is told as
 * another language has no score, and so is not flagged. `threshold` is a score of 0..1.
 */
export function servedBy(head: Head, detect: DetectLanguage, threshold: number): Serve {
  const scorer = trainedScorer([head], detect)
  return (texts) => {
    const scores = texts.map(
      (text) => scorer.score(viewsOf(text), { siteLanguage: 'en' }).scores[head.card.score],
    )
    const share = (isCounted: (score: number) => boolean) =>
      scores.filter(isCounted).length / scores.length
    return {
      readAsEnglish: share((score) => score !== notScored),
      flagged: share((score) => score > threshold),
    }
  }
}
