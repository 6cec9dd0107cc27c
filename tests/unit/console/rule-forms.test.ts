import { changedForm, readAsked } from '../../../src/console/rules/changed-form'
import { addRow, readRowsForm, removeRow } from '../../../src/console/rules/rows-form'
import { ruleDiff } from '../../../src/console/rules/rule-diff'
import {
  conditionOf,
  documentOf,
  formField,
  formOfDocument,
  newForm,
  readRuleForm,
} from '../../../src/console/rules/rule-form'
import { defaultPack } from '../../../src/rules/default-pack'
import { ruleDocumentSchema } from '../../../src/rules/rule-document'

const catalogue = {
  lists: new Set(['slurs']),
  patterns: new Set(['email', 'phone', 'account_number']),
}
const [first, second] = defaultPack.rules.map(({ document }) => document)
if (!first || !second) throw new Error('The default pack is empty.')

describe('The form of a rule', () => {
  test.each(defaultPack.rules)('gives $key back as it was', ({ document }) => {
    const form = formOfDocument(document, catalogue)
    expect(ruleDocumentSchema.parse(documentOf(form))).toEqual(document)
  })

  test('keeps an end with seconds, and every part of the scope', () => {
    const document = {
      ...first,
      scope: { sections: ['Local news', 'sport'], articles: ['the-wall'] },
      expiresAt: '2026-12-01T10:00:30Z',
    }
    expect(ruleDocumentSchema.parse(documentOf(formOfDocument(document, catalogue)))).toEqual(
      document,
    )
  })

  test('reads what a browser sends, line breaks and unticked boxes included', () => {
    const form = readRuleForm({
      way: 'text',
      when: ' a\r\n&& b ',
      sections: 'x\r\n\r\n y ',
      name: ' N ',
    })
    expect(form).toMatchObject({ name: 'N', when: 'a\n&& b', exempt: [], notifyAuthor: false })
    expect(documentOf(form)).toMatchObject({ scope: { sections: ['x', 'y'], articles: [] } })
  })

  test('knows which of its fields a problem is about', () => {
    expect(['then.priority', 'scope.sections.3', 'name'].map(formField)).toEqual([
      'priority',
      'sections',
      'name',
    ])
  })
})

describe('The rows of the form', () => {
  const sent = {
    join: 'all',
    row_block: ['0', '1', '1', '2'],
    row_field: ['author.approvedCount', 'comment.isReply', 'comment.nothing', 'list'],
    row_comparison: ['equals', 'moreThan', 'is', 'finds'],
    row_value: ['0', 'left over', 'x', 'slurs'],
  }

  test('come back in their blocks; what does not exist is left out', () => {
    expect(readRowsForm(sent).blocks).toEqual([
      [{ field: 'author.approvedCount', comparison: 'equals', value: '0' }],
      [{ field: 'comment.isReply', comparison: 'yes', value: '' }],
      [{ field: 'list', comparison: 'finds', value: 'slurs' }],
    ])
    expect(readRowsForm({ row_block: '0', row_field: 'reports', row_value: '2' }).blocks).toEqual([
      [{ field: 'reports', comparison: 'atLeast', value: '2' }],
    ])
  })

  test('a new row stands alone or beside others, and says where to go on', () => {
    const rows = readRowsForm(sent)
    const alone = addRow(rows, 'comment.links', undefined, catalogue)
    expect(alone.place).toEqual({ block: 3, row: 0 })
    const beside = addRow(alone.rows, 'author.role', 0, catalogue)
    expect(beside.place).toEqual({ block: 0, row: 1 })
    expect(beside.rows.blocks[0]?.[1]).toEqual({
      field: 'author.role',
      comparison: 'is',
      value: 'reader',
    })
    expect(addRow(rows, 'comment.nothing', undefined, catalogue).rows).toBe(rows)
    expect(removeRow(beside.rows, { block: 2, row: 0 }).rows.blocks).toHaveLength(3)
  })

  test('are the condition, unless the text is', () => {
    const form = { ...newForm, rows: readRowsForm(sent), when: 'true' }
    expect(conditionOf(form).text).toBe(
      'author.approvedCount == 0 && comment.isReply && list("slurs")',
    )
    expect(conditionOf({ ...form, way: 'text' }).text).toBe('true')
  })

  test.each([
    ['', 'text', 'reports > 3'],
    ['many', 'rows', ''],
  ])('that cannot be written yet become no text as long as one holds %j', (value, way, when) => {
    const row = { field: 'reports', comparison: 'moreThan', value: '3' }
    const blocks = [[row], [{ ...row, field: 'comment.words', value }]]
    const form = { ...newForm, rows: { join: 'all' as const, blocks } }
    const asked = { asked: readAsked('way:text'), fields: {}, banks: catalogue }
    expect(changedForm(form, asked).form).toEqual({ ...form, way, when })
  })
})

describe('What changed between two versions', () => {
  test('is said field by field, with the words of the condition', () => {
    const after = ruleDocumentSchema.parse({
      ...first,
      when: 'author.approvedCount < 3 && size(comment.links) > 0',
      scope: { sections: ['sport'], articles: [] },
    })
    expect(ruleDiff(first, first)).toEqual([])
    const diff = ruleDiff(first, after)
    expect(diff.map(({ field }) => field)).toEqual(['scope.sections', 'when'])
    expect(diff[0]).toMatchObject({ before: '', after: 'sport' })
    const joined = (change: string) =>
      diff[1]?.parts
        .filter(({ kind }) => kind !== change)
        .map(({ text }) => text)
        .join('')
    expect([joined('added'), joined('removed')]).toEqual([first.when, after.when])
  })

  test('names what only one of them has', () => {
    const points = {
      ...second,
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language, and no promise
      then: { action: 'score' as const, score: 2, reason: 'spam' as const, priority: 5, note: '' },
    }
    const fields = ruleDiff(second, ruleDocumentSchema.parse(points)).map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['then.action', 'then.score', 'then.queue']))
  })
})
