import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { longestCondition } from './condition'
import { pathOf } from './condition-bounds'
import { hasTooManyUnaryOperators } from './condition-depth'
import { limits } from './condition-environment'
import {
  type ConditionRows,
  comparisonsOf,
  isBankField,
  kindOf,
  mostRows,
  type Row,
  textsOf,
} from './condition-rows'

type Read = Row | null

const textOf = (node: ASTNode | undefined): string | null =>
  node?.op === 'value' && typeof node.args === 'string' ? node.args : null

function numberOf(node: ASTNode): string | null {
  if (node.op === '-_') {
    const positive = numberOf(node.args)
    return positive === null || positive.startsWith('-') ? null : `-${positive}`
  }
  const isNumber = node.op === 'value' && ['bigint', 'number'].includes(typeof node.args)
  return isNumber && /^\d+(\.\d+)?$/.test(String(node.args)) ? String(node.args) : null
}

/** As a row writes it: with commas between, so no text may hold one. */
function listOf(node: ASTNode | undefined): string | null {
  if (node?.op !== 'list') return null
  const texts = node.args.map(textOf)
  if (texts.length === 0 || texts.some((one) => one === null)) return null
  const value = texts.join(', ')
  const readBack = textsOf(value)
  const isSame = readBack.length === texts.length && readBack.every((one, at) => one === texts[at])
  return isSame ? value : null
}

const row = (field: string, comparison: string, value: string | null): Read =>
  value !== null && comparisonsOf(field).some((one) => one === comparison)
    ? { field, comparison, value }
    : null

const orders: Partial<Record<ASTNode['op'], string>> = {
  '>=': 'atLeast',
  '>': 'moreThan',
  '<=': 'atMost',
  '<': 'lessThan',
  '==': 'equals',
  '!=': 'differs',
}
const sizes: Record<string, string> = {
  atLeast: 'numberAtLeast',
  moreThan: 'numberMoreThan',
  atMost: 'numberAtMost',
  lessThan: 'numberLessThan',
  equals: 'numberEquals',
}

function sizedPath(node: ASTNode): string {
  const [name, of, more] = node.op === 'call' || node.op === 'rcall' ? node.args : ['']
  if (name !== 'size') return ''
  if (Array.isArray(of)) return of.length === 1 && of[0] ? pathOf(of[0]) : ''
  return of && more?.length === 0 ? pathOf(of) : ''
}

function readComparison(left: ASTNode, right: ASTNode, order: string): Read {
  const size = sizedPath(left)
  if (size !== '') return row(size, sizes[order] ?? '', wholeOf(right))
  const path = pathOf(left)
  const kind = kindOf(path)
  if (kind === 'whole') return row(path, order, wholeOf(right))
  if (kind === 'decimal') return row(path, order, numberOf(right))
  if (kind === 'flag') return readFlag(path, right, order)
  return row(path, order === 'equals' ? 'is' : order === 'differs' ? 'isNot' : '', textOf(right))
}

const wholeOf = (node: ASTNode): string | null => {
  const number = numberOf(node)
  return number?.includes('.') === false ? number : null
}

function readFlag(path: string, node: ASTNode, order: string): Read {
  if (node.op !== 'value' || typeof node.args !== 'boolean') return null
  if (order !== 'equals' && order !== 'differs') return null
  return row(path, node.args === (order === 'equals') ? 'yes' : 'no', '')
}

function readIn(left: ASTNode, right: ASTNode): Read {
  const text = textOf(left)
  return text === null ? row(pathOf(left), 'oneOf', listOf(right)) : row(pathOf(right), 'has', text)
}

function readCall(name: string, args: readonly ASTNode[]): Read {
  return isBankField(name) && args.length === 1 ? row(name, 'finds', textOf(args[0])) : null
}

/** `exists(one, …)` and `all(one, …)` over a field, where the body is of a kind that rows have. */
function readLoop(loop: string, path: string, [name, body]: readonly ASTNode[]): Read {
  if (name?.op !== 'id' || !body) return null
  const isOfOne = (node: ASTNode) => node.op === 'id' && node.args === name.args
  if (body.op === 'in' && isOfOne(body.args[0]))
    return row(path, loop === 'all' ? 'hasOnly' : 'hasAnyOf', listOf(body.args[1]))
  if (loop !== 'exists' || body.op !== 'rcall' || !isOfOne(body.args[1])) return null
  const comparison = { contains: 'anyContains', endsWith: 'anyEndsWith' }[body.args[0]] ?? ''
  return row(path, comparison, textOf(body.args[2][0]))
}

const negations: Record<string, string> = {
  oneOf: 'noneOf',
  contains: 'containsNot',
  has: 'hasNot',
  hasOnly: 'hasOther',
  finds: 'findsNot',
  yes: 'no',
  is: 'isNot',
  equals: 'differs',
}

function negated(read: Read): Read {
  return read && row(read.field, negations[read.comparison] ?? '', read.value)
}

function readPart(node: ASTNode): Read {
  const order = orders[node.op]
  if (order) return readComparison(...(node.args as [ASTNode, ASTNode]), order)
  switch (node.op) {
    case '!_':
      return negated(readPart(node.args))
    case 'in':
      return readIn(...node.args)
    case 'call':
      return readCall(...node.args)
    case 'rcall': {
      const [name, of, args] = node.args
      if (name === 'exists' || name === 'all') return readLoop(name, pathOf(of), args)
      return row(pathOf(of), name, textOf(args[0]))
    }
    default:
      return kindOf(pathOf(node)) === 'flag' ? row(pathOf(node), 'yes', '') : null
  }
}

/** a && b && c as [a, b, c]. */
const partsOf = (node: ASTNode, join: '&&' | '||'): ASTNode[] =>
  node.op === join ? node.args.flatMap((one) => partsOf(one, join)) : [node]

const language = new Environment({ limits })

function treeOf(text: string): ASTNode | null {
  if (text.length > longestCondition || hasTooManyUnaryOperators(text)) return null
  try {
    return language.parse(text).ast
  } catch {
    return null
  }
}

/**
 * Rows that mean the same as a condition that passes its check; null when it has another shape, which
 * can only be written as text.
 */
export function readRows(text: string): ConditionRows | null {
  const ast = treeOf(text)
  if (!ast) return null
  const outer = ast.op === '||' ? '||' : '&&'
  const inner = outer === '&&' ? '||' : '&&'
  const blocks: Row[][] = []
  for (const part of partsOf(ast, outer)) {
    const rows = partsOf(part, inner).map(readPart)
    const known = rows.filter((one) => one !== null)
    if (known.length < rows.length) return null
    blocks.push(known)
  }
  if (blocks.flat().length > mostRows) return null
  return { join: outer === '&&' ? 'all' : 'any', blocks }
}
