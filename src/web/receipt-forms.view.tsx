import type { VNode } from 'preact'
import { describedBy, errorId, Field } from './form-field.view'
import type { ReceiptPageModel } from './page-models'
import { receiptPath } from './paths'
import { dateTimeWords } from './time-words'

export const editId = 'edit-body'
export const appealId = 'appeal-text'

type ReceiptProps = { model: ReceiptPageModel }

export function EditForm({ model, until }: ReceiptProps & { until: Date }): VNode {
  const error = model.errors?.body
  return (
    <section aria-labelledby="edit-title">
      <h2 id="edit-title">Edit it</h2>
      <form method="post" action={`${receiptPath(model.receipt)}/edit`} novalidate>
        <Field id={editId} label="Your comment" error={error}>
          <textarea
            id={editId}
            name="body"
            rows={6}
            required
            dir="auto"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={describedBy(error && errorId(editId), 'edit-hint')}
            value={model.values?.body ?? model.comment.body}
          />
        </Field>
        <p class="hint" id="edit-hint">
          Until <time datetime={until.toISOString()}>{dateTimeWords(until)}</time>. The new text is
          checked again.
        </p>
        <button type="submit">Save the new text</button>
      </form>
    </section>
  )
}

/** The button is one step away, since what it does cannot be undone. */
export const DeleteForm = ({ receipt }: { receipt: string }): VNode => (
  <section aria-labelledby="delete-title">
    <h2 id="delete-title">Delete it</h2>
    <details>
      <summary>I want to delete this comment</summary>
      <p id="delete-hint">Your text is erased for good. Replies to it stay.</p>
      <form method="post" action={`${receiptPath(receipt)}/delete`}>
        <button class="danger" type="submit" aria-describedby="delete-hint">
          Delete my comment
        </button>
      </form>
    </details>
  </section>
)

/** The way to have the decision looked at by a person. */
export function AppealPart({ model }: ReceiptProps): VNode | null {
  const { appeal } = model
  if (appeal === null) return null
  return (
    <section class="appeal" aria-labelledby="appeal-title">
      <h2 id="appeal-title">Ask for a second look</h2>
      {appeal === 'open' ? <AppealForm model={model} /> : <SentAppeal {...appeal} />}
    </section>
  )
}

function AppealForm({ model }: ReceiptProps): VNode {
  const error = model.errors?.appeal
  return (
    <form method="post" action={`${receiptPath(model.receipt)}/appeal`} novalidate>
      <Field id={appealId} label="Why should it be published?" error={error}>
        <textarea
          id={appealId}
          name="text"
          rows={4}
          required
          dir="auto"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(error && errorId(appealId), 'appeal-hint')}
          value={model.values?.appeal ?? ''}
        />
      </Field>
      <p class="hint" id="appeal-hint">
        A person reads it and decides again.
      </p>
      <button type="submit">Send to a moderator</button>
    </form>
  )
}

const SentAppeal = ({ sentAt, answeredAt }: { sentAt: Date; answeredAt: Date | null }): VNode => (
  <p>
    You asked for it on <time datetime={sentAt.toISOString()}>{dateTimeWords(sentAt)}</time>.{' '}
    {answeredAt ? (
      <>
        A moderator answered on{' '}
        <time datetime={answeredAt.toISOString()}>{dateTimeWords(answeredAt)}</time>; what you see
        above is the outcome.
      </>
    ) : (
      'A moderator has not answered yet.'
    )}
  </p>
)
