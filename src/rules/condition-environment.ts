import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { bankHitsVariable, groupsByRoot, partsOf } from './condition-context'
import type { ConditionMistake } from './condition-messages'
import { fieldPaths, fields } from './fields'

/** The banks that exist: `list("…")` and `pattern("…")` may name no other. */
export type BankCatalogue = { lists: ReadonlySet<string>; patterns: ReadonlySet<string> }

export const limits = {
  maxAstNodes: 300,
  maxDepth: 24,
  maxListElements: 50,
  maxMapEntries: 1,
  maxCallArguments: 4,
}

// The library passes these to macros without typing them.
type Checker = {
  createError(code: string, message: string, node: unknown): Error
  getType(name: string): unknown
}
type MacroCall = { args: ASTNode[] }
type MacroContext = { getValue(name: string): unknown }

type MacroKind = {
  name: 'list' | 'pattern'
  known: ReadonlySet<string>
  others: ReadonlySet<string>
}

const mostNamed = 10

function mistakeOf(
  { name, known, others }: MacroKind,
  bank: string | null,
): ConditionMistake | null {
  if (bank === null) return { says: 'bank_in_quotes', facts: { kind: name } }
  if (known.has(bank)) return null
  const write = name === 'list' ? 'pattern' : 'list'
  if (others.has(bank)) return { says: 'bank_of_other_kind', facts: { name: bank, write } }
  const facts = { kind: name, name: bank, known: [...known].slice(0, mostNamed) }
  return { says: 'no_bank', facts }
}

function bankMacro(kind: MacroKind) {
  return ({ args }: MacroCall) => {
    const [node] = args
    const bank = node?.op === 'value' && typeof node.args === 'string' ? node.args : null
    return {
      async: false,
      typeCheck(checker: Checker) {
        const mistake = mistakeOf(kind, bank)
        if (mistake) {
          const error = checker.createError(`unknown_${kind.name}`, mistake.says, node)
          throw Object.assign(error, { mistake })
        }
        return checker.getType('bool')
      },
      evaluate(_evaluator: unknown, _macro: unknown, context: MacroContext) {
        const hit = context.getValue(bankHitsVariable)
        return Array.isArray(hit) && hit.includes(bank)
      },
    }
  }
}

function fieldTypesOf(root: string): Record<string, string> {
  const paths = fieldPaths.filter((path) => path.startsWith(`${root}.`))
  return Object.fromEntries(paths.map((path) => [partsOf(path)[1], fields[path].type]))
}

/** The typed language of conditions for a site with these banks. */
export function conditionEnvironment({ lists, patterns }: BankCatalogue): Environment {
  const environment = new Environment({ limits })
  for (const [root, ctor] of groupsByRoot) {
    environment.registerType(`$${root}`, { ctor, fields: fieldTypesOf(root) })
    environment.registerVariable(root, `$${root}`)
  }
  for (const path of fieldPaths) {
    if (!path.includes('.')) environment.registerVariable(path, fields[path].type)
  }
  environment.registerVariable(bankHitsVariable, 'list<string>')
  const list: MacroKind = { name: 'list', known: lists, others: patterns }
  const pattern: MacroKind = { name: 'pattern', known: patterns, others: lists }
  environment.registerFunction('list(ast): bool', bankMacro(list))
  environment.registerFunction('pattern(ast): bool', bankMacro(pattern))
  return environment
}
