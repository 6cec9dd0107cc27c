import type { Words } from '../words'
import { builtInRules } from './checks'
import { desk } from './desk'
import { kazakhFormats } from './formats'
import { office } from './office'
import { reasons } from './reasons'

export const kazakh: Words = { ...kazakhFormats, ...office, ...desk, reasons, builtInRules }
