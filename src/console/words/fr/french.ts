import type { english } from '../en/english'
import { builtInRules } from './checks'
import { desk } from './desk'
import { frenchFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const french: typeof english = {
  ...frenchFormats,
  ...office,
  ...desk,
  reasons,
  builtInRules,
}
