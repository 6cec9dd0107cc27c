import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js'
import {
  type ArithmeticNode,
  boundOf,
  isArithmetic,
  largestInt,
  type NodeOf,
  pathOf,
} from './condition-bounds'
import { bankHitsVariable } from './condition-context'
import type { ConditionError } from './condition-error'
import type { ConditionMistake } from './condition-messages'
import { fieldOf, fieldPaths } from './fields'
import { nearestField } from './nearest-field'

/** What is allowed of the language: everything that can neither fail, nor block, nor run long. */

const functions = new Set(['size', 'list', 'pattern'])
const methods = new Set(['contains', 'startsWith', 'endsWith', 'size'])
const loops = new Set(['exists', 'all'])
const roots = new Set(fieldPaths.map((path) => path.split('.')[0] ?? ''))

type Walk = { issues: ConditionError[]; loopVariable: string }

function refuse(walk: Walk, node: ASTNode, code: string, mistake: ConditionMistake): void {
  walk.issues.push({ code, ...mistake, start: node.start, end: node.end })
}

/** @param path what the name is the beginning of */
function visitId(node: NodeOf<'id'>, walk: Walk, path = node.args): void {
  if (node.args === walk.loopVariable || fieldOf(node.args) !== undefined) return
  const isGroup = roots.has(node.args)
  const near = isGroup ? '' : nearestField(path)
  const facts = { name: node.args, near, isGroup }
  refuse(walk, node, 'unknown_variable', { says: 'no_field', facts })
}

function visitField(node: NodeOf<'.'>, walk: Walk): void {
  const [of] = node.args
  if (of.op !== 'id') visit(of, walk)
  else if (!roots.has(of.args) && of.args !== walk.loopVariable) visitId(of, walk, pathOf(node))
}

function visitValue(node: NodeOf<'value'>, walk: Walk): void {
  const value = node.args
  const isPlain = ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
  if (!isPlain && value !== null) {
    refuse(walk, node, 'not_allowed', { says: 'plain_values_only' })
  }
  if (typeof value === 'bigint' && value > largestInt) {
    refuse(walk, node, 'too_large', { says: 'number_too_large' })
  }
}

function visitCall(node: NodeOf<'call'>, walk: Walk): void {
  const [name, args] = node.args
  if (!functions.has(name)) {
    const facts = { name, known: [...functions] }
    refuse(walk, node, 'not_allowed', { says: 'no_function', facts })
  }
  const [bank] = args
  const isUnquoted = bank?.op === 'id' && fieldOf(bank.args) === undefined
  if (isUnquoted && (name === 'list' || name === 'pattern')) {
    refuse(walk, bank, `unknown_${name}`, { says: 'bank_in_quotes', facts: { kind: name } })
    return
  }
  visitAll(args, walk)
}

function visitLoop(node: NodeOf<'rcall'>, walk: Walk): void {
  const [name, over, args] = node.args
  const [variable, body] = args
  if (walk.loopVariable !== '') {
    refuse(walk, node, 'too_nested', { says: 'loop_in_loop' })
    return
  }
  if (fieldOf(pathOf(over))?.type !== 'list<string>') {
    refuse(walk, over, 'not_allowed', { says: 'loop_over_list', facts: { name } })
  }
  if (variable?.op !== 'id' || roots.has(variable.args) || variable.args === bankHitsVariable) {
    refuse(walk, variable ?? node, 'not_allowed', { says: 'loop_name', facts: { name } })
    return
  }
  if (body) visit(body, { issues: walk.issues, loopVariable: variable.args })
}

function visitMethod(node: NodeOf<'rcall'>, walk: Walk): void {
  const [name, of, args] = node.args
  if (!methods.has(name)) {
    const facts = { name, known: [...methods, ...loops] }
    refuse(walk, node, 'not_allowed', { says: 'no_function', facts })
  }
  visitAll([of, ...args], walk)
}

function visitArithmetic(node: ArithmeticNode, walk: Walk): void {
  const [, divisor] = node.args
  const isDivision = node.op === '/' || node.op === '%'
  if (isDivision && boundOf(divisor) !== null && !isPositiveLiteral(divisor)) {
    refuse(walk, divisor, 'division', { says: 'divisor' })
  }
  const bound = boundOf(node)
  if (bound !== null && bound > largestInt) {
    refuse(walk, node, 'too_large', { says: 'result_too_large' })
  }
  if (node.op === '+' && node.args.some(isText)) {
    refuse(walk, node, 'not_allowed', { says: 'no_joining' })
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

const leftOut: Partial<Record<ASTOperator, ConditionMistake>> = {
  '[]': { says: 'no_index' },
  '[?]': { says: 'no_optional' },
  '.?': { says: 'no_optional' },
  map: { says: 'no_maps' },
}

function visit(node: ASTNode, walk: Walk): void {
  const mistake = leftOut[node.op]
  if (mistake) refuse(walk, node, 'not_allowed', mistake)
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
