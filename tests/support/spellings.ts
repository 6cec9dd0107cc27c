import fc from 'fast-check'

/** Characters that are invisible or not valid in an address: control, format, space and ignorable characters. */
const invisible = [
  ...['\0', '\t', '\n', '\r', '\u001f', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u034f', '\u061c'],
  ...['\u115f', '\u180e', '\u200b', '\u200d', '\u200e', '\u202e', '\u2060', '\u2066', '\u3000'],
  ...['\u3164', '\ufe0f', '\ufeff', '\ufff9', '\ufffd', '\u{e0041}', '\ud800', ' '],
]

const wide = (letter: string): string =>
  /[!-~]/.test(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0) : letter

const ways = [
  (letter: string) => letter,
  (letter: string) => letter.toUpperCase(),
  wide,
  (letter: string) => wide(letter.toUpperCase()),
  (letter: string) => letter.normalize('NFD'),
]

/** Generates spellings of an address that have the same normal form. */
export const spellingsOf = (email: string): fc.Arbitrary<string> => {
  const letters = [...email]
  const noise = fc.option(fc.constantFrom(...invisible), { nil: '', freq: 3 })
  return fc
    .tuple(
      fc.array(fc.constantFrom(...ways), { minLength: letters.length, maxLength: letters.length }),
      fc.array(noise, { minLength: letters.length + 1, maxLength: letters.length + 1 }),
    )
    .map(([chosen, between]) =>
      letters
        .map((letter, at) => `${between[at] ?? ''}${chosen[at]?.(letter) ?? letter}`)
        .join('')
        .concat(between[letters.length] ?? ''),
    )
}
