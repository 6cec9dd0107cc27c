import { batch } from './batch'
import { builtInRules, details } from './checks'
import { desk } from './desk'
import { englishFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'
import { saved } from './saved'

export const english = {
  ...englishFormats,
  ...office,
  ...desk,
  ...batch,
  ...saved,
  reasons,
  builtInRules,
  details,
}
