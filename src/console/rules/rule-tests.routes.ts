import { backtestRule } from '../../rules/backtest-rule.flow'
import { tryCondition } from '../../rules/try-rule.flow'
import type { EditorModel, TestForm } from './editor-model'
import type { Editor } from './rule-editor-page.routes'
import { conditionOf, type RuleForm } from './rule-form'
import { triedOn } from './test-form'

type Asked = { form: RuleForm; tests: TestForm }

/** What the condition of the form says of one comment. */
export async function triedOnOne(
  { door, site, rule }: Editor,
  { form, tests }: Asked,
): Promise<Pick<EditorModel, 'tried' | 'tryProblem'>> {
  const { try: words } = door.words.rulesEditor
  const { text, problems } = conditionOf(form)
  const on = triedOn(tests)
  if (text === '' || problems.length > 0) return { tryProblem: words.conditionFirst }
  if (typeof on === 'string') return { tryProblem: words[on] }
  const outcome = await tryCondition(door.services, site, { when: text, on }, door.now)
  if (outcome.outcome === 'invalid') return { tryProblem: words.conditionFirst }
  if (outcome.outcome === 'unknown') return { tryProblem: words.unknown }
  // as it is in force it is no other rule
  const others = outcome.others.filter((one) => one.rule !== rule?.id)
  return { tried: { ...outcome, others, text } }
}

/** What the rule of the form would have done to past comments. */
export async function backtested(
  { door, site, rule }: Editor,
  { form, tests }: Asked,
): Promise<Pick<EditorModel, 'report' | 'reportProblem'>> {
  const { backtest: words } = door.words.rulesEditor
  const { text, problems } = conditionOf(form)
  if (text === '' || problems.length > 0) return { reportProblem: words.conditionFirst }
  const outcome = await backtestRule(
    door.services,
    site,
    {
      ...{ when: text, action: form.action, limit: tests.limit },
      days: tests.days === '' ? undefined : Number(tests.days),
      ruleId: rule?.id,
    },
    door.now,
  )
  if (outcome.outcome === 'invalid') return { reportProblem: words.conditionFirst }
  return { report: outcome.report }
}
