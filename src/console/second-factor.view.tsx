import type { VNode } from 'preact'
import { recoveryCodeCount } from '../accounts/second-factor'
import type { Offer } from '../accounts/second-factor.flow'
import type { SecondFactor } from '../accounts/second-factor.store'
import { type Frame, renderConsolePage } from './console-frame.view'
import { PasswordField } from './password-field.view'
import { QrCode } from './qr-code.view'
import { useWords } from './words.view'

export const secondFactorPath = '/console/account/second-factor'

export const secondFactorFields = ['second-on', 'second-codes', 'second-off'] as const
/** The password field of each form on the account page. */
export type SecondFactorField = (typeof secondFactorFields)[number]

type Problem = { field: string; message: string } | undefined

/** On the account page: off, with the way to switch it on, or on, with codes and the way back. */
export function SecondFactorPart({
  factor,
  problem,
}: {
  factor: SecondFactor | undefined
  problem: Problem
}): VNode {
  const { secondStep, dateTime } = useWords()
  const since = factor?.confirmedAt
  return (
    <>
      <h2 id="second-step">{secondStep.title}</h2>
      {factor && since ? (
        <>
          <p>
            {secondStep.onText(dateTime(since))}{' '}
            {secondStep.codesLeft(factor.recoveryCodes, recoveryCodeCount)}
          </p>
          <Behind field="second-codes" title={secondStep.remake} problem={problem}>
            <PasswordForm
              action="recovery-codes"
              field="second-codes"
              submit={secondStep.remake}
              hint={secondStep.remakeHint}
              problem={problem}
            />
          </Behind>
          <Behind field="second-off" title={secondStep.switchOffTitle} problem={problem}>
            <PasswordForm
              action="off"
              field="second-off"
              submit={secondStep.switchOff}
              problem={problem}
            />
          </Behind>
        </>
      ) : (
        <>
          <p>{secondStep.offText}</p>
          <PasswordForm
            action=""
            field="second-on"
            submit={secondStep.switchOn}
            problem={problem}
          />
        </>
      )}
    </>
  )
}

type BehindProps = {
  field: SecondFactorField
  title: string
  problem: Problem
  children: VNode
}

const Behind = ({ field, title, problem, children }: BehindProps): VNode => (
  <details open={problem?.field === field}>
    <summary>{title}</summary>
    {children}
  </details>
)

type PasswordFormProps = {
  /** Last part of the address; empty: the page of setting it up. */
  action: string
  field: SecondFactorField
  submit: string
  hint?: string
  problem: Problem
}

function PasswordForm({ action, field, submit, hint, problem }: PasswordFormProps): VNode {
  const { secondStep } = useWords()
  const path = action === '' ? secondFactorPath : `${secondFactorPath}/${action}`
  return (
    <form class="stacked" method="post" action={path}>
      <PasswordField
        id={field}
        name="password"
        label={secondStep.password}
        problem={problem}
        {...(hint ? { hint } : {})}
      />
      <button type="submit">{submit}</button>
    </form>
  )
}

export type SetUpPageModel = {
  frame: Omit<Frame, 'title'>
  offer: Offer
  problem?: string | undefined
}

/** The secret as a picture and as text, and the field for the first code. */
export function renderSetUpPage({ frame, offer, problem }: SetUpPageModel): string {
  const { secondStep } = frame.words
  return renderConsolePage(
    { ...frame, title: secondStep.setUpTitle },
    <div class="sheet">
      <h1>{secondStep.setUpTitle}</h1>
      <p>{secondStep.scan}</p>
      <QrCode text={offer.address} label={secondStep.qr} />
      <p>
        <a href={offer.address}>{secondStep.sameDevice}</a>
      </p>
      <p>{secondStep.byHand}</p>
      <p>
        <code class="secret">{offer.secret}</code>
      </p>
      <form class="stacked" method="post" action={`${secondFactorPath}/confirm`}>
        <label for="code">{secondStep.confirm}</label>
        <p class="muted" id="code-hint">
          {secondStep.confirmHint}
        </p>
        <CodeInput problem={problem} describedBy="code-hint" />
        <button type="submit" class="primary">
          {secondStep.submit}
        </button>
      </form>
      <p>
        <a href="/console/account">{secondStep.cancel}</a>
      </p>
    </div>,
  )
}

/** Digits only on phones; a code may be pasted, and one with a space in it is fine. */
export const CodeInput = ({
  problem,
  describedBy,
  autofocus = false,
}: {
  problem: string | undefined
  describedBy?: string
  autofocus?: boolean
}): VNode => (
  <>
    {problem && (
      <p class="problem" id="code-problem" role="alert">
        {problem}
      </p>
    )}
    <input
      id="code"
      name="code"
      class="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      autofocus={autofocus}
      required
      maxlength={20}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={
        [problem && 'code-problem', describedBy].filter(Boolean).join(' ') || undefined
      }
    />
  </>
)

export type RecoveryCodesPageModel = {
  frame: Omit<Frame, 'title'>
  notice: string
  codes: readonly string[]
}

export function renderRecoveryCodesPage({ frame, notice, codes }: RecoveryCodesPageModel): string {
  const { secondStep } = frame.words
  return renderConsolePage(
    { ...frame, title: secondStep.codesTitle },
    <div class="sheet">
      <h1>{secondStep.codesTitle}</h1>
      <p class="notice" role="status">
        {notice}
      </p>
      <p>{secondStep.codesIntro}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button primary" href="/console/account">
          {secondStep.kept}
        </a>
      </p>
    </div>,
  )
}
