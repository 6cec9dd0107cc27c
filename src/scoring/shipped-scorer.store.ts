import { readHeads } from './heads.store'
import { loadLanguageDetector } from './language.store'
import type { Scorer } from './scorer'
import { trainedScorer } from './trained-scorer'

/** Name of the heads that ship; a new training that changes scores gets a new number. */
const model = 'postbag-trained-1'

/** The scorer that comes with the product: loads once, in about 0.4 s, mostly the language detector. */
export async function loadShippedScorer(): Promise<Scorer> {
  return trainedScorer(model, readHeads(), await loadLanguageDetector())
}
