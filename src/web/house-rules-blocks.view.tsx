import type { VNode } from 'preact'
import { blocksOf } from '../sites/house-rules'

/** House rules as readers see them. */
export const HouseRulesText = ({ text }: { text: string }): VNode => (
  <>
    {blocksOf(text).map((block) =>
      block.kind === 'paragraph' ? (
        <p dir="auto">{block.text}</p>
      ) : (
        <ol class="points" start={block.first}>
          {block.points.map((point) => (
            <li dir="auto">{point}</li>
          ))}
        </ol>
      ),
    )}
  </>
)
