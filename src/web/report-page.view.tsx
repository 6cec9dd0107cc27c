import type { VNode } from 'preact'
import { reasons } from '../comments/reason'
import { maxReportLength, reportReasons } from '../comments/report-form'
import { commentText } from './comment-text.view'
import { describedBy, errorId, Field, type Problem, ProblemSummary } from './form-field.view'
import { renderPage } from './page-frame.view'
import type { ReportPageModel } from './page-models'
import { articlePath, commentHref, reportPath } from './paths'
import { timeStamp } from './time-stamp.view'

const reasonId = 'report-reason'
const detailId = 'report-detail'

type ReportProps = { model: ReportPageModel }

/** A form to tell the moderators of a comment, and the page that says it has arrived. */
export function renderReportPage(model: ReportPageModel): string {
  const title = model.isSent ? 'Thank you for your report' : 'Report this comment'
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: `${title} – ${model.site.name}`,
      masthead: { name: model.site.name, href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to the report' }],
      isPrivate: true,
    },
    <div class="receipt">
      <p class="kicker">
        <a href={hrefOf(model)}>
          <bdi>{model.article.title}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      {model.isSent ? <Received model={model} /> : <Report model={model} />}
    </div>,
  )
}

const pathOf = ({ site, article }: ReportPageModel) => articlePath(site.slug, article.slug)

const hrefOf = (model: ReportPageModel): string => commentHref(pathOf(model), model.comment.id)

const Received = ({ model }: ReportProps): VNode => (
  <>
    <p class="notice" role="status">
      The moderators have been told and will look at the comment. Until they decide it stays
      published.
    </p>
    <p class="message-links">
      <a class="button" href={hrefOf(model)}>
        Back to the comment
      </a>
    </p>
  </>
)

function Report({ model }: ReportProps): VNode {
  const { reason, detail } = model.errors
  const problems: Problem[] = []
  if (reason) problems.push({ message: reason, fieldId: reasonId })
  if (detail) problems.push({ message: detail, fieldId: detailId })
  return (
    <>
      <p class="meaning">
        A moderator reads your report; the author does not learn of it.
        {model.houseRulesHref && (
          <>
            {' '}
            What counts here: <a href={model.houseRulesHref}>the house rules</a>.
          </>
        )}
      </p>
      {problems.length > 0 && <ProblemSummary title="That did not work yet" problems={problems} />}
      <Reported model={model} />
      <form method="post" action={reportPath(pathOf(model), model.comment.id)} novalidate>
        <ReasonField model={model} />
        <DetailField model={model} />
        <p class="message-links">
          <button type="submit">Send the report</button>
          <a class="button quiet" href={hrefOf(model)}>
            Back to the comment
          </a>
        </p>
      </form>
    </>
  )
}

const Reported = ({ model: { comment, site, now } }: ReportProps): VNode => (
  <article class="comment own-comment" aria-label="The comment">
    <header>
      <bdi class="author">{comment.author}</bdi>{' '}
      <span class="comment-time">{timeStamp(comment.createdAt, now)}</span>
    </header>
    <blockquote lang={site.language}>{commentText(comment.body)}</blockquote>
  </article>
)

const ReasonField = ({ model: { values, errors } }: ReportProps): VNode => (
  <Field id={reasonId} label="What is wrong with it?" error={errors.reason}>
    <select
      id={reasonId}
      name="reason"
      required
      aria-invalid={errors.reason ? 'true' : undefined}
      aria-describedby={describedBy(errors.reason && errorId(reasonId))}
    >
      <option value="">Please choose</option>
      {reportReasons.map((code) => (
        <option value={code} selected={code === values.reason}>
          {reasons[code].label}
        </option>
      ))}
    </select>
  </Field>
)

const DetailField = ({ model: { values, errors } }: ReportProps): VNode => (
  <Field id={detailId} label="Why? (optional)" error={errors.detail}>
    <textarea
      id={detailId}
      name="detail"
      rows={4}
      dir="auto"
      aria-invalid={errors.detail ? 'true' : undefined}
      aria-describedby={describedBy(errors.detail && errorId(detailId), 'report-hint')}
      value={values.detail}
    />
    <p class="hint" id="report-hint">
      At most {maxReportLength} characters.
    </p>
  </Field>
)
