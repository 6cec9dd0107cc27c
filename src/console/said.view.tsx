import type { VNode } from 'preact'

/** What was done, or cannot be done. */
export function Said({
  notice,
  problem,
}: {
  notice?: string | undefined
  problem?: string | undefined
}): VNode {
  return (
    <>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
