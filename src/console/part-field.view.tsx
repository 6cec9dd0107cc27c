import type { VNode } from 'preact'
import { queueName } from './value-words'
import type { Words } from './words/words'
import { useWords } from './words.view'

type PartProps = {
  /** Sections of articles, or the queues that something waits in. */
  of: 'section' | 'queue'
  names: readonly string[]
  chosen: string | undefined
}

const textsOf = (words: Words, of: PartProps['of']) =>
  of === 'section'
    ? { label: words.queue.section, all: words.queue.allSections, nameOf: String }
    : {
        label: words.queue.named,
        all: words.queue.allNamed,
        nameOf: (name: string) => queueName(words, name),
      }

/** Whether there is a choice: every site has the usual queue. */
export const hasChoice = ({ names, chosen }: PartProps): boolean =>
  names.some((name) => name !== 'default') || chosen !== undefined

/** A choice of one or all; nothing where there is none. */
export function PartField(props: PartProps): VNode | null {
  const { of, names, chosen } = props
  const { label, all, nameOf } = textsOf(useWords(), of)
  if (!hasChoice(props)) return null
  // an address may name what is not there
  const every = chosen === undefined || names.includes(chosen) ? names : [...names, chosen]
  return (
    <p>
      <label for={of}>{label}</label>{' '}
      <select id={of} name={of}>
        <option value="">{all}</option>
        {every.map((name) => (
          <option value={name} selected={name === chosen}>
            {nameOf(name)}
          </option>
        ))}
      </select>
    </p>
  )
}
