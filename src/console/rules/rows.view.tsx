import type { VNode } from 'preact'
import {
  bankFields,
  comparisonsOf,
  mostRows,
  type Row,
  type RowProblem,
  type ValueKind,
  valueKindOf,
} from '../../rules/condition-rows'
import { fieldOf, fieldPaths } from '../../rules/fields'
import type { Words } from '../words/words'
import { useWords } from '../words.view'
import type { EditorModel } from './editor-model'
import type { RowPlace } from './rows-form'
import { fieldLabel, unitOf } from './rows-in-words'

/** The condition as lines "field, comparison, value". */
export function RowsFields(model: EditorModel): VNode {
  const { form, focus } = model
  const { condition } = useWords().rulesEditor
  const { join, blocks } = form.rows
  const isFull = blocks.flat().length >= mostRows
  return (
    <>
      <input type="hidden" name="way" value="rows" />
      {blocks.length === 0 ? (
        <>
          <input type="hidden" name="join" value={join} />
          <p>{condition.noRows}</p>
        </>
      ) : (
        <p class="join">
          <label for="join">{condition.join}</label>{' '}
          <select id="join" name="join" data-look="condition">
            {(['all', 'any'] as const).map((one) => (
              <option value={one} selected={one === join}>
                {condition.joins[one]}
              </option>
            ))}
          </select>
        </p>
      )}
      <ol class="row-blocks">
        {blocks.map((rows, block) => (
          <li class="row-block">
            {rows.map((row, index) => (
              <RowFields row={row} place={{ block, row: index }} model={model} />
            ))}
            {!isFull && <Inner first={rows[0]} block={block} join={join} />}
          </li>
        ))}
      </ol>
      {!isFull && (
        <p class="add-row">
          <label for="add_field_new">
            {blocks.length === 0 ? condition.addFirst : condition.add[join]}
          </label>
          <FieldSelect id="add_field_new" isFocused={focus === 'add'} />
          <button type="submit" name="do" value="add:new" data-swap="condition">
            {condition.addButton}
          </button>
        </p>
      )}
    </>
  )
}

type InnerProps = { first: Row | undefined; block: number; join: 'all' | 'any' }

/** Out of sight until it is wanted: most conditions have no brackets. */
function Inner({ first, block, join }: InnerProps): VNode {
  const words = useWords()
  const { condition } = words.rulesEditor
  const id = `add_field_${block}`
  return (
    <details class="inner">
      <summary>{condition.addInner[join]}</summary>
      <p class="add-row">
        <label for={id}>{condition.addInnerTo[join](fieldLabel(words, first?.field ?? ''))}</label>
        <FieldSelect id={id} />
        <button type="submit" name="do" value={`add:${block}`} data-swap="condition">
          {condition.addButton}
        </button>
      </p>
    </details>
  )
}

const groupOf = (path: string): string => path.split('.')[0] ?? ''
const groups = [...new Set(fieldPaths.map(groupOf))]

function FieldSelect({ id, isFocused }: { id: string; isFocused?: boolean }): VNode {
  const words = useWords()
  const { ruleFields } = words
  const option = (field: string) => <option value={field}>{fieldLabel(words, field)}</option>
  return (
    <select id={id} name={id} autofocus={isFocused}>
      {groups.map((group) => (
        <optgroup label={ruleFields.groups[group as 'comment']}>
          {fieldPaths.filter((path) => groupOf(path) === group).map(option)}
        </optgroup>
      ))}
      <optgroup label={ruleFields.groups.banks}>{bankFields.map(option)}</optgroup>
    </select>
  )
}

type RowProps = { row: Row; place: RowPlace; model: EditorModel }

const isAt = (place: RowPlace, at: unknown): boolean =>
  typeof at === 'object' &&
  (at as RowPlace).block === place.block &&
  (at as RowPlace).row === place.row

function RowFields({ row, place, model }: RowProps): VNode {
  const words = useWords()
  const { rulesEditor, ruleFields } = words
  const label = fieldLabel(words, row.field)
  const id = `row-${place.block}-${place.row}`
  const found = model.isAsked ? model.written.problems : []
  const problem = found.find((one) => isAt(place, one))?.problem
  return (
    <div class={place.row > 0 ? 'row is-inner' : 'row'}>
      {place.row > 0 && (
        <span class="row-or">{rulesEditor.condition.or[model.form.rows.join]}</span>
      )}
      <input type="hidden" name="row_block" value={place.block} />
      <input type="hidden" name="row_field" value={row.field} />
      <span class="row-field" id={`${id}-field`}>
        {label}
      </span>
      <select
        name="row_comparison"
        id={`${id}-comparison`}
        aria-label={rulesEditor.condition.comparison(label)}
        data-look="condition"
        data-kind={valueKindOf(row)}
        autofocus={isAt(place, model.focus)}
      >
        {comparisonsOf(row.field).map((one) => (
          <option
            value={one}
            selected={one === row.comparison}
            data-kind={valueKindOf({ ...row, comparison: one })}
          >
            {ruleFields.comparisons[one]}
          </option>
        ))}
      </select>
      <Value row={row} id={id} model={model} problem={problem} />
      <button
        type="submit"
        class="quiet"
        name="do"
        value={`remove:${place.block}.${place.row}`}
        data-swap="condition"
        aria-label={rulesEditor.condition.remove(label)}
      >
        {rulesEditor.condition.removeShort}
      </button>
      {problem && (
        <span class="problem" id={`${id}-problem`}>
          {ruleFields.problems[problem]}
        </span>
      )}
    </div>
  )
}

type ValueProps = { row: Row; id: string; model: EditorModel; problem: RowProblem | undefined }

/** The control that fits what the row compares with. */
function Value(props: ValueProps): VNode {
  const kind = valueKindOf(props.row)
  if (kind === 'none') return <input type="hidden" name="row_value" value="" />
  return kind === 'choice' || kind === 'bank' ? (
    <Choice {...props} kind={kind} />
  ) : (
    <Typed {...props} />
  )
}

const controlOf = ({ row, id, problem }: ValueProps, words: Words, described: string[]) => ({
  ...{ name: 'row_value', id: `${id}-value`, 'data-look': 'written' },
  'aria-label': words.rulesEditor.condition.value(fieldLabel(words, row.field)),
  'aria-describedby': [...described, ...(problem ? [`${id}-problem`] : [])].join(' ') || undefined,
  'aria-invalid': problem ? ('true' as const) : undefined,
})

function Choice({ kind, ...props }: ValueProps & { kind: ValueKind }): VNode {
  const words = useWords()
  const choices = choicesOf(kind, props.row, props.model)
  if (choices.length === 0) {
    return (
      <>
        <input type="hidden" name="row_value" value="" />
        <span class="muted">{words.rulesEditor.condition.noBank}</span>
      </>
    )
  }
  return (
    <select {...controlOf(props, words, [])}>
      {choices.map((one) => (
        <option value={one} selected={one === props.row.value}>
          {one}
        </option>
      ))}
    </select>
  )
}

function Typed(props: ValueProps): VNode {
  const { row, id } = props
  const words = useWords()
  const kind = valueKindOf(row)
  const isNumber = kind === 'whole' || kind === 'decimal'
  const hint = kind === 'texts' ? words.rulesEditor.condition.severalHint : unitOf(words, row)
  return (
    <>
      <input
        {...controlOf(props, words, hint ? [`${id}-hint`] : [])}
        value={row.value}
        class={isNumber ? 'is-number' : undefined}
        inputmode={isNumber ? 'decimal' : undefined}
        autocomplete="off"
        maxlength={isNumber ? 20 : 900}
        dir="auto"
      />
      {hint && (
        <span class="muted" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </>
  )
}

function choicesOf(kind: ValueKind, { field, value }: Row, { banks }: EditorModel): string[] {
  const names = field === 'list' ? banks.lists : banks.patterns
  const known = [...(kind === 'choice' ? (fieldOf(field)?.values ?? []) : names)]
  // what there is not, such as a bank that is gone, is shown: saving would put the first choice in its place
  return value === '' || known.includes(value) ? known : [value, ...known]
}
