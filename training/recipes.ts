import { calmedSource } from './calmed-copies'
import { languageRecipes } from './language-recipes'
import { type Judgement, newsYardstick, type Recipe, slightL2, yesNo } from './recipe'
import type { Row } from './rows'
import { spamRecipe } from './spam-recipe'

const sourceWeights: Record<string, number> = {
  wiki_ctx: 2,
  jigsaw: 3,
  wiki_bias: 3,
  civil_spans: 0.85,
  cad: 1.3,
  paradetox: 1.5,
  davidson: 0.3,
  stormfront: 0.8,
  hatemoji: 0.5,
  edos: 0.5,
  own_lookalikes: 5,
}

/** Comments whose annotators disagreed pull the head neither way; they teach it the words of the news. */
const disagreed: Judgement = { target: 0.4, weight: 0.15 }

/** What is left of a toxic comment without its strongest words is mostly, not always, harmless. */
const calmed: Judgement = { target: 0.1, weight: 2 }

function label(row: Row, name: string): boolean {
  return (row.labels?.[name] ?? 0) >= 0.5
}

function toxicity(row: Row): Judgement {
  if (row.source === calmedSource) return calmed
  if (row.toxic === null || row.toxic === undefined) return disagreed
  return yesNo(row.toxic === 1, sourceWeights[row.source] ?? 1)
}

function identityAttack(row: Row): Judgement | null {
  const isToxic = row.toxic === 1
  switch (row.source) {
    case 'jigsaw':
      return yesNo(label(row, 'identity_hate'), 2)
    case 'davidson':
      return yesNo(label(row, 'hate'), label(row, 'hate') ? 1 : 0.3)
    case 'cad':
      return yesNo(label(row, 'IdentityDirectedAbuse'), 1)
    case 'stormfront':
    case 'hatemoji':
    case 'toxigen_demo':
    case 'edos':
      return yesNo(isToxic, 0.7)
    case 'identity_aug':
      return yesNo(isToxic, 2)
    case 'wiki_ctx':
    case 'wiki_bias':
    case 'own_lookalikes':
      return isToxic ? null : yesNo(false, 1)
    default:
      return null
  }
}

const calmSources = new Set(['wiki_ctx', 'own_lookalikes'])

/** Wikipedia's sub-labels, with what is not toxic at all as the rest. */
function wikipediaLabel(name: string, more: (row: Row) => Judgement | null) {
  return (row: Row): Judgement | null => {
    if (row.source === 'jigsaw') return yesNo(label(row, name), 2)
    if (calmSources.has(row.source) && row.toxic === 0) return yesNo(false, 1)
    return more(row)
  }
}

function directedAbuse(row: Row): Judgement | null {
  if (row.source !== 'cad') return null
  if (label(row, 'PersonDirectedAbuse')) return yesNo(true, 1)
  return label(row, 'Neutral') ? yesNo(false, 0.5) : null
}

const english = {
  languages: ['en'],
  course: 'english',
  bits: 17,
  epochs: 5,
  l2: slightL2,
  yardstick: newsYardstick,
} as const
const subLabelWeakness =
  'Learnt from Wikipedia talk pages, not from news comments: weaker there than the figures say.'
const blindSpots = [
  'Quoting or denouncing an insult scores like the insult; a negation changes little.',
  'Irony, sneering and veiled contempt pass; hostile but civil news comments are only ranked a little.',
]

const englishRecipes: Recipe[] = [
  {
    ...english,
    languages: ['en'],
    name: 'toxicity.en',
    score: 'toxicity',
    reading: 'masked',
    bits: 18,
    sentenceShare: 0.25,
    assumedShare: 0.1,
    judge: toxicity,
    weaknesses: [
      ...blindSpots,
      'Slurs that are reclaimed, and words with a second, harmless sense, are flagged.',
    ],
  },
  {
    ...english,
    languages: ['en'],
    name: 'identity_attack.en',
    score: 'identity_attack',
    reading: 'open',
    sentenceShare: 0,
    assumedShare: 0.03,
    judge: identityAttack,
    weaknesses: [
      'Reads names of groups: it may raise the priority of a review, never act on its own.',
      ...blindSpots,
    ],
  },
  {
    ...english,
    languages: ['en'],
    name: 'insult.en',
    score: 'insult',
    reading: 'masked',
    sentenceShare: 0.4,
    assumedShare: 0.05,
    judge: wikipediaLabel('insult', directedAbuse),
    weaknesses: [subLabelWeakness, ...blindSpots],
  },
  {
    ...english,
    languages: ['en'],
    name: 'profanity.en',
    score: 'profanity',
    reading: 'masked',
    sentenceShare: 0.4,
    assumedShare: 0.05,
    judge: wikipediaLabel('obscene', () => null),
    weaknesses: [subLabelWeakness],
  },
  {
    ...english,
    languages: ['en'],
    name: 'threat.en',
    score: 'threat',
    reading: 'masked',
    bits: 16,
    sentenceShare: 0.4,
    assumedShare: 0.01,
    judge: wikipediaLabel('threat', () => null),
    weaknesses: [
      'Learnt from 75 threats only, and measured on 8: good for ordering a queue, not for acting.',
      subLabelWeakness,
    ],
  },
]

export const recipes: readonly Recipe[] = [...englishRecipes, spamRecipe, ...languageRecipes]
