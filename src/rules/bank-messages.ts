import type { Said } from './sentence'

/** What can be wrong with one entry of a bank, in English. */
export const entryMessages = {
  empty: 'It is empty.',
  no_text: 'It holds what is no character.',
  too_long: ({ limit }: { limit: number }) => `It is longer than ${limit} characters.`,
  star_inside: 'A * may only stand at the end, as in "word*".',
  nothing_to_find: 'It holds no letter, digit or emoji.',
  too_wide: ({ limit }: { limit: number }) => `Give at least ${limit} letters before the *.`,
  repeats_too_much:
    'It repeats too much: .{0,50} is about the longest, and repeats within repeats multiply.',
  too_large: 'It is too large: split it into several patterns.',
  matches_everything: 'It matches an empty text, and so every comment.',
  /** `problem`: as the library says it, in English; `piece`: where it is. */
  no_pattern: ({ problem }: { problem: string; piece: string }) =>
    `Not a pattern of RE2 syntax: ${problem}.`,
}

export type EntryMistake = Said<typeof entryMessages>

type Limit = { limit: number }

/** What can be wrong with a bank as a whole, or with all banks of a site together. */
export const bankMessages = {
  wrong_name: 'Lower-case letters, digits, - and _, a letter first',
  too_many_words: ({ limit }: Limit) => `A bank of words holds at most ${limit} entries.`,
  too_many_patterns: ({ limit }: Limit) => `A bank of patterns holds at most ${limit} entries.`,
  too_costly: 'These patterns are too large together: shorten repeats such as {0,50}.',
  too_many_banks: ({ limit }: Limit) => `A site has at most ${limit} banks.`,
  same_name: 'Two banks have the same name.',
  too_many_patterns_in_all: ({ limit }: Limit) => `A site holds at most ${limit} patterns in all.`,
}

export type BankMistake = Said<typeof bankMessages>
