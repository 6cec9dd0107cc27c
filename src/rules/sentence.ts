/**
 * Sentences by name, those with facts made from them, so that every language can say the same. Who
 * finds something out names the sentence; who speaks to people says it.
 */
// biome-ignore lint/suspicious/noExplicitAny: each sentence has facts of its own
export type Sentences = Readonly<Record<string, string | ((facts: any) => string)>>

/** A sentence that is still to be said, in whatever language. */
export type Said<Of extends Sentences> = {
  [Name in keyof Of]: Of[Name] extends (facts: infer Facts) => string
    ? { says: Name; facts: Facts }
    : { says: Name; facts?: undefined }
}[keyof Of]

/** @param sentences the list that it is from, in the language wanted */
export function sentenceOf<Of extends Sentences>(sentences: Of, { says, facts }: Said<Of>): string {
  const sentence = sentences[says]
  return typeof sentence === 'function' ? sentence(facts) : (sentence ?? '')
}
