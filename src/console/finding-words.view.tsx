import { Fragment, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { FindingInWords } from './finding-words'
import type { LeafInWords } from './leaf-words'
import { MaskContext, Quoting } from './mask.view'
import { useWords } from './words.view'

/** A comparison with what it saw; its source is in its title. */
export function LeafText({ leaf }: { leaf: LeafInWords }): VNode {
  const words = useWords()
  const isCovered = useContext(MaskContext) && leaf.isQuoting && leaf.source.includes('"')
  const text = leaf.isQuoting ? <Quoting text={leaf.text} /> : leaf.text
  return (
    <>
      {leaf.isCode ? (
        <code dir="ltr">{text}</code>
      ) : (
        <span dir="auto" title={isCovered ? undefined : leaf.source}>
          {text}
        </span>
      )}
      {leaf.value && !leaf.isSaid && (
        <>
          {' '}
          <span dir="auto">
            <Quoting text={words.values.here(leaf.value)} />
          </span>
        </>
      )}
    </>
  )
}

type Said = { said: FindingInWords; isQuoting?: boolean }

/** Why a rule spoke up: what it saw, and what its owner has to say about it. */
export const FindingText = ({ said: { met, text }, isQuoting = true }: Said): VNode => (
  <>
    {met.map((leaf, index) => (
      <Fragment key={leaf.source}>
        {index > 0 && '; '}
        <LeafText leaf={leaf} />
      </Fragment>
    ))}
    {met.length > 0 && text && ' · '}
    {isQuoting ? <Quoting text={text} /> : text}
  </>
)
