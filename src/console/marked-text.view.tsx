import type { VNode } from 'preact'
import type { MarkedPiece, SplitText } from './marked-text'
import { Pointed } from './mask.view'
import { useWords } from './words.view'

/** What somebody typed, with what rules and scores point at; links are not made, nothing loads. */
export const MarkedText = ({ pieces }: { pieces: readonly MarkedPiece[] }): VNode => (
  <>
    {pieces.map(({ text, labels, isOfScore, staysOpen }) =>
      labels.length > 0 ? (
        <mark title={labels.join(', ')} class={isOfScore ? 'of-score' : undefined}>
          {staysOpen ? text : <Pointed text={text} />}
        </mark>
      ) : (
        text
      ),
    )}
  </>
)

export function FoldedText({ text }: { text: SplitText }): VNode {
  const words = useWords()
  return (
    <div class="text">
      <div dir="auto">
        <MarkedText pieces={text.shown} />
      </div>
      {text.restLength > 0 && (
        <details>
          <summary>{words.card.moreText(text.restLength)}</summary>
          <div dir="auto">
            <MarkedText pieces={text.rest} />
          </div>
        </details>
      )}
    </div>
  )
}

/** A moment in words; exactly in its title. */
export function Moment({ at, now }: { at: Date; now: Date }): VNode {
  const words = useWords()
  return (
    <time datetime={at.toISOString()} title={words.dateTime(at)}>
      {words.ago(at, now)}
    </time>
  )
}
