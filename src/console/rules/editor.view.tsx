import type { VNode } from 'preact'
import { renderConsolePage } from '../console-frame.view'
import { Said } from '../said.view'
import { useWords } from '../words.view'
import { BacktestPanel } from './backtest.view'
import { ConditionPanel } from './condition.view'
import type { EditorModel } from './editor-model'
import { EffectPanel, ReachPanel } from './effect.view'
import { Field } from './field.view'
import { Reference } from './reference.view'
import { checkHref, editorHref, ruleHref, rulesHref } from './rule-addresses'
import { ModeTag } from './rule-parts.view'
import { DiffTable } from './rule-versions.view'
import { TryPanel } from './try.view'

/** The form of a rule: every button sends the whole form, so that nothing typed is lost. */
export function renderEditorPage(model: EditorModel): string {
  const { frame, site, rule } = model
  const { rulesEditor, rulesPages } = frame.words
  const title = rule ? rulesEditor.edit(rule.document.name) : rulesEditor.add
  return renderConsolePage(
    { ...frame, title, script: 'rules' },
    <div class="story-page">
      <p>
        {rule ? (
          <a href={ruleHref(site.slug, rule.id)}>{rulesPages.backToRule}</a>
        ) : (
          <a href={rulesHref(site.slug)}>{rulesPages.back}</a>
        )}
      </p>
      <h1>
        <bdi>{title}</bdi> {rule && <ModeTag mode={rule.mode} />}
      </h1>
      <form
        method="post"
        class="rule-form"
        id="rule-form"
        action={editorHref(site.slug, rule?.id)}
        data-check={checkHref(site.slug)}
      >
        <input type="hidden" name="version" value={model.form.version} />
        {/* the first button is what Enter in a field presses: it changes nothing */}
        <button
          type="submit"
          name="do"
          value="look"
          class="visually-hidden"
          tabindex={-1}
          data-swap="condition"
        >
          {rulesEditor.condition.check}
        </button>
        {model.conflict && <Conflict {...model} conflict={model.conflict} />}
        {model.isGone && <Said problem={rulesEditor.conflict.gone} />}
        <Problems {...model} />
        <section class="panel stacked" aria-label={rulesEditor.name}>
          <Field name="name" model={model} label={rulesEditor.name} hint={rulesEditor.nameHint}>
            {(field) => <input {...field} maxlength={120} value={model.form.name} />}
          </Field>
        </section>
        <ConditionPanel {...model} />
        <Reference {...model} />
        <EffectPanel {...model} />
        <ReachPanel {...model} />
        <div class="story-grid">
          <BacktestPanel {...model} />
          <TryPanel {...model} />
        </div>
        <SaveBar {...model} />
      </form>
    </div>,
  )
}

function Problems({ problems, focus }: EditorModel): VNode | null {
  const { save, problemOf, problemFields } = useWords().rulesEditor
  if (problems.size === 0) return null
  return (
    <div class="problem" role="alert" tabindex={-1} autofocus={focus === 'problems'}>
      <p>{save.problems}</p>
      <ul class="problem-links">
        {[...problems].map(([field, text]) => (
          <li>
            <a href={`#${field}`}>{problemOf(problemFields[field] ?? field, text)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type ConflictProps = EditorModel & { conflict: NonNullable<EditorModel['conflict']> }

function Conflict({ conflict: { current, diff }, site }: ConflictProps): VNode {
  const { rulesEditor } = useWords()
  const { conflict } = rulesEditor
  return (
    <section class="panel conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{conflict.title}</h2>
      <p>{conflict.text}</p>
      <p>
        <a href={ruleHref(site.slug, current.id)}>{conflict.theirs(current.version)}</a>
      </p>
      {diff.length > 0 && <DiffTable diff={diff} sides={conflict.sides} />}
      <p>
        <b>{conflict.anyway}</b>
      </p>
    </section>
  )
}

/** Always at hand, as long as the form is. */
function SaveBar(model: EditorModel): VNode {
  const { rule, form } = model
  const { save } = useWords().rulesEditor
  return (
    <section class="panel save-bar" aria-label={save.save}>
      <Field name="comment" model={model} label={save.comment}>
        {(field) => <input {...field} maxlength={500} value={form.comment} />}
      </Field>
      {rule?.mode === 'live' && <p class="warning">{save.isLive}</p>}
      <p class="row-of-buttons">
        {rule ? (
          <>
            <button type="submit" name="do" value="save" class="primary">
              {save.save}
            </button>
            {rule.mode !== 'shadow' && (
              <button type="submit" name="do" value="save:shadow">
                {rule.mode === 'live' ? save.liveToShadow : save.shadow}
              </button>
            )}
          </>
        ) : (
          <>
            <button type="submit" name="do" value="save:shadow" class="primary">
              {save.shadow}
            </button>
            <button type="submit" name="do" value="save:draft">
              {save.draft}
            </button>
          </>
        )}
      </p>
    </section>
  )
}
