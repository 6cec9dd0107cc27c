import type { VNode } from 'preact'
import { commentText } from './comment-text.view'
import { type Problem, ProblemSummary } from './form-field.view'
import { renderPage } from './page-frame.view'
import type { ReceiptPageModel, StatementView } from './page-models'
import { articlePath, commentAnchor, commentHref } from './paths'
import { AppealPart, appealId, DeleteForm, EditForm, editId } from './receipt-forms.view'
import { statusWords } from './status-words'
import { timeStamp } from './time-stamp.view'
import { dateTimeWords } from './time-words'

/** What became of a comment, for the bearer of its receipt, and what can still be done. */
export function renderReceiptPage(model: ReceiptPageModel): string {
  const problems = problemsOf(model.errors)
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: `${statusWords[model.comment.status].headline} – ${model.site.name}`,
      masthead: { name: model.site.name, href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to your comment' }],
      isPrivate: true,
    },
    <Receipt model={model} problems={problems} />,
  )
}

function problemsOf(errors: ReceiptPageModel['errors'] = {}): Problem[] {
  const problems: Problem[] = []
  if (errors.form) problems.push({ message: errors.form })
  if (errors.body) problems.push({ message: errors.body, fieldId: editId })
  if (errors.appeal) problems.push({ message: errors.appeal, fieldId: appealId })
  return problems
}

function Receipt({ model, problems }: { model: ReceiptPageModel; problems: Problem[] }): VNode {
  const { comment } = model
  const isDeleted = comment.status === 'deleted'
  return (
    <div class="receipt">
      <ArticleLink model={model} />
      <h1>{statusWords[comment.status].headline}</h1>
      <p class="meaning">{statusWords[comment.status].meaning}</p>
      {model.notice && (
        <p class="notice" role="status">
          {model.notice}
        </p>
      )}
      {problems.length > 0 && <ProblemSummary title="That did not work yet" problems={problems} />}
      {!isDeleted && <OwnText model={model} />}
      {model.statement && <Statement statement={model.statement} />}
      <AppealPart model={model} />
      {!isDeleted && model.editableUntil && <EditForm model={model} until={model.editableUntil} />}
      {!isDeleted && <DeleteForm receipt={model.receipt} />}
      <p class="hint keep-address">
        The address of this page is your receipt. Keep it: whoever has it can edit or delete the
        comment.
      </p>
    </div>
  )
}

function ArticleLink({ model }: { model: ReceiptPageModel }): VNode {
  const path = articlePath(model.site.slug, model.article.slug)
  const isPublic = model.comment.status === 'approved'
  return (
    <p class="kicker">
      <a href={isPublic ? commentHref(path, model.comment.id) : path}>
        <bdi>{model.article.title}</bdi>
      </a>
    </p>
  )
}

function OwnText({ model }: { model: ReceiptPageModel }): VNode {
  const { comment, now } = model
  return (
    <article class="comment own-comment" id={commentAnchor(comment.id)} aria-label="Your comment">
      <header>
        <bdi class="author">{comment.author}</bdi>{' '}
        <span class="comment-time">{timeStamp(comment.createdAt, now)}</span>
        {comment.editedAt && <span class="edited">edited</span>}
      </header>
      <div lang={model.site.language}>{commentText(comment.body)}</div>
    </article>
  )
}

const deciders: Record<StatementView['decidedBy'], string> = {
  rules: 'automatically by the rules of this site',
  moderator: 'by a moderator',
  system: 'automatically, because a check could not be finished,',
}

const Statement = ({ statement }: { statement: StatementView }): VNode => (
  <section class="statement" aria-labelledby="statement-title">
    <h2 id="statement-title">Why</h2>
    <p>{statement.text}</p>
    <p class="hint">
      Decided {deciders[statement.decidedBy]} on{' '}
      <time datetime={statement.decidedAt.toISOString()}>{dateTimeWords(statement.decidedAt)}</time>
      .
    </p>
    {statement.houseRules && (
      <p class="hint">
        What counts here:{' '}
        <a href={statement.houseRules.href}>
          version {statement.houseRules.version} of the house rules
        </a>
        , which was in force then.
      </p>
    )}
  </section>
)
