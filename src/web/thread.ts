import type { CommentView } from './page-models'

export type ThreadNode = {
  comment: CommentView
  replies: ThreadNode[]
  /** The answered comment, where the node does not stand directly below it. */
  answers: CommentView | null
}

/** Replies are indented up to this depth; deeper ones follow one another. */
export const maxShownDepth = 6

/**
 * Puts replies below the comments they answer. Siblings keep their order; a comment whose parent is
 * not in the list stands at the top. Needs no recursion, so the length of a chain of replies does
 * not matter; the nodes are nested `maxShownDepth` deep at most.
 */
export function threadOf(comments: CommentView[]): ThreadNode[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]))
  const repliesTo = new Map<string | null, CommentView[]>()
  for (const comment of comments) {
    const parentId =
      comment.parentId !== null && known.has(comment.parentId) ? comment.parentId : null
    const siblings = repliesTo.get(parentId)
    if (siblings) siblings.push(comment)
    else repliesTo.set(parentId, [comment])
  }
  const roots: ThreadNode[] = []
  const waiting = stacked(repliesTo.get(null), roots, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { comment, list, depth } = next
    const parent = depth > maxShownDepth && comment.parentId !== null && known.get(comment.parentId)
    const node: ThreadNode = { comment, replies: [], answers: parent || null }
    list.push(node)
    const below = depth < maxShownDepth ? node.replies : list
    waiting.push(...stacked(repliesTo.get(comment.id), below, depth + 1))
  }
  return roots
}

type Waiting = { comment: CommentView; list: ThreadNode[]; depth: number }

/** The first one ends up on top. */
const stacked = (comments: CommentView[] = [], list: ThreadNode[], depth: number): Waiting[] =>
  comments.map((comment) => ({ comment, list, depth })).reverse()
