import type { VNode } from 'preact'
import { useWords } from './words.view'

type SectionProps = { sections: readonly string[]; chosen: string | undefined }

/** The sections there are, and one that an address names though it has none. */
export function SectionOptions({ sections, chosen }: SectionProps): VNode {
  const { queue } = useWords()
  const all = chosen === undefined || sections.includes(chosen) ? sections : [...sections, chosen]
  return (
    <>
      <option value="">{queue.allSections}</option>
      {all.map((section) => (
        <option value={section} selected={section === chosen}>
          {section}
        </option>
      ))}
    </>
  )
}

/** Whether there is a choice. */
export const hasSections = ({ sections, chosen }: SectionProps): boolean =>
  sections.length > 0 || chosen !== undefined

/** A choice of one section or all of them; nothing where there is none. */
export function SectionField(props: SectionProps): VNode | null {
  const { queue } = useWords()
  if (!hasSections(props)) return null
  return (
    <p>
      <label for="section">{queue.section}</label>
      <select id="section" name="section">
        <SectionOptions {...props} />
      </select>
    </p>
  )
}
