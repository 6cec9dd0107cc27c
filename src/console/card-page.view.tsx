import { Card, type CardProps } from './card.view'
import { type Frame, renderConsolePage } from './console-frame.view'

/** A page of one card. */
export const renderCardPage = ({
  frame,
  ...props
}: CardProps & { frame: Omit<Frame, 'title'> }): string =>
  renderConsolePage(
    { ...frame, title: frame.words.queue.title },
    <>
      <h1 class="visually-hidden">{frame.words.comment.title(props.card.author)}</h1>
      <Card {...props} />
    </>,
  )
