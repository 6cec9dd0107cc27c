import type { VNode } from 'preact'
import type { ConditionError } from '../../rules/condition-error'
import { sentenceOf } from '../../rules/sentence'
import { markedPieces } from '../marked-text'
import { useWords } from '../words.view'
import { completionsOf } from './completions'
import type { EditorModel } from './editor-model'
import { RowsFields } from './rows.view'
import { Condition } from './rule-parts.view'

/** Which comments a rule is about: as rows of a form, or as text. */
export function ConditionPanel(model: EditorModel): VNode {
  const { form, focus, isRefusedForm, errors } = model
  const { condition } = useWords().rulesEditor
  const isRows = form.way === 'rows'
  return (
    <section class="panel" id="condition" aria-labelledby="condition-title">
      <div class="condition-head">
        <h2 id="condition-title">{condition.title}</h2>
        <button
          type="submit"
          name="do"
          value={isRows ? 'way:text' : 'way:rows'}
          data-swap="condition references"
          autofocus={focus === 'way'}
        >
          {isRows ? condition.toText : condition.toRows}
        </button>
      </div>
      {isRefusedForm && (
        <p class="notice" role="status">
          {errors.length > 0 ? condition.fixFirst : condition.onlyText}
        </p>
      )}
      {isRows ? <RowsFields {...model} /> : <TextField {...model} />}
      {isRows && <WrittenCondition {...model} />}
      {!isRows && (
        <div id="when-errors" role="status" data-fine={condition.fine} data-wrong={condition.wrong}>
          <ConditionErrors text={form.when} errors={errors} />
        </div>
      )}
    </section>
  )
}

/** The rows as text: what is saved, and a way to learn the language. */
function WrittenCondition({ form, written, errors }: EditorModel): VNode {
  const { condition } = useWords().rulesEditor
  return (
    <div id="written" class="written">
      <input type="hidden" name="when" value={form.when} />
      {written.text !== '' && (
        <>
          <h3>{condition.written}</h3>
          <Condition text={written.text} />
        </>
      )}
      {written.problems.length === 0 && <ConditionErrors text={written.text} errors={errors} />}
    </div>
  )
}

function TextField({ form, banks, problems, errors }: EditorModel): VNode {
  const words = useWords()
  const { condition } = words.rulesEditor
  return (
    <>
      <input type="hidden" name="way" value="text" />
      <label class="strong" for="when">
        {condition.text}
      </label>
      <p class="muted" id="when-hint">
        {condition.textHint}
      </p>
      <div class="code-field">
        <div class="code-back" aria-hidden="true" />
        <textarea
          id="when"
          name="when"
          class="code"
          rows={4}
          maxlength={1000}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="when-hint when-errors"
          aria-invalid={errors.length > 0 || problems.has('when') ? 'true' : undefined}
          data-completions={JSON.stringify(completionsOf(words, banks))}
          data-found={condition.suggestions}
          aria-autocomplete="list"
          aria-controls="suggestions"
          aria-haspopup="listbox"
          value={form.when}
        />
        <div
          id="suggestions"
          class="suggestions"
          role="listbox"
          aria-label={condition.suggestionList}
          hidden
        />
      </div>
      <p class="without-script">
        <button type="submit" name="do" value="look">
          {condition.check}
        </button>
      </p>
      <p class="visually-hidden" role="status" id="suggestion-count" />
    </>
  )
}

/** At least one character, so that a place between two can be seen. */
const seen = ({ start, end }: ConditionError, text: string) =>
  start < end
    ? { start, end }
    : { start: Math.max(0, Math.min(start, text.length) - 1), end: start }

/** Each mistake with its place: the condition once more, marked, and in words. */
export function ConditionErrors({
  text,
  errors,
}: {
  text: string
  errors: readonly ConditionError[]
}): VNode | null {
  const { rulesEditor, mistakes } = useWords()
  const { condition } = rulesEditor
  if (text === '') return null
  if (errors.length === 0) return <p class="fine">{condition.fine}</p>
  const marks = errors.map((error) => ({ ...seen(error, text), label: error.code }))
  return (
    <div class="condition-errors">
      <p>{condition.wrong}</p>
      <pre class="condition" dir="ltr">
        <code>
          {markedPieces(text, marks).map(({ text: piece, labels }) =>
            labels.length > 0 ? <mark class="is-wrong">{piece}</mark> : piece,
          )}
        </code>
      </pre>
      <ul>
        {errors.map((error) => (
          <li>
            {sentenceOf(mistakes.condition, error)}{' '}
            <span class="muted">
              {condition.place(error.start, error.end)}, <code>{error.code}</code>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
