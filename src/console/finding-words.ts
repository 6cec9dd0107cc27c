import { builtInRulesVersion } from '../rules/built-in-rules'
import type { Finding } from '../rules/finding'
import { type LeafInWords, leafInWords } from './leaf-words'
import type { Words } from './words/words'

/** What a rule said: the comparisons of an owner's rule that were met, and a sentence or note. */
export type FindingInWords = { met: LeafInWords[]; text: string }

type Said = Pick<Finding, 'rule' | 'detail' | 'leaves'> & {
  version: number | null
  facts?: object | null
}

/** A finding's sentence in a language; as it was kept where it was made from other facts than today's. */
function sentenceOf(words: Words, { rule, version, detail, facts }: Said): string {
  const named = facts && 'says' in facts ? String(facts.says) : ''
  if (named === '' && version !== builtInRulesVersion) return detail
  const name = named || (rule.startsWith('score_') ? 'score' : rule)
  const say = (words.details as Record<string, ((facts: never) => string) | undefined>)[name]
  return facts && say ? say(inLanguage(words, facts) as never) : detail
}

const inLanguage = (words: Words, facts: object): object =>
  'lang' in facts ? { ...facts, lang: words.languageName(String(facts.lang)) } : facts

/** What a finding says in the language of a page. */
export function findingInWords(words: Words, said: Said): FindingInWords {
  const { facts, leaves = [] } = said
  if (!facts || !('note' in facts)) return { met: [], text: sentenceOf(words, said) }
  const met = leaves.filter(({ result }) => result)
  return { met: met.map((leaf) => leafInWords(words, leaf)), text: String(facts.note) }
}
