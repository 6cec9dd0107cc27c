import { batch } from './batch'
import { builtInRules, details } from './checks'
import { desk } from './desk'
import { englishFormats } from './formats'
import { office } from './office'
import { quality } from './quality'
import { reasons } from './reasons'
import { reviews } from './reviews'
import { saved } from './saved'
import { secondStep } from './second-step'

export const english = {
  ...englishFormats,
  ...office,
  ...desk,
  ...reviews,
  quality,
  ...batch,
  ...saved,
  secondStep,
  reasons,
  builtInRules,
  details,
}
