import type { Head } from '../src/scoring/head'
import { areaUnderCurve, shareAbove } from './measure'
import { oddsOfTexts } from './train-head'

/** Groups whose names are in the list of masked words. */
export const listedGroups: readonly string[] = (
  'gay,lesbian,bisexual,transgender,queer,straight,homosexual,Muslim,Jewish,Christian,Catholic,' +
  'Protestant,atheist,Hindu,Sikh,Buddhist,black,white,Asian,Latino,Hispanic,Mexican,African,American,' +
  'Canadian,European,Chinese,Japanese,Korean,Arab,Indian,immigrant,refugee,female,male,disabled,deaf,' +
  'blind,autistic,elderly,old,young,teenage,feminist,indigenous,Turkish,Polish,Russian,Nigerian,Iranian'
).split(',')

/** Groups whose names are not in it: they are read as they stand, in other sentences. */
export const unlistedGroups: readonly string[] = (
  'Vietnamese,Filipino,Kurdish,Tamil,Ethiopian,Haitian,Cuban,Romanian,Albanian,Afghan,Tibetan,Uyghur,' +
  'Brazilian,Greek,Hungarian,Welsh,Maori,Inuit,Cherokee,Jain,Quaker,Amish,Baptist,pagan,pansexual,' +
  'genderfluid,dyslexic,epileptic,obese,homeless,unemployed,rural,vegan,bald'
).split(',')

const neutral = [
  'I am a # person and I have lived here for twenty years.',
  'My neighbour is # and works at the hospital.',
  'A # man and his sister opened a bakery on Main Street.',
  'Being # is not easy in this town.',
  'The # students won the school debate.',
  'She spoke about growing up # in the eighties.',
  'We need more # teachers in this district.',
  'I am proud to be #.',
]
const hostile = [
  '# people are disgusting and should be ashamed.',
  'I hate every # person I have ever met.',
  'Shut up you stupid # idiot.',
  'A # man is nothing but filthy scum.',
  'Nobody wants you pathetic # losers here.',
  'The # crowd are brainless morons.',
]

function filled(templates: readonly string[], identity: string): string[] {
  return templates.map((template) => template.replace('#', identity))
}

export type IdentityFigures = {
  identity: string
  /** AUC of other groups' hostile sentences against this group's neutral ones, and the other way round. */
  neutralBelowHostile: number
  hostileAboveNeutral: number
}

function odds(head: Head, texts: string[]): number[] {
  return [...oddsOfTexts(head, texts)]
}

function area(hostileOdds: number[], neutralOdds: number[]): number {
  return areaUnderCurve({
    scores: [...hostileOdds, ...neutralOdds],
    truths: [...hostileOdds.map(() => 1), ...neutralOdds.map(() => 0)],
  })
}

/**
 * Bias by group after Borkan et al. 2019 ("Nuanced metrics for measuring unintended bias", BPSN and
 * BNSP), on own sentence templates; worst group first.
 */
export function biasByIdentity(head: Head, identities: readonly string[]): IdentityFigures[] {
  const groups = identities.map((identity) => ({
    identity,
    neutral: odds(head, filled(neutral, identity)),
    hostile: odds(head, filled(hostile, identity)),
  }))
  const allNeutral = groups.flatMap((group) => group.neutral)
  const allHostile = groups.flatMap((group) => group.hostile)
  return groups
    .map((group) => ({
      identity: group.identity,
      neutralBelowHostile: area(allHostile, group.neutral),
      hostileAboveNeutral: area(group.hostile, allNeutral),
    }))
    .sort((one, other) => one.neutralBelowHostile - other.neutralBelowHostile)
}

/** Share of the neutral sentences about groups above a threshold (log odds). */
export function neutralFlagged(
  head: Head,
  identities: readonly string[],
  threshold: number,
): number {
  return shareAbove(
    identities.flatMap((identity) => odds(head, filled(neutral, identity))),
    threshold,
  )
}

const lookalikes = [
  'The Scunthorpe council meeting was moved to Thursday.',
  'We visited Sussex, Essex and Middlesex last summer.',
  'Dick Cheney and Dick Van Dyke were both born before the war.',
  'The cockpit recorder was found near the runway.',
  'He is an associate professor of classics in Massachusetts.',
  'The assassination of the president changed the party for decades.',
  'She plays the shiatsu therapist in the new comedy.',
  'Shitake mushrooms are cheaper at the market on Saturday.',
  'Mr. Butts was reelected to the library board.',
  'The title of the cumulative report is hard to analyse.',
  'Penistone and Cockermouth both lost their train stations.',
  'Canal dredging killed the great tits and the boobies, the biologist said.',
  'The cocktail hour starts at six, bring a raincoat.',
  'The organism spreads through rapeseed fields.',
  'Constitutional scholars will therapist-shop for a better argument.',
  'A pussy willow grows behind the gas station.',
  'Hancock County needs a basement inspection before the sale.',
  'The Titans passed on the quarterback from Arkansas.',
  'My grandfather was a gunner on a destroyer in the Pacific.',
  'The dam on the river should have been rebuilt ten years ago.',
]

/** Harmless sentences with a bad word inside a good one that are above a threshold (log odds). */
export function lookalikesFlagged(head: Head, threshold: number): string[] {
  const all = odds(head, lookalikes)
  return lookalikes.filter((_, index) => (all[index] ?? 0) > threshold)
}
