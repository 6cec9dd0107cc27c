import type { VNode } from 'preact'
import { useWords } from './words.view'

export type SiteChoice = { slug: string; name: string }

/** A choice of one site or all of them; nothing where there is only one. */
export function SiteField({
  sites,
  chosen,
  all,
}: {
  sites: readonly SiteChoice[]
  chosen: string | undefined
  /** What stands for no site in particular; absent: a site has to be chosen. */
  all?: string | undefined
}): VNode | null {
  const words = useWords()
  if (sites.length < 2) return null
  return (
    <p>
      <label for="site">{words.queue.site}</label>{' '}
      <select id="site" name="site">
        {all && <option value="">{all}</option>}
        {sites.map(({ slug, name }) => (
          <option value={slug} selected={slug === chosen}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}
