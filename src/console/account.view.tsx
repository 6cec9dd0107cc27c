import type { VNode } from 'preact'
import type { SignedIn } from '../accounts/session'
import { type Frame, renderConsolePage } from './console-frame.view'
import { languages } from './words/words'
import { useWords } from './words.view'

type FieldProblem = { field: 'current' | 'next'; message: string }

export type AccountPageModel = {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  /** Places that the moderator is signed in at. */
  sessions: number
  notice?: string | undefined
  problem?: FieldProblem
}

export function renderAccountPage(model: AccountPageModel): string {
  const { frame, visitor, sessions, notice } = model
  const { account } = frame.words
  return renderConsolePage(
    { ...frame, title: account.title },
    <div class="sheet">
      <h1>{account.title}</h1>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{account.signedInAs}</dt>
          <dd>
            <bdi>{visitor.name}</bdi>, {visitor.email}
          </dd>
        </div>
        <div>
          <dt>{account.mayUse}</dt>
          <dd>
            {account.role[visitor.role]}
            {visitor.siteId === null && `, ${account.allSites}`}
          </dd>
        </div>
      </dl>
      <h2>{account.password}</h2>
      <PasswordForm problem={model.problem} />
      <h2>{account.language}</h2>
      <LanguageForm chosen={visitor.language} />
      <h2>{account.masking}</h2>
      <MaskingForm isOn={visitor.masksWords} />
      <h2>{account.sessions}</h2>
      <p>{account.sessionCount(sessions)}</p>
      <form method="post" action="/console/account/sign-out-everywhere">
        <button type="submit">{account.everywhere}</button>
      </form>
    </div>,
  )
}

function LanguageForm({ chosen }: { chosen: string }): VNode {
  const { account } = useWords()
  return (
    <form class="stacked" method="post" action="/console/account/language">
      <label for="language" class="visually-hidden">
        {account.language}
      </label>
      <select id="language" name="language">
        <option value="">{account.ownLanguage}</option>
        {languages.map((language) => (
          <option value={language} lang={language} selected={language === chosen}>
            {nameOfLanguage(language)}
          </option>
        ))}
      </select>
      <button type="submit">{account.chooseLanguage}</button>
    </form>
  )
}

function MaskingForm({ isOn }: { isOn: boolean }): VNode {
  const { account } = useWords()
  return (
    <form class="stacked" method="post" action="/console/account/masking">
      <p class="muted" id="mask-hint">
        {account.maskHint}
      </p>
      <label class="tick">
        <input type="checkbox" name="mask" value="on" checked={isOn} aria-describedby="mask-hint" />{' '}
        {account.mask}
      </label>
      <button type="submit">{account.chooseMasking}</button>
    </form>
  )
}

/** As the language calls itself. */
const nameOfLanguage = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language

function PasswordForm({ problem }: { problem: FieldProblem | undefined }): VNode {
  const { account } = useWords()
  return (
    <form class="stacked" method="post" action="/console/account/password">
      <PasswordField name="current" label={account.current} problem={problem} />
      <PasswordField name="next" label={account.next} hint={account.nextHint} problem={problem} />
      <button type="submit" class="primary">
        {account.submit}
      </button>
    </form>
  )
}

type FieldProps = {
  name: 'current' | 'next'
  label: string
  hint?: string
  problem: FieldProblem | undefined
}

function PasswordField({ name, label, hint, problem }: FieldProps): VNode {
  const message = problem?.field === name ? problem.message : undefined
  const describedBy = [message && `${name}-problem`, hint && `${name}-hint`].filter(Boolean)
  return (
    <>
      <label for={name}>{label}</label>
      {hint && (
        <p class="muted" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {message && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {message}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="password"
        autocomplete={name === 'next' ? 'new-password' : 'current-password'}
        required
        aria-invalid={message ? 'true' : undefined}
        aria-describedby={describedBy.join(' ') || undefined}
      />
    </>
  )
}
