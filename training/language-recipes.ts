import { type Recipe, slightL2, yesNo } from './recipe'

type OtherLanguage = 'de' | 'fr' | 'pt' | 'ko' | 'ar'

function otherLanguage(language: OtherLanguage, yardstick: string, weakness: string): Recipe {
  return {
    name: `toxicity.${language}`,
    score: 'toxicity',
    languages: [language],
    course: language,
    reading: 'masked',
    bits: 16,
    epochs: 5,
    l2: slightL2,
    sentenceShare: 0,
    assumedShare: 0.1,
    yardstick,
    judge: (row) => yesNo(row.toxic === 1, 1),
    weaknesses: [
      weakness,
      'Much weaker than English: use it to order the queue, not to act.',
      'Names of groups are masked by a short list only.',
    ],
  }
}

/** Toxicity in the languages that have few rows to learn from, all of one source each. */
export const languageRecipes: readonly Recipe[] = [
  otherLanguage('de', 'tweets about politics', 'Learnt from 4,509 tweets about politics.'),
  otherLanguage(
    'fr',
    'tweets collected by slurs',
    'Learnt from 2,873 tweets that were collected by slurs: most are hateful.',
  ),
  otherLanguage(
    'pt',
    'Brazilian tweets',
    'Learnt from 16,491 Brazilian tweets; European Portuguese is not measured.',
  ),
  otherLanguage(
    'ko',
    'comments on entertainment news',
    'Learnt from 7,100 comments on entertainment news.',
  ),
  otherLanguage(
    'ar',
    'tweets collected by slurs',
    'Learnt from 2,522 tweets that were collected by slurs: most are hateful.',
  ),
]
