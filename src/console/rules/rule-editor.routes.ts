import { Router } from 'express'
import { checkRule, type RuleProblem } from '../../rules/check-rule'
import { defaultPack } from '../../rules/default-pack'
import { addRule, editRule, type RuleOutcome } from '../../rules/edit-rules.flow'
import type { StoredRule } from '../../rules/rule.store'
import { type RuleMode, ruleDocumentSchema, ruleModes } from '../../rules/rule-document'
import { sentenceOf } from '../../rules/sentence'
import type { Services } from '../../services'
import {
  actorOfVisitor,
  type ConsoleDoor,
  chosenSite,
  fieldOf,
  ownersOnly,
  signedIn,
} from '../door.routes'
import type { Words } from '../words/words'
import { type Asked, changedForm, readAsked } from './changed-form'
import type { EditorModel } from './editor-model'
import { ruleHref } from './rule-addresses'
import { ruleDiff } from './rule-diff'
import { chosenOrDeleted, chosenRule, readVersion } from './rule-door.routes'
import { type Editor, editorOf, sendEditor } from './rule-editor-page.routes'
import {
  conditionErrors,
  conditionOf,
  documentOf,
  formField,
  formOfDocument,
  newForm,
  type RuleForm,
  readRuleForm,
} from './rule-form'
import { backtested, triedOnOne } from './rule-tests.routes'
import { readTestForm } from './test-form'

/** The form in which owners write rules, and try them before they count. */
export function ruleEditor(services: Services): Router {
  const router = Router()
  router.post('/rules/:site/check', signedIn(services, checkCondition))
  router.get('/rules/:site/new', ownersOnly(services, sendNew))
  router.post(
    '/rules/:site/new',
    ownersOnly(services, async (door) => {
      await take(await editorOf(door, await chosenSite(door, door.request.params.site)))
    }),
  )
  router.get('/rules/:site/:id/edit', ownersOnly(services, sendEdit))
  router.post(
    '/rules/:site/:id/edit',
    ownersOnly(services, async (door) => {
      const editor = await editorOf(door, await chosenOrDeleted(door))
      await (editor.rule ? take(editor) : sendGone(editor))
    }),
  )
  return router
}

/** For the script, while somebody types. */
async function checkCondition(door: ConsoleDoor): Promise<void> {
  const { site } = await chosenSite(door, door.request.params.site)
  const { banks } = await editorOf(door, { site })
  const errors = conditionErrors(fieldOf(door.request, 'when') ?? '', banks)
  const { rulesEditor, mistakes } = door.words
  const placed = errors.map((error) => ({
    ...{ code: error.code, start: error.start, end: error.end },
    message: sentenceOf(mistakes.condition, error),
    place: rulesEditor.condition.place(error.start, error.end),
  }))
  door.response.json({ ok: errors.length === 0, errors: placed })
}

async function sendNew(door: ConsoleDoor): Promise<void> {
  const editor = await editorOf(door, await chosenSite(door, door.request.params.site))
  const example = defaultPack.rules.find(({ key }) => key === door.request.query.example)
  const form = example ? formOfDocument(example.document, editor.banks) : newForm
  await sendEditor(editor, 200, { form })
}

async function sendEdit(door: ConsoleDoor): Promise<void> {
  const { site, rule } = await chosenRule(door)
  const editor = await editorOf(door, { site, rule })
  const form = { ...formOfDocument(rule.document, editor.banks), version: String(rule.version) }
  await sendEditor(editor, 200, { form })
}

/** Does what the pressed button says; whatever it is, what was typed comes back. */
async function take(editor: Editor): Promise<void> {
  const { door, banks } = editor
  const fields = (door.request.body ?? {}) as Record<string, unknown>
  const asked = readAsked(fieldOf(door.request, 'do'))
  const sent = readRuleForm(fields)
  const tests = readTestForm(fields)
  const changed = changedForm(sent, { asked, fields, banks })
  const shown = {
    ...changed,
    tests,
    isAsked: ['save', 'try', 'backtest', 'look', 'way'].includes(asked.verb),
  }
  switch (asked.verb) {
    case 'save':
      await save(editor, asked, shown)
      return
    case 'try':
      await sendEditor(editor, 200, {
        ...shown,
        ...(await triedOnOne(editor, shown)),
        focus: 'tried',
      })
      return
    case 'backtest':
      await sendEditor(editor, 200, {
        ...shown,
        ...(await backtested(editor, shown)),
        focus: 'report',
      })
      return
    default:
      await sendEditor(editor, 200, shown)
  }
}

type Shown = Partial<EditorModel> & { form: RuleForm }

async function save(editor: Editor, asked: Asked, shown: Shown): Promise<void> {
  const { door, site, rule } = editor
  const { form } = shown
  const problems = problemsOf(form, editor)
  if (problems.size > 0) {
    await sendEditor(editor, 422, { ...shown, problems, focus: 'problems' })
    return
  }
  const mode: RuleMode | undefined = ruleModes.find((one) => one === asked.argument)
  const draft = {
    ...{ document: documentOf(form), mode: mode ?? rule?.mode ?? 'shadow' },
    ...{ version: readVersion(form.version), comment: form.comment },
  }
  const actor = actorOfVisitor(door.visitor)
  const outcome = rule
    ? await editRule(door.services, site, rule.id, { draft, actor })
    : await addRule(door.services, site, draft, actor)
  await answer(editor, shown, outcome)
}

/** Everything that is wrong at once, also what a rule does not know: lines of the form, the comment. */
function problemsOf(form: RuleForm, { door, banks }: Editor): Map<string, string> {
  const { rulesEditor } = door.words
  const { text, problems: rowProblems } = conditionOf(form)
  const checked = checkRule(documentOf(form), banks)
  const problems = problemsInWords(checked.ok ? [] : checked.problems, door.words)
  if (rowProblems.length > 0) problems.set('condition', rulesEditor.condition.rowsWrong)
  else if (text === '') problems.set('condition', rulesEditor.condition.empty)
  else if (conditionErrors(text, banks).length > 0)
    problems.set('condition', rulesEditor.condition.isWrong)
  if (form.comment.length > 500) problems.set('comment', rulesEditor.problems.comment)
  return problems
}

async function answer(editor: Editor, shown: Shown, outcome: RuleOutcome): Promise<void> {
  const { door, site } = editor
  switch (outcome.outcome) {
    case 'saved':
      door.response.redirect(303, `${ruleHref(site.slug, outcome.rule.id)}?said=saved`)
      return
    case 'invalid': {
      const problems = problemsInWords(outcome.problems, door.words)
      await sendEditor(editor, 422, { ...shown, problems, focus: 'problems' })
      return
    }
    case 'overtaken':
      await sendConflict(editor, shown, outcome.current)
      return
    case 'unknown':
      await sendGone(editor)
      return
  }
}

/** What was typed becomes the form of a new rule. */
async function sendGone({ door, site, banks }: Editor): Promise<void> {
  const fields = (door.request.body ?? {}) as Record<string, unknown>
  const form = { ...readRuleForm(fields), version: '' }
  const tests = readTestForm(fields)
  await sendEditor({ door, site, rule: undefined, banks }, 409, { form, tests, isGone: true })
}

/** By field of the form, in words of the page's language. */
function problemsInWords(
  problems: readonly RuleProblem[],
  { rulesEditor }: Words,
): Map<string, string> {
  const known: Record<string, string> = rulesEditor.problems
  return new Map(
    problems.map(({ path, message }) => {
      const field = formField(path)
      return field === 'when'
        ? ['condition', rulesEditor.condition.isWrong]
        : [field, known[field] ?? message]
    }),
  )
}

/** Theirs beside ours; ours is what would be saved next. */
async function sendConflict(editor: Editor, shown: Shown, current: StoredRule): Promise<void> {
  const ours = ruleDocumentSchema.safeParse(documentOf(shown.form))
  const diff = ours.success ? ruleDiff(current.document, ours.data) : []
  const form = { ...shown.form, version: String(current.version) }
  await sendEditor({ ...editor, rule: current }, 409, {
    ...shown,
    form,
    conflict: { current, diff },
  })
}
