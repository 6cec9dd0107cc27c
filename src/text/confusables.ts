// Letters that are drawn (nearly) like a Latin one. Written by eye for lower-case forms, and by
// capital where the capital looks different; not a copy of the Unicode confusables data.

function table(pairs: string): Map<number, number> {
  const entries = pairs.split(' ').map((pair): [number, number] => {
    const [from = '', to = ''] = [...pair]
    return [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]
  })
  return new Map(entries)
}

const lowerLookalikes = table(
  'аa вb сc ԁd еe гr һh нh іi їi јj кk ӏl мm пn оo рp ԛq ѕs тt иu ѵv ԝw шw хx уy ьb ґr єe ћh ђh ӕa ӧo ӓa ўy ѡw ҫc ҽe ӽx қk ңh ҳx ԍg ' +
    'αa άa βb γy εe έe ζz ηn ήn θo ιi ίi ϊi κk λl μu νv οo όo πn ρp ςs σo τt υu ύu χx ωw ώw ϲc ϳj ϝf ϱp ' +
    'ոn օo սu հh աw յj ցg քp զq ւl տu ղn բp ձd ' +
    '၀o ໐o ०o ০o ੦o ૦o ௦o ౦o ೦o ഠo ๐o ჿy ყy',
)

const capitalLookalikes = table(
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
    'АA ВB ЕE ЗE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ԌG ԚQ ԜW ' +
    'ᎪA ᏴB ᏟC ᎠD ᎬE ᎡR ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᏚS ᎢT ᏙV ᎳW ᏃZ ՏS ՕO ՍU ԼL',
)

const latinLookalikes = table(
  'ıi ȷj ɑa ɐa ɓb ƀb ƅb ɕc ƈc ɖd ɗd đd ðd ɘe əe ɛe ɜe ƒf ɠg ɡg ɢg ɦh ħh ɥh ɨi ɩi ɪi ʝj ɟj ƙk ĸk ɭl ɫl ɬl łl ƚl ɱm ɯm ŋn ɲn ɳn ƞn ' +
    'øo ɵo ɔo ɒo ƥp þp ʠq ɹr ɽr ɾr ʀr ʂs ƨs ŧt ƫt ʈt ʇt ʉu ʊu ƭt ʋv ʌv ʍw ʎy ƴy ɏy ʏy ƶz ʐz ʑz ɀz ' +
    'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ʜh ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz',
)

const latinPairs = new Map(
  [
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['ᴁ', 'ae'],
    ['ᴂ', 'ae'],
    ['ĳ', 'ij'],
    ['ǆ', 'dz'],
  ].map(([from, to]): [number, string] => [from?.codePointAt(0) ?? 0, to ?? '']),
)

// Of the small letters, those that no reader could tell from Latin ones.
const twins = new Set([...'аеорсухіѕјһԁԛԝӏοօսհ'].map((letter) => letter.codePointAt(0) ?? 0))

/** Whether a letter of another script, as typed, cannot be told from a Latin one. */
export function isTwin(asTyped: number): boolean {
  return twins.has(asTyped) || capitalLookalikes.has(asTyped)
}

/**
 * The ASCII letter (lower case) that a letter of another script looks like, 0 for none.
 * `asTyped` is the letter before lower case: the capital of `η` looks like H, the small letter like n.
 */
export function lookalikeOf(code: number, asTyped: number): number {
  const capital = capitalLookalikes.get(asTyped)
  return capital === undefined ? (lowerLookalikes.get(code) ?? 0) : capital | 32
}

/** A Latin letter without its diacritics, strokes and hooks: é → e, ł → l, ß → ss. */
export function plainLatin(code: number): string {
  const pair = latinPairs.get(code)
  if (pair !== undefined) return pair
  const lookalike = latinLookalikes.get(code)
  if (lookalike !== undefined) return String.fromCharCode(lookalike)
  const base = String.fromCodePoint(code).normalize('NFD').codePointAt(0) ?? code
  return String.fromCodePoint(base)
}

/** The letter inside a negative circle or square (U+1F150, U+1F170), 0 for anything else. */
export function enclosedLetter(code: number): number {
  if (code >= 0x1f150 && code <= 0x1f169) return code - 0x1f150 + 97
  if (code >= 0x1f170 && code <= 0x1f189) return code - 0x1f170 + 97
  return 0
}

/** The letter of a regional indicator symbol; two of them make a flag. 0 for anything else. */
export function regionalLetter(code: number): number {
  return code >= 0x1f1e6 && code <= 0x1f1ff ? code - 0x1f1e6 + 97 : 0
}
