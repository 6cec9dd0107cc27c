import { stringify } from 'yaml'
import { z } from 'zod'
import { type Bank, banksSchema, catalogueOf } from './bank'
import { readYaml } from './bounded-yaml'
import { checkRule, type RuleProblem } from './check-rule'
import {
  isRunning,
  mostRunningRules,
  type RuleDocument,
  type RuleMode,
  ruleModes,
} from './rule-document'

/** A site's rules and banks as one document, to keep, to review and to carry to another site. */
export type RuleFile = { banks: Bank[]; rules: { mode: RuleMode; document: RuleDocument }[] }

export type ReadRuleFile = { ok: true; file: RuleFile } | { ok: false; problems: RuleProblem[] }

const shape = z.strictObject({
  postbag: z.literal(1).describe('Version of this format'),
  banks: banksSchema.default([]),
  rules: z
    .array(z.looseObject({ mode: z.enum(ruleModes) }))
    .max(1000)
    .default([]),
})

/** What is empty or usual is left out, so that the file holds what somebody decided. */
function lean(document: RuleDocument): Record<string, unknown> {
  const { scope, exempt, expiresAt, explain, ...rest } = document
  return {
    ...rest,
    ...(explain === '' ? {} : { explain }),
    ...(scope.sections.length + scope.articles.length === 0 ? {} : { scope }),
    ...(JSON.stringify(exempt) === '["staff"]' ? {} : { exempt }),
    ...(expiresAt === null ? {} : { expiresAt }),
  }
}

export const writeRuleFile = ({ banks, rules }: RuleFile): string =>
  stringify(
    {
      postbag: 1,
      banks,
      rules: rules.map(({ mode, document }) => ({ mode, ...lean(document) })),
    },
    // the reader refuses aliases
    { lineWidth: 100, aliasDuplicateObjects: false },
  )

/** Limits the size of the answer. */
const maxProblems = 20

const refused = (problems: readonly RuleProblem[]): ReadRuleFile => ({
  ok: false,
  problems: problems.slice(0, maxProblems),
})

/**
 * The trust border for rule files: everything is checked before anything is changed. `importRules` calls it
 * in a thread, because the largest file takes seconds.
 * @returns the banks and rules, or the first 20 problems
 */
export function readRuleFile(text: string): ReadRuleFile {
  const yaml = readYaml(text)
  if (!yaml.ok) return refused([{ path: '', code: yaml.code, message: yaml.message }])
  const read = shape.safeParse(yaml.content)
  if (read.success) return checkRules(read.data.banks, read.data.rules)
  return refused(
    read.error.issues
      .slice(0, maxProblems)
      .map(({ path, code, message }) => ({ path: path.join('.'), code, message })),
  )
}

function checkRules(banks: Bank[], sent: readonly { mode: RuleMode }[]): ReadRuleFile {
  const catalogue = catalogueOf(banks)
  const problems: RuleProblem[] = []
  const rules: RuleFile['rules'] = []
  sent.forEach(({ mode, ...document }, index) => {
    const checked = checkRule(document, catalogue)
    if (checked.ok) rules.push({ mode, document: checked.document })
    else
      problems.push(
        ...checked.problems.map((one) => ({ ...one, path: `rules.${index}.${one.path}` })),
      )
  })
  const running = sent.filter(({ mode }) => isRunning(mode)).length
  if (running > mostRunningRules) {
    const message = `A site runs at most ${mostRunningRules} rules; these are ${running}.`
    problems.push({ path: 'rules', code: 'too_many_rules', message })
  }
  return problems.length > 0 ? refused(problems) : { ok: true, file: { banks, rules } }
}
