import type { VNode } from 'preact'
import { reasonCodes } from '../../comments/reason'
import type { ruleActions } from '../../rules/finding'
import { reasonLabel } from '../moderator-reasons'
import { useWords } from '../words.view'
import type { EditorModel } from './editor-model'
import { Field } from './field.view'

/** What becomes of the comments. Fields of other actions are out of sight where CSS can tell. */
export function EffectPanel(model: EditorModel): VNode {
  const { form } = model
  const words = useWords()
  const { effect } = words.rulesEditor
  return (
    <section class="panel effect" aria-labelledby="effect-title">
      <h2 id="effect-title">{effect.title}</h2>
      <fieldset class="choices" id="action">
        <legend class="visually-hidden">{effect.title}</legend>
        {(
          ['hold', 'reject', 'spam', 'approve', 'score'] satisfies (typeof ruleActions)[number][]
        ).map((action) => (
          <label class="choice">
            <input type="radio" name="action" value={action} checked={action === form.action} />
            <span>
              <b>{effect.actions[action]}</b> <span class="muted">{effect.means[action]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field-grid">
        <Field name="reason" model={model} label={effect.reason} hint={effect.reasonHint}>
          {(field) => (
            <select {...field}>
              {reasonCodes.map((code) => (
                <option value={code} selected={code === form.reason}>
                  {reasonLabel(words, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="score"
          class="only-score"
          model={model}
          label={effect.score}
          hint={effect.scoreHint}
        >
          {(field) => <input {...field} inputmode="decimal" value={form.score} />}
        </Field>
        <Field
          name="queue"
          class="only-hold"
          model={model}
          label={effect.queue}
          hint={effect.queueHint}
        >
          {(field) => <input {...field} maxlength={40} autocapitalize="off" value={form.queue} />}
        </Field>
        <Field name="priority" model={model} label={effect.priority} hint={effect.priorityHint}>
          {(field) => <input {...field} inputmode="numeric" value={form.priority} />}
        </Field>
        <Field name="note" model={model} label={effect.note}>
          {(field) => <input {...field} maxlength={500} value={form.note} />}
        </Field>
      </div>
      {form.notifyAuthor && <input type="hidden" name="notifyAuthor" value="yes" />}
    </section>
  )
}

/** Where, for whom and how long: folded, as most rules are for everybody. */
export function ReachPanel(model: EditorModel): VNode {
  const { form, problems } = model
  const { reach, explain } = useWords().rulesEditor
  const isUsed = form.sections + form.articles + form.expiresAt + form.explain !== ''
  const isWrong = ['sections', 'articles', 'expiresAt', 'explain'].some((one) => problems.has(one))
  return (
    <details class="panel" open={isUsed || isWrong}>
      <summary>{reach.title}</summary>
      <div class="field-grid">
        <Field name="explain" model={model} label={explain}>
          {(field) => <textarea {...field} rows={3} maxlength={500} value={form.explain} />}
        </Field>
        <Field name="sections" model={model} label={reach.sections} hint={reach.namesHint}>
          {(field) => <textarea {...field} rows={3} value={form.sections} />}
        </Field>
        <Field name="articles" model={model} label={reach.articles} hint={reach.articlesHint}>
          {(field) => <textarea {...field} rows={3} value={form.articles} />}
        </Field>
        <Field name="expiresAt" model={model} label={reach.expiresAt} hint={reach.expiresHint}>
          {(field) => <input {...field} type="datetime-local" value={form.expiresAt} />}
        </Field>
        <fieldset class="choices">
          <legend>{reach.exempt}</legend>
          {(['staff', 'trusted', 'reader'] as const).map((role) => (
            <label class="choice">
              <input
                type="checkbox"
                name="exempt"
                value={role}
                checked={form.exempt.includes(role)}
              />
              <span>{reach.roles[role]}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  )
}
