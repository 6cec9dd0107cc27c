import type { VNode } from 'preact'
import type { EditorModel } from './editor-model'

type Control = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** A field with its label, its hint and what is wrong with it. */
export function Field({
  name,
  model,
  label,
  hint,
  class: className,
  children,
}: {
  name: string
  model: Pick<EditorModel, 'problems'>
  label: string
  hint?: string
  class?: string
  children: (control: Control) => VNode
}): VNode {
  const problem = model.problems.get(name)
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <div class={className ? `field ${className}` : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <span class="muted" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id: name,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? 'true' : undefined,
      })}
      {problem && (
        <span class="problem" id={`${name}-problem`}>
          {problem}
        </span>
      )}
    </div>
  )
}
