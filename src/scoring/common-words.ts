/**
 * Function words of English that are no words of another language in Latin letters (unlike "was",
 * "is", "of" or "her"). One word in six of ordinary English is among them.
 */
const english: ReadonlySet<string> = new Set(
  (
    'the and that this with from they them their there these those have has been being were would ' +
    'could should because about which what when where why how who whose than then your you our its ' +
    "it's don't doesn't didn't isn't aren't wasn't can't won't i'm you're they're we're that's there's " +
    'does did not just only some any other people into through every much many too very'
  ).split(' '),
)

const fewestWords = 2
const fewestShare = 0.1

const byLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map([['en', english]])

/**
 * Whether a text in lower case is plainly in a language, for its function words alone: two different
 * ones, and one word in ten. It costs a twentieth of asking a detector; "no" only means "not plainly".
 */
export function isPlainly(language: string, text: string): boolean {
  const common = byLanguage.get(language)
  if (!common) return false
  const words = text.split(/[^a-z'\u00c0-\uffff]+/)
  const found = words.filter((word) => common.has(word))
  return found.length >= fewestShare * words.length && new Set(found).size >= fewestWords
}
