import type { Words } from '../words'
import { builtInRules } from './checks'
import { desk } from './desk'
import { spanishFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const spanish: Words = { ...spanishFormats, ...office, ...desk, reasons, builtInRules }
