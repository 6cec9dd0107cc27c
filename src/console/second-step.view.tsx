import type { VNode } from 'preact'
import { renderConsolePage } from './console-frame.view'
import { CodeInput } from './second-factor.view'
import type { Words } from './words/words'
import { useWords } from './words.view'

export const codeHref = '/console/sign-in/code'

export type CodePageModel = {
  words: Words
  /** Where to go from here. */
  next: string
  problem?: string | undefined
  /** The recovery code was the one that was tried. */
  isRecovery?: boolean
}

/** After the right password: a code of the authenticator, or a recovery code. */
export function renderCodePage({
  words,
  next,
  problem,
  isRecovery = false,
}: CodePageModel): string {
  const { secondStep } = words
  return renderConsolePage(
    { words, title: secondStep.codeTitle },
    <div class="sheet">
      <h1>{secondStep.codeTitle}</h1>
      <p class="muted">{secondStep.codeIntro}</p>
      <form class="stacked" method="post" action={codeHref}>
        <input type="hidden" name="next" value={next} />
        <label for="code">{secondStep.code}</label>
        <CodeInput problem={isRecovery ? undefined : problem} autofocus={!isRecovery} />
        <button type="submit" class="primary">
          {secondStep.codeSubmit}
        </button>
      </form>
      <details open={isRecovery}>
        <summary>{secondStep.useRecovery}</summary>
        <RecoveryForm next={next} problem={isRecovery ? problem : undefined} />
      </details>
      <p>
        <a href="/console/sign-in">{secondStep.otherAccount}</a>
      </p>
    </div>,
  )
}

function RecoveryForm({ next, problem }: { next: string; problem: string | undefined }): VNode {
  const { secondStep } = useWords()
  return (
    <form class="stacked" method="post" action={codeHref}>
      <input type="hidden" name="next" value={next} />
      <label for="recovery">{secondStep.recovery}</label>
      <p class="muted" id="recovery-hint">
        {secondStep.recoveryHint}
      </p>
      {problem && (
        <p class="problem" id="recovery-problem" role="alert">
          {problem}
        </p>
      )}
      <input
        id="recovery"
        name="recovery"
        class="code"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        autofocus={problem !== undefined}
        required
        maxlength={30}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'recovery-problem recovery-hint' : 'recovery-hint'}
      />
      <button type="submit">{secondStep.codeSubmit}</button>
    </form>
  )
}
