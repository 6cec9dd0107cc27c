import type { english } from '../en/english'
import { audit } from './audit'
import { batch } from './batch'
import { builtInRules, details } from './checks'
import { desk } from './desk'
import { russianFormats } from './formats'
import { houseRules } from './house-rules'
import { learnt } from './learnt'
import { mistakes } from './mistakes'
import { office } from './office'
import { people } from './people'
import { quality } from './quality'
import { reasons } from './reasons'
import { reviews } from './reviews'
import { ruleFields } from './rule-fields'
import { rulesEditor } from './rules-editor'
import { rulesPages } from './rules-pages'
import { saved } from './saved'
import { search } from './search'
import { secondStep } from './second-step'
import { settings } from './settings'

export const russian: typeof english = {
  ...russianFormats,
  ...office,
  ...desk,
  ...reviews,
  quality,
  ...batch,
  ...saved,
  search,
  people,
  secondStep,
  settings,
  audit,
  learnt,
  houseRules,
  reasons,
  builtInRules,
  details,
  mistakes,
  ruleFields,
  rulesPages,
  rulesEditor,
}
