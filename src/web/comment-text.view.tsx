import type { VNode } from 'preact'
import { autoLink, type TextPiece } from './auto-link'

/** What a reader wrote: line breaks are kept by the stylesheet, web addresses become links. */
export const commentText = (text: string): VNode => (
  <div class="comment-text" dir="auto">
    {autoLink(text).map(pieceOf)}
  </div>
)

const pieceOf = ({ text, href }: TextPiece): VNode | string =>
  href === undefined ? (
    text
  ) : (
    <a href={href} rel="nofollow ugc noopener noreferrer">
      {text}
    </a>
  )
