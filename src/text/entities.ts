// The names that HTML gives to U+00A0..U+00FF, in that order (HTML Standard, 13.5).
const latin1Names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave ' +
  'Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN ' +
  'szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute ' +
  'icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml ' +
  'yacute thorn yuml'

const named = new Map<string, number>([
  ...latin1Names.split(' ').map((name, index): [string, number] => [name, 0xa0 + index]),
  ...Object.entries({
    amp: 0x26,
    AMP: 0x26,
    lt: 0x3c,
    LT: 0x3c,
    gt: 0x3e,
    GT: 0x3e,
    quot: 0x22,
    QUOT: 0x22,
    apos: 0x27,
    excl: 0x21,
    num: 0x23,
    dollar: 0x24,
    ast: 0x2a,
    plus: 0x2b,
    comma: 0x2c,
    period: 0x2e,
    sol: 0x2f,
    colon: 0x3a,
    commat: 0x40,
    lowbar: 0x5f,
    vert: 0x7c,
    Tab: 0x09,
    NewLine: 0x0a,
    OElig: 0x152,
    oelig: 0x153,
    Scaron: 0x160,
    scaron: 0x161,
    zwnj: 0x200c,
    zwj: 0x200d,
    lrm: 0x200e,
    rlm: 0x200f,
    ensp: 0x2002,
    emsp: 0x2003,
    thinsp: 0x2009,
    hyphen: 0x2010,
    ndash: 0x2013,
    mdash: 0x2014,
    lsquo: 0x2018,
    rsquo: 0x2019,
    sbquo: 0x201a,
    ldquo: 0x201c,
    rdquo: 0x201d,
    bdquo: 0x201e,
    bull: 0x2022,
    hellip: 0x2026,
    euro: 0x20ac,
    trade: 0x2122,
    minus: 0x2212,
  }),
])

const longestName = 8
const longestNumber = 10

export type Entity = { code: number; end: number }

function isDigitIn(code: number, radix: number): boolean {
  if (code >= 48 && code <= 57) return true
  const lower = code | 32
  return radix === 16 && lower >= 97 && lower <= 102
}

function readNumber(text: string, start: number): Entity | null {
  const radix = (text.charCodeAt(start) | 32) === 120 ? 16 : 10
  const first = radix === 16 ? start + 1 : start
  let end = first
  while (end < first + longestNumber && isDigitIn(text.charCodeAt(end), radix)) end++
  if (end === first) return null
  const value = Number.parseInt(text.slice(first, end), radix)
  const isCharacter = value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff)
  return {
    code: isCharacter ? value : 0xfffd,
    end: text.charCodeAt(end) === 59 ? end + 1 : end,
  }
}

/**
 * The character reference that starts at the `&` at `index`: `&#98;`, `&#x62;` (the semicolon may be
 * missing, as browsers allow) or one of the common names, which need it. Looks at 12 characters at most.
 */
export function readEntity(text: string, index: number): Entity | null {
  if (text.charCodeAt(index + 1) === 35) return readNumber(text, index + 2)
  let end = index + 1
  const limit = end + longestName
  while (end < limit && isAsciiAlphanumeric(text.charCodeAt(end))) end++
  if (end === index + 1 || text.charCodeAt(end) !== 59) return null
  const code = named.get(text.slice(index + 1, end))
  return code === undefined ? null : { code, end: end + 1 }
}

function isAsciiAlphanumeric(code: number): boolean {
  const lower = code | 32
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)
}
