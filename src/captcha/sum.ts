import { hmac } from '../platform/keys'

/** "4 + 5 =": two operands of one digit. */
export type Sum = { left: number; right: number }

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
] as const

/**
 * The sum of a nonce: derived with a key of the server's, so neither the page nor the token holds
 * what the answer could be checked against.
 */
export function sumOf(operandKey: Buffer, nonce: Buffer): Sum {
  const bytes = hmac(operandKey, nonce)
  return { left: 1 + (bytes.readUInt16BE(0) % 9), right: 1 + (bytes.readUInt16BE(2) % 9) }
}

export const questionOf = ({ left, right }: Sum): string => `${left} + ${right} =`

export const wordsOf = ({ left, right }: Sum): string => `${units[left]} plus ${units[right]}`

/** Zeros of the decimal digits of the scripts that readers type (Unicode general category Nd). */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const zero = zeros.find((candidate) => code >= candidate && code <= candidate + 9)
  return zero === undefined ? character : String(code - zero)
}

/**
 * Reads "9", " 9 ", "nine", "９" and "٩".
 * @returns the number, or undefined when it is none.
 */
export function readAnswer(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const word = units.indexOf(text as (typeof units)[number])
  if (word >= 0) return word
  const digits = Array.from(text, digitOf).join('')
  return /^\d{1,3}$/.test(digits) ? Number(digits) : undefined
}
