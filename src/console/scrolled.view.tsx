import type { ComponentChildren, VNode } from 'preact'

/** A table that is wider than its place can be scrolled, by keyboard too. */
export const Scrolled = ({
  label,
  children,
}: {
  label: string
  children: ComponentChildren
}): VNode => (
  <section class="scrolled" tabindex={0} aria-label={label}>
    {children}
  </section>
)
