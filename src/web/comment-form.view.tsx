import type { VNode } from 'preact'
import { describedBy, errorId, Field, type Problem, ProblemSummary } from './form-field.view'
import type { CommentView, FormErrors, FormModel } from './page-models'
import { commentAnchor } from './paths'
import { shortened } from './summary'

const bodyId = 'comment-body'
const authorId = 'comment-author'
const answerId = 'captcha-answer'
const hintId = 'captcha-hint'
const maxQuoteLength = 240

export const hasErrors = (errors: FormErrors): boolean => Object.values(errors).some(Boolean)

/** `answered`: the comment that is replied to, when it is on the page. */
export function CommentForm(props: { form: FormModel; answered: CommentView | null }): VNode {
  const { form, answered } = props
  return (
    <section class="comment-form" id="comment-form" aria-labelledby="form-title" tabindex={-1}>
      <FormTitle form={form} />
      {answered && !answered.gap && <Quote comment={answered} />}
      {hasErrors(form.errors) && (
        <ProblemSummary
          title="Your comment has not been sent yet"
          problems={problemsOf(form.errors)}
        />
      )}
      {form.houseRulesHref && (
        <p class="hint">
          Please mind our <a href={form.houseRulesHref}>house rules</a>.
        </p>
      )}
      <form method="post" action={form.action} novalidate>
        <input type="hidden" name="captcha_token" value={form.challenge.token} />
        {form.replyTo && <input type="hidden" name="parent_id" value={form.replyTo.id} />}
        <BodyField form={form} />
        <AuthorField form={form} />
        <SumField form={form} />
        <WebsiteField name={form.websiteFieldName} />
        <button type="submit">{form.replyTo ? 'Post reply' : 'Post comment'}</button>
      </form>
    </section>
  )
}

function problemsOf(errors: FormErrors): Problem[] {
  const problems: Problem[] = []
  if (errors.form) problems.push({ message: errors.form })
  if (errors.body) problems.push({ message: errors.body, fieldId: bodyId })
  if (errors.author) problems.push({ message: errors.author, fieldId: authorId })
  if (errors.captcha) problems.push({ message: errors.captcha, fieldId: answerId })
  return problems
}

function FormTitle({ form }: { form: FormModel }): VNode {
  if (!form.replyTo) return <h2 id="form-title">Write a comment</h2>
  return (
    <div class="form-heading">
      <h2 id="form-title">
        Reply to <bdi>{form.replyTo.author}</bdi>
      </h2>
      <a href={form.cancelHref}>Cancel reply</a>
    </div>
  )
}

const Quote = ({ comment }: { comment: CommentView }): VNode => (
  <blockquote class="quote" cite={`#${commentAnchor(comment.id)}`} dir="auto">
    {shortened(comment.body, maxQuoteLength)}
  </blockquote>
)

function BodyField({ form }: { form: FormModel }): VNode {
  const error = form.errors.body
  return (
    <Field id={bodyId} label="Comment" error={error}>
      <textarea
        id={bodyId}
        name="body"
        rows={6}
        required
        dir="auto"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(error && errorId(bodyId))}
        value={form.values.body}
      />
    </Field>
  )
}

function AuthorField({ form }: { form: FormModel }): VNode {
  const error = form.errors.author
  return (
    <Field id={authorId} label="Name" error={error}>
      <input
        id={authorId}
        name="author"
        type="text"
        required
        dir="auto"
        autocomplete="name"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(error && errorId(authorId))}
        value={form.values.author}
      />
    </Field>
  )
}

function SumField({ form }: { form: FormModel }): VNode {
  const error = form.errors.captcha
  return (
    <div class="sum">
      <Field id={answerId} label={form.challenge.question} error={error}>
        <input
          id={answerId}
          name="captcha_answer"
          type="text"
          inputmode="numeric"
          required
          autocomplete="off"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(error && errorId(answerId), hintId)}
        />
      </Field>
      <p class="hint" id={hintId}>
        A small sum keeps programs out.
        <span class="visually-hidden"> What is {form.challenge.words}?</span>
      </p>
    </div>
  )
}

/** A trap for programs that fill in every field they find. */
const WebsiteField = ({ name }: { name: string }): VNode => (
  <div class="website-field" aria-hidden="true">
    <label for="comment-website">Website (please leave this empty)</label>
    <input id="comment-website" name={name} type="text" tabindex={-1} autocomplete="off" />
  </div>
)
