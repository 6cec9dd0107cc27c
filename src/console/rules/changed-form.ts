import type { BankCatalogue } from '../../rules/condition-environment'
import { defaultPack } from '../../rules/default-pack'
import type { Focus } from './editor-model'
import { addRow, removeRow } from './rows-form'
import { conditionForm, conditionOf, type RuleForm } from './rule-form'

/** What a button of the form asks for: "add:2" is the verb "add" with the argument "2". */
export type Asked = { verb: string; argument: string }

export function readAsked(value: string | undefined): Asked {
  const [verb = '', argument = ''] = (value ?? '').split(':')
  return { verb, argument }
}

export type ChangedForm = { form: RuleForm; focus?: Focus | undefined; isRefusedForm?: boolean }

type Sent = { asked: Asked; fields: Record<string, unknown>; banks: BankCatalogue }

/** The form after one of the buttons that change it; the same form for any other button. */
export function changedForm(form: RuleForm, sent: Sent): ChangedForm {
  const { verb, argument } = sent.asked
  switch (verb) {
    case 'add':
      return added(form, sent)
    case 'remove': {
      const [block = -1, row = -1] = argument.split('.').map(Number)
      return { form: { ...form, ...removeRow(form.rows, { block, row }) }, focus: 'add' }
    }
    case 'way':
      return argument === 'text' ? asText(form) : asRows(form, sent.banks)
    case 'take':
      return taken(form, sent)
    default:
      return { form }
  }
}

function added(form: RuleForm, { asked, fields, banks }: Sent): ChangedForm {
  const field = fields[`add_field_${asked.argument}`]
  const at = asked.argument === 'new' ? undefined : Number(asked.argument)
  if (typeof field !== 'string' || (at !== undefined && !form.rows.blocks[at])) return { form }
  const { rows, place } = addRow(form.rows, field, at, banks)
  return { form: { ...form, rows }, focus: place ?? 'add' }
}

function asText(form: RuleForm): ChangedForm {
  const { text, problems } = conditionOf(form)
  // a value that no condition can hold would be lost
  if (problems.some(({ problem }) => problem !== 'missing')) return { form, focus: 'way' }
  return { form: { ...form, way: 'text', when: text }, focus: 'way' }
}

function asRows(form: RuleForm, banks: BankCatalogue): ChangedForm {
  if (form.when === '') return { form: { ...form, way: 'rows' }, focus: 'way' }
  const read = conditionForm(form.when, banks)
  return { form: { ...form, ...read }, focus: 'way', isRefusedForm: read.way === 'text' }
}

/** The condition of an example, in the way that is in use. */
function taken(form: RuleForm, { asked, banks }: Sent): ChangedForm {
  const example = defaultPack.rules.find(({ key }) => key === asked.argument)
  if (!example) return { form }
  const read = conditionForm(example.document.when, banks)
  const way = form.way === 'text' ? 'text' : read.way
  return { form: { ...form, ...read, way }, focus: 'way' }
}
