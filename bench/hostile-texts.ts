const length = 20_000

function repeated(part: string): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length)
}

/** Texts of 20,000 characters that make careless patterns, loops and tables slow. */
export const hostileTexts: Record<string, string> = {
  'one letter': repeated('a'),
  'dotted letters': repeated('a.'),
  'spaced letters': repeated('a '),
  'one digit': repeated('1'),
  'digits and hyphens': repeated('1-'),
  'digits and blanks': repeated('1 '),
  'a number that ends in a letter': `${repeated('1,').slice(2)}1a`,
  'at signs': repeated('@'),
  'letters and at signs': repeated('a@'),
  'mail addresses': repeated('a@b.'),
  'open tags': repeated('<a '),
  schemes: repeated('http://'),
  'web addresses': repeated('www.a.com '),
  'forum links': repeated('[url=http://a.b]'),
  'host labels': `${repeated('a-').slice(4)}.com`,
  'stacked diacritics': repeated(`e${'\u0301'.repeat(50)}`),
  emoji: repeated('😀'),
  insults: repeated('idiot moron '),
  'different words': Array.from({ length: 4000 }, (_, index) => (index * 7919).toString(36))
    .join(' x')
    .slice(0, length),
  'short sentences': repeated('You are it. '),
  'Cyrillic words': repeated('привет '),
  'Latin in Cyrillic letters': repeated('аbс '),
  asterisks: repeated('*'),
  'letters and asterisks': repeated('f*'),
  'exclamation marks': repeated('!'),
  apostrophes: repeated("a'"),
  'Chinese signs': repeated('中'),
  'Hangul syllables': repeated('바보 '),
  entities: repeated('&#97;'),
  'line breaks': repeated('a\n'),
}
