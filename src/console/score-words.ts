import { notScored, type ScoreName, type Scores, scoreNames } from '../scoring/score'

export type ScoreWord = 'low' | 'possible' | 'likely' | 'very-likely' | 'not-scored'

/** A score in words, at the same steps for all scores: they are calibrated to mean likelihoods. */
export function scoreWord(value: number): ScoreWord {
  if (value === notScored) return 'not-scored'
  if (value < 0.3) return 'low'
  if (value < 0.6) return 'possible'
  return value < 0.9 ? 'likely' : 'very-likely'
}

export type ScoreView = { name: ScoreName; value: number; word: ScoreWord }

/** All scores, the highest first; one that is absent is not scored. */
export const scoreViews = (scores: Partial<Scores>): ScoreView[] =>
  scoreNames
    .map((name) => {
      const value = scores[name] ?? notScored
      return { name, value, word: scoreWord(value) }
    })
    .toSorted((a, b) => b.value - a.value)
