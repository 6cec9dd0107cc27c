import type { VNode } from 'preact'
import type { SecondFactor } from '../accounts/second-factor.store'
import type { SignedIn } from '../accounts/session'
import { type Frame, renderConsolePage } from './console-frame.view'
import { PasswordField } from './password-field.view'
import { Said } from './said.view'
import { type SecondFactorField, SecondFactorPart } from './second-factor.view'
import { languages } from './words/words'
import { useWords } from './words.view'

/** What is wrong with a field, by its id. */
type FieldProblem = { field: 'current' | 'next' | SecondFactorField; message: string }

export type AccountPageModel = {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  /** Places that the moderator is signed in at. */
  sessions: number
  secondFactor: SecondFactor | undefined
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
      <Said notice={notice} />
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
      <SecondFactorPart factor={model.secondFactor} problem={model.problem} />
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

type PasswordFormProps = { problem: FieldProblem | undefined; currentLabel?: string }

function PasswordForm({ problem, currentLabel }: PasswordFormProps): VNode {
  const { account } = useWords()
  return (
    <form class="stacked" method="post" action="/console/account/password">
      <PasswordField id="current" label={currentLabel ?? account.current} problem={problem} />
      <PasswordField
        id="next"
        label={account.next}
        hint={account.nextHint}
        autocomplete="new-password"
        problem={problem}
      />
      <button type="submit" class="primary">
        {account.submit}
      </button>
    </form>
  )
}

/** Whose password was made by somebody else sees nothing but this. */
export function renderOwnPasswordPage(
  frame: Omit<Frame, 'title'>,
  problem: FieldProblem | undefined,
): string {
  const { account, frame: texts } = frame.words
  return renderConsolePage(
    { ...frame, title: account.choose },
    <div class="sheet">
      <h1>{account.choose}</h1>
      <p>{account.chooseText}</p>
      <PasswordForm problem={problem} currentLabel={account.oneTime} />
      <form method="post" action="/console/sign-out">
        <button type="submit">{texts.signOut}</button>
      </form>
    </div>,
  )
}
