import { type ASTNode, type Environment, type ParseResult, serialize } from '@marcbachmann/cel-js'
import { pathOf } from './condition-bounds'
import type { ConditionContext } from './condition-context'
import { limits } from './condition-environment'
import { fieldOf } from './fields'

/** One line of the truth table of a condition. */
export type Leaf = {
  /** The comparison as its author wrote it, and where it stands in the condition. */
  source: string
  start: number
  end: number
  /** What was compared, null where there is only a result. */
  value: string | number | boolean | string[] | null
  result: boolean
}

type Evaluate = (context?: ConditionContext) => unknown
type CompiledLeaf = Pick<Leaf, 'source' | 'start' | 'end'> & {
  holds: Evaluate
  value: Evaluate | null
}

const longestShown = 100
const comparisons = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/** The parts of a condition that are joined by "and", "or", "not" and "if". */
function leavesOf(node: ASTNode): ASTNode[] {
  if (node.op === '&&' || node.op === '||') return node.args.flatMap(leavesOf)
  if (node.op === '!_') return leavesOf(node.args)
  if (node.op === '?:') return node.args.flatMap(leavesOf)
  return [node]
}

/** What a leaf looks at: the side of a comparison that is not written out. */
function lookedAt(node: ASTNode): ASTNode | null {
  if (node.op === 'rcall') return node.args[1]
  if (!comparisons.has(node.op)) return null
  const [left, right] = node.args as [ASTNode, ASTNode]
  return left.op === 'value' || left.op === '-_' ? right : left
}

function plain(value: unknown): Leaf['value'] {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string') return value.slice(0, longestShown)
  if (Array.isArray(value)) return value.map((one) => String(one).slice(0, longestShown))
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** What a condition reads: the paths of its fields, and the names of its banks. */
export type Reads = { fields: ReadonlySet<string>; banks: ReadonlySet<string> }

function below(node: ASTNode): ASTNode[] {
  const isNode = (value: unknown): value is ASTNode =>
    typeof value === 'object' && value !== null && 'op' in value
  return [node.args].flat(2).filter(isNode)
}

/** Everything that a condition looks at, whether or not it decides. */
export function readsOf(ast: ASTNode): Reads {
  const reads = { fields: new Set<string>(), banks: new Set<string>() }
  const open: ASTNode[] = [ast]
  for (let node = open.pop(); node; node = open.pop()) {
    const path = pathOf(node)
    if (path !== '') reads.fields.add(path)
    const [name, args] = node.op === 'call' ? node.args : ['', []]
    const [bank] = name === 'list' || name === 'pattern' ? args : []
    if (bank?.op === 'value' && typeof bank.args === 'string') reads.banks.add(bank.args)
    open.push(...below(node))
  }
  return reads
}

type Part = Pick<Leaf, 'start' | 'end'> & { evaluate: Evaluate }

function parseIf(environment: Environment, source: string, wanted: string): Evaluate | null {
  try {
    const parsed = environment.parse(source)
    return serialize(parsed.ast) === wanted ? parsed : null
  } catch {
    return null
  }
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}

/** A part of a condition with the brackets that belong to it, which the parser leaves outside. */
function partOf(environment: Environment, text: string, node: ASTNode): Part {
  const wanted = serialize(node)
  let { start, end } = node
  for (let tries = 0; tries < 2 * limits.maxDepth; tries++) {
    const source = text.slice(start, end)
    const evaluate = parseIf(environment, source, wanted)
    if (evaluate !== null) return { start, end, evaluate }
    const next = text.indexOf(')', end)
    const before = text.lastIndexOf('(', start - 1)
    if (countOf(source, '(') > countOf(source, ')') && next !== -1) end = next + 1
    else if (before !== -1 && start > 0) start = before
    else break
  }
  return { start: node.start, end: node.end, evaluate: environment.parse(wanted) }
}

/** A field is read straight from the context, anything else is worked out. */
function reader(environment: Environment, text: string, node: ASTNode): Evaluate {
  const [root = '', key] = pathOf(node).split('.')
  if (fieldOf(pathOf(node)) === undefined) return partOf(environment, text, node).evaluate
  if (key === undefined) return (context) => context?.[root]
  return (context) => (context?.[root] as Record<string, unknown> | undefined)?.[key]
}

function compileLeaf(environment: Environment, text: string, node: ASTNode): CompiledLeaf {
  const { start, end, evaluate } = partOf(environment, text, node)
  const seen = lookedAt(node)
  return {
    start,
    end,
    source: text.slice(start, end),
    holds: evaluate,
    value: seen === null ? null : reader(environment, text, seen),
  }
}

/** Whether all leaves must hold for the condition to hold. */
function isConjunction(node: ASTNode): boolean {
  if (node.op === '&&') return node.args.every(isConjunction)
  return !['||', '!_', '?:'].includes(node.op)
}

/** Compiles the truth table of a condition that has passed its check. */
export function compileLeaves(environment: Environment, parsed: ParseResult) {
  const { ast } = parsed
  const leaves = leavesOf(ast).map((node) => compileLeaf(environment, ast.input, node))
  const isSimple = isConjunction(ast)
  return (context: ConditionContext): Leaf[] => {
    const isAllTrue = isSimple && parsed(context) === true
    return leaves.map(({ source, start, end, holds, value }) => {
      const result = isAllTrue || holds(context) === true
      return { source, start, end, value: value === null ? null : plain(value(context)), result }
    })
  }
}
