import { Composer, CST, Lexer, LineCounter, Parser } from 'yaml'

export type ReadYaml = { ok: true; content: unknown } | { ok: false; code: string; message: string }

/** Maximum depth of the parser's stack, where a list below a key and its first item are separate levels. */
const maxLevels = 24
/** The composer compares every key of a mapping with all keys before it. */
const maxKeys = 100

const refusals = {
  too_deep: 'The file is nested too deeply for a rule file.',
  too_many_keys: `A mapping has more than ${maxKeys} keys.`,
  not_plain: 'A rule file must not use anchors (&), aliases (*), tags (!) or directives (%).',
  too_many_documents: 'The file has more than one document.',
} as const
type Refusal = keyof typeof refusals

const notPlain = new Set(['anchor', 'alias', 'tag', 'directive-line'])
/** The lexer's marker before a plain scalar, whose text must not be taken for a token. */
const plainScalarFollows = '\x1f'

function isTooWide(token: CST.Token | undefined): boolean {
  if (token?.type === 'block-map') return token.items.length > maxKeys
  if (token?.type !== 'flow-collection' || token.start.type !== 'flow-map-start') return false
  return token.items.length > maxKeys
}

/**
 * Parses a YAML text into tokens, or names the limit of rule files that it exceeds. Lexer and parser do not
 * recurse, and the parser's stack is checked after every token. The composer does recurse, and on deep
 * input it could crash the process by stack overflow.
 */
function syntaxOf(text: string, lines: LineCounter): CST.Token[] | Refusal {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens: CST.Token[] = []
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    const isText = before === plainScalarFollows
    if (!isText && notPlain.has(CST.tokenType(lexeme) ?? '')) return 'not_plain'
    before = isText ? '' : lexeme
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > maxLevels) return 'too_deep'
    if (isTooWide(parser.stack.at(-1))) return 'too_many_keys'
  }
  tokens.push(...parser.end())
  const documents = tokens.filter(({ type }) => type === 'document').length
  return documents > 1 ? 'too_many_documents' : tokens
}

/** Reads a YAML text within the limits above. @returns its content, or the first error with a code */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter()
  const tokens = syntaxOf(text, lines)
  if (typeof tokens === 'string') return { ok: false, code: tokens, message: refusals[tokens] }
  const [document] = new Composer({ logLevel: 'error' }).compose(tokens, true, text.length)
  const [error] = document?.errors ?? []
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    return {
      ok: false,
      code: 'not_yaml',
      message: `${error.message} (line ${line}, column ${col})`,
    }
  }
  return { ok: true, content: document?.toJS() }
}
