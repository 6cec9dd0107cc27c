import { signInHref } from './addresses'
import { renderConsolePage } from './console-frame.view'
import { Said } from './said.view'
import type { Words } from './words/words'

export type SignInPageModel = {
  words: Words
  /** Where to go from here. */
  next: string
  email: string
  notice?: string | undefined
  problem?: string | undefined
}

/** Password managers fill it in; there is nothing to solve (WCAG 2.2, 3.3.8). */
export function renderSignInPage({ words, next, email, notice, problem }: SignInPageModel): string {
  const { signIn } = words
  return renderConsolePage(
    { words, title: signIn.title },
    <div class="sheet">
      <h1>{signIn.title}</h1>
      <p class="muted">{signIn.intro}</p>
      <Said notice={notice} />
      <form class="stacked" method="post" action="/console/sign-in">
        <input type="hidden" name="next" value={next} />
        {problem && (
          <p class="problem" id="problem" role="alert">
            {problem}
          </p>
        )}
        <label for="email">{signIn.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          autofocus={email === ''}
          value={email}
        />
        <label for="password">{signIn.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus={email !== ''}
          aria-describedby={problem && 'problem'}
        />
        <button type="submit" class="primary">
          {signIn.submit}
        </button>
      </form>
    </div>,
  )
}

/** The answer to a form whose sender is no longer signed in. */
export function renderEndedPage(words: Words): string {
  const { signIn, rulesEditor } = words
  return renderConsolePage(
    { words, title: signIn.title },
    <div class="sheet">
      <h1>{signIn.title}</h1>
      <p role="alert">{signIn.ended}</p>
      <p>
        <a class="button primary" href={signInHref} target="_blank" rel="noopener">
          {signIn.title}
          <span class="visually-hidden"> {rulesEditor.backtest.newWindow}</span>
        </a>
      </p>
    </div>,
  )
}
