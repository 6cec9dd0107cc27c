import type { Words } from '../words'
import { builtInRules } from './checks'
import { desk } from './desk'
import { russianFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const russian: Words = { ...russianFormats, ...office, ...desk, reasons, builtInRules }
