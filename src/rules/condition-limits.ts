import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js'
import {
  type ArithmeticNode,
  boundOf,
  isArithmetic,
  largestInt,
  type NodeOf,
  pathOf,
} from './condition-bounds'
import type { ConditionError } from './condition-error'
import { fieldOf, fieldPaths } from './fields'

/** What is allowed of the language: everything that can neither fail, nor block, nor run long. */

const functions = new Set(['size', 'list', 'pattern'])
const methods = new Set(['contains', 'startsWith', 'endsWith', 'size'])
const loops = new Set(['exists', 'all'])
const roots = new Set(fieldPaths.map((path) => path.split('.')[0] ?? ''))

type Walk = { issues: ConditionError[]; loopVariable: string }

function refuse(walk: Walk, node: ASTNode, code: string, message: string): void {
  walk.issues.push({ code, message, start: node.start, end: node.end })
}

function visitId(node: NodeOf<'id'>, walk: Walk): void {
  if (node.args === walk.loopVariable || fieldOf(node.args) !== undefined) return
  const hint = roots.has(node.args) ? ` Name one of its fields, as in "${node.args}.…".` : ''
  refuse(walk, node, 'unknown_variable', `There is no field "${node.args}".${hint}`)
}

function visitField(node: NodeOf<'.'>, walk: Walk): void {
  const [of] = node.args
  if (of.op !== 'id') visit(of, walk)
  else if (!roots.has(of.args) && of.args !== walk.loopVariable) visitId(of, walk)
}

function visitValue(node: NodeOf<'value'>, walk: Walk): void {
  const value = node.args
  const isPlain = ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
  if (!isPlain && value !== null) {
    refuse(walk, node, 'not_allowed', 'Only texts, numbers, true and false are allowed here.')
  }
  if (typeof value === 'bigint' && value > largestInt) {
    refuse(walk, node, 'too_large', 'This number is too large.')
  }
}

function allowed(names: Set<string>): string {
  return [...names].map((name) => `${name}()`).join(', ')
}

function visitCall(node: NodeOf<'call'>, walk: Walk): void {
  const [name, args] = node.args
  if (!functions.has(name)) {
    const message = `${name}() is not available in conditions; there is ${allowed(functions)}.`
    refuse(walk, node, 'not_allowed', message)
  }
  visitAll(args, walk)
}

function visitLoop(node: NodeOf<'rcall'>, walk: Walk): void {
  const [name, over, args] = node.args
  const [variable, body] = args
  if (walk.loopVariable !== '') {
    refuse(walk, node, 'too_nested', 'A loop inside a loop is not allowed.')
    return
  }
  if (fieldOf(pathOf(over))?.type !== 'list<string>') {
    refuse(walk, over, 'not_allowed', `${name}() goes over a field that is a list.`)
  }
  if (variable?.op !== 'id' || roots.has(variable.args) || variable.args === 'bank_hits') {
    refuse(
      walk,
      variable ?? node,
      'not_allowed',
      `${name}() needs a new name for the one it looks at.`,
    )
    return
  }
  if (body) visit(body, { issues: walk.issues, loopVariable: variable.args })
}

function visitMethod(node: NodeOf<'rcall'>, walk: Walk): void {
  const [name, of, args] = node.args
  if (!methods.has(name)) {
    const message = `${name}() is not available in conditions; there is ${allowed(methods)}, ${allowed(loops)}.`
    refuse(walk, node, 'not_allowed', message)
  }
  visitAll([of, ...args], walk)
}

function visitArithmetic(node: ArithmeticNode, walk: Walk): void {
  const [, divisor] = node.args
  const isDivision = node.op === '/' || node.op === '%'
  if (isDivision && boundOf(divisor) !== null && !isPositiveLiteral(divisor)) {
    refuse(walk, divisor, 'division', 'Divide by a number written here, larger than 0.')
  }
  const bound = boundOf(node)
  if (bound !== null && bound > largestInt) {
    refuse(walk, node, 'too_large', 'This could become too large a number.')
  }
  if (node.op === '+' && node.args.some(isText)) {
    refuse(walk, node, 'not_allowed', 'Texts and lists cannot be joined in conditions.')
  }
  visitAll(node.args, walk)
}

function isPositiveLiteral(node: ASTNode): boolean {
  return node.op === 'value' && typeof node.args === 'bigint' && node.args > 0n
}

function isText(node: ASTNode): boolean {
  const type = fieldOf(pathOf(node))?.type
  if (type !== undefined) return type === 'string' || type === 'list<string>'
  return node.op === 'list' || (node.op === 'value' && typeof node.args === 'string')
}

function visitAll(nodes: readonly ASTNode[], walk: Walk): void {
  for (const node of nodes) visit(node, walk)
}

const messages: Partial<Record<ASTOperator, string>> = {
  '[]': 'Elements of a list cannot be picked by number; use exists() or in.',
  '[?]': 'Optional fields are not available: every field is always there.',
  '.?': 'Optional fields are not available: every field is always there.',
  map: 'Maps are not available in conditions.',
}

function visit(node: ASTNode, walk: Walk): void {
  const message = messages[node.op]
  if (message !== undefined) refuse(walk, node, 'not_allowed', message)
  else if (node.op === 'id') visitId(node, walk)
  else if (node.op === '.') visitField(node, walk)
  else if (node.op === 'value') visitValue(node, walk)
  else if (node.op === 'call') visitCall(node, walk)
  else if (node.op === 'rcall' && loops.has(node.args[0])) visitLoop(node, walk)
  else if (node.op === 'rcall') visitMethod(node, walk)
  else if (isArithmetic(node)) visitArithmetic(node, walk)
  else visitAll(partsOf(node), walk)
}

/** The nodes below one that has only nodes below it. */
function partsOf(node: ASTNode): ASTNode[] {
  if (node.op === '!_' || node.op === '-_') return [node.args]
  return (node.args as ASTNode[]).flat()
}

/** Everything in a parsed condition that the language of conditions leaves out. */
export function refusals(ast: ASTNode): ConditionError[] {
  const walk: Walk = { issues: [], loopVariable: '' }
  visit(ast, walk)
  return walk.issues
}
