import { maxShownDepth, type ThreadNode, threadOf } from '../../../src/web/thread'
import { comment } from './sample-pages'

const outline = (nodes: ThreadNode[]): unknown[] =>
  nodes.flatMap(({ comment, replies }) =>
    replies.length > 0 ? [comment.id, outline(replies)] : [comment.id],
  )

describe('A thread', () => {
  it('puts replies below what they answer and keeps the order of siblings', () => {
    const list = [
      comment('b'),
      comment('a'),
      comment('a2', 'a'),
      comment('b1', 'b'),
      comment('a1', 'a'),
      comment('b11', 'b1'),
    ]
    expect(outline(threadOf(list))).toEqual(['b', ['b1', ['b11']], 'a', ['a2', 'a1']])
  })

  it('shows a reply whose parent is not there at the top', () => {
    expect(outline(threadOf([comment('x', 'gone'), comment('y', 'x')]))).toEqual(['x', ['y']])
  })

  it('stops indenting, and then says what is answered', () => {
    const chain = Array.from({ length: 10 }, (_, index) =>
      comment(`${index}`, index > 0 ? `${index - 1}` : null),
    )
    let nodes = threadOf([...chain, comment('last', '8')])
    for (let depth = 0; depth < maxShownDepth; depth += 1) {
      expect(nodes).toHaveLength(1)
      expect(nodes[0]?.answers).toBeNull()
      nodes = nodes[0]?.replies ?? []
    }
    expect(nodes.map(({ comment }) => comment.id)).toEqual(['6', '7', '8', '9', 'last'])
    expect(nodes.map(({ answers }) => answers?.id)).toEqual([undefined, '6', '7', '8', '8'])
  })

  it('is empty without comments', () => {
    expect(threadOf([])).toEqual([])
  })
})
