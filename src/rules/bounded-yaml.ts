import { Composer, CST, Lexer, LineCounter, Parser } from 'yaml'

export type ReadYaml = { ok: true; content: unknown } | { ok: false; code: string; message: string }

/** Levels of the parser, which counts a list below a key and the list's first item one by one. */
const maxLevels = 24
/** The reader compares every key of a group with all before it. */
const maxKeys = 100

const refusals = {
  too_deep: 'The file is nested more deeply than any rule file is.',
  too_many_keys: `A group has more than ${maxKeys} keys.`,
  not_plain: 'A rule file has neither anchors (&), aliases (*), tags (!) nor directives (%).',
  too_many_documents: 'The file has more than one document.',
} as const
type Refusal = keyof typeof refusals

const notPlain = new Set(['anchor', 'alias', 'tag', 'directive-line'])
/** Stands before the text of a plain scalar, which may look like anything. */
const plainScalarFollows = '\x1f'

function isTooWide(token: CST.Token | undefined): boolean {
  if (token?.type === 'block-map') return token.items.length > maxKeys
  if (token?.type !== 'flow-collection' || token.start.type !== 'flow-map-start') return false
  return token.items.length > maxKeys
}

/**
 * The syntax of a YAML text, unless it goes beyond what rule files have. Neither lexer nor parser
 * recurses deeper than its stack, which is looked at after every token; what puts the result together
 * does recurse, and near the end of the stack it would end the process, which nothing can catch.
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

/** A text as YAML without anything that could take long or go deep. */
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
