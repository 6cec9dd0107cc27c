import type { VNode } from 'preact'

export type PasswordFieldProps = {
  id: string
  label: string
  /** Of the form's field, where it is not the id. */
  name?: string
  hint?: string
  autocomplete?: 'current-password' | 'new-password'
  problem: { field: string; message: string } | undefined
}

/** Label, hint, what is wrong, and a field that password managers know. */
export function PasswordField({ id, label, hint, problem, ...field }: PasswordFieldProps): VNode {
  const message = problem?.field === id ? problem.message : undefined
  const describedBy = [message && `${id}-problem`, hint && `${id}-hint`].filter(Boolean)
  return (
    <>
      <label for={id}>{label}</label>
      {hint && (
        <p class="muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {message && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {message}
        </p>
      )}
      <input
        id={id}
        name={field.name ?? id}
        type="password"
        autocomplete={field.autocomplete ?? 'current-password'}
        required
        aria-invalid={message ? 'true' : undefined}
        aria-describedby={describedBy.join(' ') || undefined}
      />
    </>
  )
}
