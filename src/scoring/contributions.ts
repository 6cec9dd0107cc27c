import type { Features } from './featurise'
import { type Head, kindScale } from './head'
import { type SiteDelta, weightInDelta } from './site-delta'

/** What one feature adds to the log odds, before it is scaled by the number of its kind. */
export type WeighFeature = (feature: number) => number

export function headWeight({ packed, weightOf }: Head): WeighFeature {
  const mask = packed.length - 1
  return (feature) => weightOf[(packed[feature & mask] as number) + 128] as number
}

export const deltaWeight =
  (delta: SiteDelta): WeighFeature =>
  (feature) =>
    weightInDelta(delta, feature)

/** `share`: how much of it counts. `firstToken`: where in the text the features start. */
export type Part = { weigh: WeighFeature; features: Features; share: number; firstToken?: number }

/** How much each token added to the log odds; a word that is said again adds nothing. */
export function contributionsOf(parts: readonly Part[], tokenCount: number): Float64Array {
  const added = new Float64Array(tokenCount)
  const addKind = (
    { weigh, share, firstToken = 0 }: Part,
    features: Uint32Array,
    owners: Uint32Array,
  ) => {
    const scale = kindScale(features.length) * share
    for (let index = 0; index < features.length; index++) {
      const owner = firstToken + (owners[index] as number)
      added[owner] = (added[owner] as number) + weigh(features[index] as number) * scale
    }
  }
  for (const part of parts) {
    addKind(part, part.features.words, part.features.wordTokens)
    addKind(part, part.features.chars, part.features.charTokens)
  }
  return added
}
