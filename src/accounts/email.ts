declare const isNormal: unique symbol

/** An e-mail address in the one form in which it is stored, looked up, counted and compared. */
export type NormalEmail = string & { readonly [isNormal]: true }

/** Nobody sees them, or no address has them; U+FFFD is what half a surrogate pair becomes on its way. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\s\ufffd]/gu

const once = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(unseen, '').normalize('NFKC')

/** All spellings of an address that look the same, or differ in case alone, have the same form. */
export function normalEmail(typed: string): NormalEmail {
  let [before, after] = [typed, once(typed)]
  // what is left when a character goes may compose, and a composed one may have another small letter
  while (after !== before) [before, after] = [after, once(after)]
  return after as NormalEmail
}

export type TypedEmail = {
  normal: NormalEmail
  /** How earlier releases stored it; theirs may be no normal form. */
  asStoredBefore: string
}

/** Reads an address that somebody signs in with or asks for. */
export const readEmail = (typed: string): TypedEmail => ({
  normal: normalEmail(typed),
  asStoredBefore: typed.replaceAll('\0', '').toWellFormed().trim().toLowerCase(),
})
