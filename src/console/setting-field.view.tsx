import type { VNode } from 'preact'
import { noKeyField, offField } from './settings-form'
import type { FieldModel } from './settings-model'
import { useWords } from './words.view'

type FieldProps = {
  field: FieldModel
  /** Where a button sends the form to put one field back to what is usual. */
  usualPath: string
}

/** A setting with its label, what it does, and the field for it. */
export function SettingRow({ field, usualPath }: FieldProps): VNode {
  const { facts, id, label, help } = field
  const isSwitch = facts.widget === 'switch'
  return (
    <div class={field.isChanged ? 'setting is-changed' : 'setting'}>
      <div>
        <p class="setting-label">
          {isSwitch ? <Switch field={field} /> : <label for={id}>{label}</label>}{' '}
          <ChangedTag field={field} />
        </p>
        <p class="muted" id={`${id}-help`}>
          {help}
        </p>
      </div>
      <div>
        <Messages field={field} />
        <div class="setting-value">
          {!isSwitch && <Control field={field} />}
          {facts.isNullable && facts.widget === 'number' && <OffTick field={field} />}
          <AsUsual field={field} usualPath={usualPath} />
        </div>
      </div>
    </div>
  )
}

/** A threshold: small enough for a table, its label read out only. */
export function ThresholdCell({ field, usualPath }: FieldProps): VNode {
  const { settings } = useWords()
  return (
    <div class={field.isChanged ? 'threshold is-changed' : 'threshold'}>
      <Messages field={field} />
      <label class="threshold-label" for={field.id}>
        {field.label}
      </label>
      <span class="visually-hidden" id={`${field.id}-help`}>
        {field.help}
      </span>
      <div class="setting-value">
        <Control field={field} />
        <OffTick field={field} />
        <AsUsual field={field} usualPath={usualPath} />
      </div>
      {field.isChanged && <span class="visually-hidden">{settings.changed}</span>}
    </div>
  )
}

function ChangedTag({ field }: { field: FieldModel }): VNode | null {
  const { settings } = useWords()
  return field.isChanged ? <span class="tag">{settings.changed}</span> : null
}

function Messages({ field: { id, problem, inForce } }: { field: FieldModel }): VNode {
  const { settings } = useWords()
  return (
    <>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {inForce !== undefined && (
        <p class="in-force" dir="auto">
          {settings.inForce(inForce)}
        </p>
      )}
    </>
  )
}

const described = ({ id, problem }: FieldModel) => ({
  'aria-describedby': problem ? `${id}-problem ${id}-help` : `${id}-help`,
  'aria-invalid': problem ? ('true' as const) : undefined,
})

const Switch = ({ field }: { field: FieldModel }): VNode => (
  <label class="tick">
    <input
      id={field.id}
      type="checkbox"
      name={field.path}
      checked={field.typed === 'on'}
      {...described(field)}
    />{' '}
    {field.label}
  </label>
)

function OffTick({ field }: { field: FieldModel }): VNode {
  const { settings } = useWords()
  return (
    <label class="tick">
      <input
        type="checkbox"
        name={offField(field.path)}
        checked={field.typed === null}
        aria-label={settings.offOf(field.label)}
      />{' '}
      {settings.off}
    </label>
  )
}

function AsUsual({ field, usualPath }: FieldProps): VNode | null {
  const { settings } = useWords()
  if (!field.isChanged) return null
  return (
    <button
      type="submit"
      class="quiet"
      name="usual"
      value={field.path}
      formaction={`${usualPath}#${field.id}`}
      aria-label={settings.asUsualOf(field.label)}
    >
      {settings.asUsual}
    </button>
  )
}

function Control({ field }: { field: FieldModel }): VNode {
  const { facts, path, id, typed, unit } = field
  const common = { id, name: path, ...described(field) }
  if (facts.widget === 'choice') return <Choice field={field} />
  if (facts.widget === 'secret') return <Secret field={field} />
  if (facts.widget === 'list')
    return <textarea {...common} rows={6} spellcheck={false} dir="ltr" value={typed ?? ''} />
  if (facts.widget === 'moment')
    return <input {...common} type="datetime-local" step="any" value={typed ?? ''} />
  if (facts.widget === 'text')
    return <input {...common} maxlength={500} spellcheck={false} value={typed ?? ''} />
  return (
    <>
      <input
        {...common}
        class="short"
        inputmode={facts.isWhole ? 'numeric' : 'decimal'}
        maxlength={20}
        value={typed ?? ''}
      />
      {unit && <span>{unit}</span>}
    </>
  )
}

function Choice({ field }: { field: FieldModel }): VNode {
  const { settings } = useWords()
  const { facts, path, id, typed } = field
  // what has no usual choice may be left out altogether
  const options = facts.usual === null ? ['', ...facts.options] : facts.options
  return (
    <select id={id} name={path} {...described(field)}>
      {options.map((option) => (
        <option value={option} selected={option === typed}>
          {settings.choices[option] ?? option}
        </option>
      ))}
    </select>
  )
}

/** What is stored is never sent to the browser. */
function Secret({ field }: { field: FieldModel }): VNode {
  const { settings } = useWords()
  return (
    <>
      <input
        id={field.id}
        name={field.path}
        type="password"
        autocomplete="new-password"
        maxlength={500}
        {...described(field)}
      />
      <label class="tick">
        <input type="checkbox" name={noKeyField} /> {settings.noKey}
      </label>
    </>
  )
}
