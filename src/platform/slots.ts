/** Work of which only so much may go on at once; whoever comes on top is sent away, not queued. */
export type Slots = {
  /**
   * @param owner has one slot at the most
   * @returns a slot, or whose work has to end first
   */
  take(owner: string): { free(): void } | 'own' | 'others'
}

export function createSlots(most: number): Slots {
  const owners = new Set<string>()
  return {
    take(owner) {
      if (owners.has(owner)) return 'own'
      if (owners.size >= most) return 'others'
      owners.add(owner)
      return { free: () => owners.delete(owner) }
    },
  }
}
