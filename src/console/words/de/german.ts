import type { english } from '../en/english'
import { builtInRules } from './checks'
import { desk } from './desk'
import { germanFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const german: typeof english = {
  ...germanFormats,
  ...office,
  ...desk,
  reasons,
  builtInRules,
}
