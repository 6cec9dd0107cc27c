import type { ASTNode, ASTOperator } from '@marcbachmann/cel-js'
import { fieldOf, mostCount } from './fields'

export type NodeOf<Operator extends ASTOperator> = Extract<ASTNode, { op: Operator }>
export type ArithmeticNode = NodeOf<'+' | '-' | '*' | '/' | '%'>

/** Of the 64-bit numbers that conditions reckon with. */
export const largestInt = 2n ** 63n - 1n

type Combine = (left: bigint, right: bigint) => bigint

// Of the largest sizes of both sides, whatever their signs; a divisor is at least 1.
const combinations: Record<ArithmeticNode['op'], Combine> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left + right,
  '*': (left, right) => left * right,
  '/': (left) => left,
  '%': (left) => left,
}

const larger: Combine = (left, right) => (left > right ? left : right)

export function isArithmetic(node: ASTNode): node is ArithmeticNode {
  return node.op in combinations
}

/** "comment.links" of the node that reads it, "" for any other node. */
export function pathOf(node: ASTNode): string {
  if (node.op === 'id') return node.args
  if (node.op !== '.' || node.args[0].op !== 'id') return ''
  return `${node.args[0].args}.${node.args[1]}`
}

function boundOfField(node: ASTNode): bigint | null {
  const field = fieldOf(pathOf(node))
  return field?.type === 'int' ? BigInt(field.max ?? mostCount) : null
}

function boundOfPair(one: ASTNode, other: ASTNode, combine: Combine): bigint | null {
  const left = boundOf(one)
  const right = boundOf(other)
  return left === null || right === null ? null : combine(left, right)
}

/** The largest size, sign aside, that a whole number can take; null for anything that is none. */
export function boundOf(node: ASTNode): bigint | null {
  if (isArithmetic(node)) return boundOfPair(node.args[0], node.args[1], combinations[node.op])
  switch (node.op) {
    case 'value':
      return typeof node.args === 'bigint' ? node.args : null
    case '-_':
      return boundOf(node.args)
    case '?:':
      return boundOfPair(node.args[1], node.args[2], larger)
    case 'call':
    case 'rcall':
      return node.args[0] === 'size' ? BigInt(mostCount) : null
    default:
      return boundOfField(node)
  }
}
