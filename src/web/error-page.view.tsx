import type { VNode } from 'preact'
import { type ErrorWords, errorWords } from './error-words'
import { renderPage } from './page-frame.view'
import type { ErrorPageModel } from './page-models'

/** What went wrong and what to do, in plain words, with the text the reader had typed. */
export function renderErrorPage(model: ErrorPageModel): string {
  const words = errorWords(model.status)
  return renderPage(
    {
      stylesheetHref: model.stylesheetHref,
      iconHref: model.iconHref,
      title: `${words.title} – Postbag`,
      masthead: { name: 'Postbag', href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to the message' }],
      isPrivate: true,
    },
    <ErrorMessage model={model} words={words} />,
  )
}

function ErrorMessage({ model, words }: { model: ErrorPageModel; words: ErrorWords }): VNode {
  const { kept, backHref, detail } = model
  return (
    <div class="message">
      <p class="kicker">Error {model.status}</p>
      <h1>{words.title}</h1>
      <p>{detail ?? words.explanation}</p>
      {kept?.body && <KeptText author={kept.author} body={kept.body} />}
      <p class="message-links">
        {backHref && (
          <a class="button" href={backHref}>
            Back to the article
          </a>
        )}
        <a class="button quiet" href="/">
          All articles
        </a>
      </p>
    </div>
  )
}

const KeptText = ({ author, body }: { author: string | undefined; body: string }): VNode => (
  <div class="field kept-text">
    <label for="kept-text">
      Your text
      {author && (
        <>
          , <bdi>{author}</bdi>
        </>
      )}
    </label>
    <p class="hint" id="kept-text-hint">
      It has not been saved. Copy it before you leave this page.
    </p>
    <textarea
      id="kept-text"
      rows={8}
      readonly
      dir="auto"
      aria-describedby="kept-text-hint"
      value={body}
    />
  </div>
)
