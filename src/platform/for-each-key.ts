/**
 * Does some work for the things of each key, for all keys at the same time.
 * @throws the first error, once every key has had its turn
 */
export async function forEachKey<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  work: (own: readonly Thing[], key: string) => Promise<unknown>,
): Promise<void> {
  const byKey = new Map<string, Thing[]>()
  for (const thing of things) {
    const own = byKey.get(keyOf(thing)) ?? []
    byKey.set(keyOf(thing), own)
    own.push(thing)
  }
  const done = await Promise.allSettled([...byKey].map(([key, own]) => work(own, key)))
  for (const one of done) if (one.status === 'rejected') throw one.reason
}
