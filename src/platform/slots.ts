/** Limits concurrent work. A caller beyond the limit is refused rather than queued. */
export type Slots = {
  /**
   * @param owner may hold one slot at a time
   * @returns a slot to free when done; "own" when the owner already holds one; "others" when all are taken
   */
  take(owner: string): { free(): void } | 'own' | 'others'
}

/** @param max number of slots */
export function createSlots(max: number): Slots {
  const owners = new Set<string>()
  return {
    take(owner) {
      if (owners.has(owner)) return 'own'
      if (owners.size >= max) return 'others'
      owners.add(owner)
      return { free: () => owners.delete(owner) }
    },
  }
}
