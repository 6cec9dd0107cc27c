import type { BankCatalogue } from '../../rules/condition-environment'
import { readRecentComments } from '../../rules/past-comments.store'
import type { StoredRule } from '../../rules/rule.store'
import type { Site } from '../../sites/site'
import { type ConsoleDoor, frameOf, sendHtml } from '../door.routes'
import { renderEditorPage } from './editor.view'
import type { EditorModel } from './editor-model'
import { conditionErrors, conditionOf, type RuleForm } from './rule-form'
import { noTests } from './test-form'

/** Who edits what: the rule, or a new one of this site. */
export type Editor = {
  door: ConsoleDoor
  site: Site
  rule: StoredRule | undefined
  banks: BankCatalogue
}

export async function editorOf(
  door: ConsoleDoor,
  { site, rule }: { site: Site; rule?: StoredRule | undefined },
): Promise<Editor> {
  const { banks } = await door.services.ruleSets.of(site.id, site.ruleSetVersion)
  return { door, site, rule, banks }
}

const recentComments = 10

/** The page with the form as it is, and whatever there is to say about it. */
export async function sendEditor(
  { door, site, rule, banks }: Editor,
  status: number,
  { form, ...shown }: Partial<EditorModel> & { form: RuleForm },
): Promise<void> {
  const written = conditionOf(form)
  const model: EditorModel = {
    frame: frameOf(door, 'rules'),
    ...{ site, rule, form, written, banks },
    errors: conditionErrors(written.text, banks),
    problems: new Map(),
    isAsked: false,
    tests: noTests,
    recent: await readRecentComments(door.services.db, site.id, recentComments),
    ...shown,
  }
  sendHtml(door.response, status, renderEditorPage(model))
}
