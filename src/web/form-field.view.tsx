import type { ComponentChildren, VNode } from 'preact'

/** For `aria-describedby`: the parts that are there. */
export const describedBy = (...ids: (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined

export const errorId = (fieldId: string): string => `${fieldId}-error`

type FieldProps = {
  id: string
  label: ComponentChildren
  error?: string
  children: ComponentChildren
}

/** A labelled field, with its error between label and input. */
export function Field({ id, label, error, children }: FieldProps): VNode {
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label for={id}>{label}</label>
      {error && (
        <p class="field-error" id={errorId(id)} role="alert">
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

export type Problem = { message: string; fieldId?: string }

/**
 * What has to be put right, at the top of a form. It takes the focus when the page opens, because
 * without JavaScript a reader would otherwise be left at the top of the article.
 */
export function ProblemSummary({ title, problems }: { title: string; problems: Problem[] }): VNode {
  return (
    <section class="problem-summary" tabindex={-1} autofocus aria-labelledby="problem-title">
      <p id="problem-title">{title}</p>
      <ul>
        {problems.map(({ message, fieldId }) => (
          <li>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </section>
  )
}
