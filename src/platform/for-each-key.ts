/**
 * Groups items by key and calls `work` once for each group, all groups concurrently.
 * @throws the first error, after every group has finished
 */
export async function forEachKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  work: (group: readonly Item[], key: string) => Promise<unknown>,
): Promise<void> {
  const byKey = new Map<string, Item[]>()
  for (const item of items) {
    const group = byKey.get(keyOf(item)) ?? []
    byKey.set(keyOf(item), group)
    group.push(item)
  }
  const done = await Promise.allSettled([...byKey].map(([key, group]) => work(group, key)))
  for (const one of done) if (one.status === 'rejected') throw one.reason
}
