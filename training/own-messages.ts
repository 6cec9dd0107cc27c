import { fillers } from './made-up'
import { hamPatterns } from './own-ham'
import { spamPatterns } from './own-spam'
import { pick, type Random } from './random'
import type { Row } from './rows'
import { sentenceOf } from './sentence-grammar'

/** Sources of the rows that `ownMessages` makes. */
export const ownSources = { spam: 'own_spam', ham: 'own_ham' } as const

// Fewer patterns of ham than of spam: each is drawn from more often.
const spamPerPattern = 15
const hamPerPattern = 20

function shouted(text: string): string {
  return text.toUpperCase().replace(/HTTPS?:\/\/|WWW\./g, (start) => start.toLowerCase())
}

/** Most messages as they are, some as hasty, loud or cheerful people type. */
function asTyped(text: string, random: Random): string {
  const habit = random()
  if (habit < 0.12) return text.toLowerCase()
  if (habit < 0.2) return shouted(text)
  if (habit < 0.3) return text.replace(/[.,!?]$/, '')
  if (habit < 0.38) return text + pick(random, ['!!', '!!!', ' :)', ' 😊', ' 👍', ' ...'])
  return text
}

function messagesOf(
  patterns: Record<string, readonly string[]>,
  count: number,
  random: Random,
): string[] {
  const messages = Object.values(patterns)
    .flat()
    .flatMap((pattern) =>
      Array.from({ length: count }, () => asTyped(sentenceOf(pattern, fillers, random), random)),
    )
  return [...new Set(messages)]
}

function rowsOf(messages: string[], spam: 0 | 1): Row[] {
  const source = spam === 1 ? ownSources.spam : ownSources.ham
  return messages.map(
    (text, number): Row => ({
      id: `${source}-${number}`,
      text,
      lang: 'en',
      source,
      license: 'MIT',
      spam,
    }),
  )
}

/**
 * Own messages of many kinds of spam, and ham that looks like them, so that a head knows more kinds of
 * spam than YouTube comments and text messages show.
 */
export function ownMessages(random: Random): Row[] {
  return [
    ...rowsOf(messagesOf(spamPatterns, spamPerPattern, random), 1),
    ...rowsOf(messagesOf(hamPatterns, hamPerPattern, random), 0),
  ]
}
