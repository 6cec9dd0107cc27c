import type { english } from '../en/english'
import { appeals } from './appeals'
import { audit } from './audit'
import { batch } from './batch'
import { builtInRules, details } from './checks'
import { conflict } from './conflict'
import { desk } from './desk'
import { spanishFormats } from './formats'
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
import { script } from './script'
import { search } from './search'
import { secondStep } from './second-step'
import { settings } from './settings'
import { statistics } from './statistics'
import { story } from './story'
import { values } from './values'

export const spanish: typeof english = {
  ...spanishFormats,
  ...office,
  ...desk,
  conflict,
  ...reviews,
  appeals,
  statistics,
  quality,
  ...batch,
  ...saved,
  script,
  search,
  people,
  secondStep,
  settings,
  story,
  values,
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
