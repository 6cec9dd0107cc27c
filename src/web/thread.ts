import { groupByParent } from '../comments/conversation'
import type { CommentView } from './page-models'

export type ThreadNode = {
  comment: CommentView
  replies: ThreadNode[]
  /** The answered comment, if the node is not directly below it. It may be on another page. */
  answers: CommentView | null
}

/** Replies are indented up to this depth; deeper ones follow one another. */
export const maxShownDepth = 6

/**
 * Puts replies below the comments they answer. Siblings keep their order; a comment whose parent is
 * not in the list stands at the top. Needs no recursion, so the length of a chain of replies does
 * not matter; the nodes are nested `maxShownDepth` deep at most.
 * @param elsewhere comments of other pages that have replies here, to be named in those replies
 */
export function threadOf(comments: CommentView[], elsewhere: CommentView[] = []): ThreadNode[] {
  const repliesTo = groupByParent(comments, ({ parentId }) => parentId)
  const known = byId(comments)
  const named = byId(elsewhere)
  const answeredBy = ({ comment: { parentId }, depth }: Waiting): CommentView | undefined => {
    if (parentId === null) return undefined
    if (depth === 0) return named.get(parentId)
    return depth > maxShownDepth ? known.get(parentId) : undefined
  }
  const roots: ThreadNode[] = []
  const waiting = stacked(repliesTo.get(null), roots, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { comment, list, depth } = next
    const node: ThreadNode = { comment, replies: [], answers: answeredBy(next) ?? null }
    list.push(node)
    const below = depth < maxShownDepth ? node.replies : list
    for (const reply of stacked(repliesTo.get(comment.id), below, depth + 1)) waiting.push(reply)
  }
  return roots
}

const byId = (comments: CommentView[]) => new Map(comments.map((comment) => [comment.id, comment]))

type Waiting = { comment: CommentView; list: ThreadNode[]; depth: number }

/** The first one ends up on top. */
const stacked = (comments: CommentView[] = [], list: ThreadNode[], depth: number): Waiting[] =>
  comments.map((comment) => ({ comment, list, depth })).reverse()
