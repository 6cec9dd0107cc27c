import { bankMessages, entryMessages } from '../../../rules/bank-messages'
import { conditionMessages } from '../../../rules/condition-messages'

/** What owners did wrong; English is the language that it is found out in. */
export const mistakes = { condition: conditionMessages, bank: bankMessages, entry: entryMessages }
