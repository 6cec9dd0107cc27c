import { renderConsolePage } from './console-frame.view'
import type { Words } from './words/words'

type KnownStatus = 400 | 403 | 404 | 409 | 500 | 503

const known = (status: number): KnownStatus =>
  status === 403 || status === 404 || status === 409 || status === 503
    ? status
    : status < 500
      ? 400
      : 500

export function renderErrorPage(words: Words, status: number, detail: string): string {
  const { title, text } = words.errors[known(status)]
  return renderConsolePage(
    { words, title },
    <div class="sheet">
      <h1>{title}</h1>
      <p>{status === 404 ? text : detail}</p>
      <p>
        <a class="button" href="/console/queue">
          {words.errors.toQueue}
        </a>
      </p>
    </div>,
  )
}
