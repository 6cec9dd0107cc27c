declare const isNormal: unique symbol

/** An e-mail address in normal form, as it is stored, looked up, counted and compared. */
export type NormalEmail = string & { readonly [isNormal]: true }

/** Characters that are invisible or not valid in an address; a lone surrogate arrives as U+FFFD. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\s\ufffd]/gu

const normalizeOnce = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(invisible, '').normalize('NFKC')

/** @returns the same address for all spellings that look alike or differ only in case */
export function normalEmail(typed: string): NormalEmail {
  let [before, after] = [typed, normalizeOnce(typed)]
  // removing a character may let its neighbours compose, and a composed character may have another lower case
  while (after !== before) [before, after] = [after, normalizeOnce(after)]
  return after as NormalEmail
}

export type TypedEmail = {
  normal: NormalEmail
  /** The form that earlier releases stored, which may differ from the normal form. */
  legacy: string
}

/** Reads an address as typed. @returns the two forms under which an account may be stored */
export const readEmail = (typed: string): TypedEmail => ({
  normal: normalEmail(typed),
  legacy: typed.replaceAll('\0', '').toWellFormed().trim().toLowerCase(),
})
