import { builtInRules, details } from './checks'
import { desk } from './desk'
import { englishFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const english = {
  ...englishFormats,
  ...office,
  ...desk,
  reasons,
  builtInRules,
  details,
}
