import type { ComponentChildren, VNode } from 'preact'

/** A part of a page under a heading of its own. */
export const Part = ({
  title,
  isWide,
  children,
}: {
  title: string
  isWide?: boolean
  children: ComponentChildren
}): VNode => (
  <section class={isWide ? 'panel is-wide' : 'panel'}>
    <h2>{title}</h2>
    {children}
  </section>
)
