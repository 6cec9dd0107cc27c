import type { VNode } from 'preact'
import type { listModerators } from '../accounts/moderator.store'
import type { SignedIn } from '../accounts/session'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { AccessFields, NameField, type ReachModel } from './people-forms.view'
import { Said } from './said.view'
import { useWords } from './words.view'

type Person = Awaited<ReturnType<typeof listModerators>>[number]

export type PersonPageModel = ReachModel & {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  person: Person
  now: Date
  notice?: string
  problem?: string
  /** One-time, and just made. */
  password?: string
}

/** What an owner may do about one person. */
export function renderPersonPage(model: PersonPageModel): string {
  const { frame, person, notice, problem, password } = model
  const { people } = frame.words
  return renderConsolePage(
    { ...frame, title: person.name },
    <div class="sheet">
      <p>
        <a href="/console/people">{people.back}</a>
      </p>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      <Said notice={notice} problem={problem} />
      {password && (
        <p class="notice" role="status">
          {people.oneTimeMade} <code>{password}</code>
        </p>
      )}
      <Facts {...model} />
      {person.disabledAt ? <BringBack person={person} /> : <Access {...model} />}
    </div>,
  )
}

function Facts({ person, now }: PersonPageModel): VNode {
  const { people } = useWords()
  return (
    <dl class="facts">
      <div>
        <dt>{people.email}</dt>
        <dd>{person.email}</dd>
      </div>
      <div>
        <dt>{people.since}</dt>
        <dd>
          <Moment at={person.createdAt} now={now} />
        </dd>
      </div>
      {person.disabledAt && (
        <div>
          <dt>{people.endedSince}</dt>
          <dd>
            <Moment at={person.disabledAt} now={now} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function Access(model: PersonPageModel): VNode {
  const { person, visitor } = model
  const { people } = useWords()
  return (
    <>
      <ChangeForm {...model} />
      {person.id !== visitor.moderatorId && (
        <>
          <h2>{people.oneTime}</h2>
          <form class="stacked" method="post" action={`/console/people/${person.id}/password`}>
            <p class="muted" id="one-time-hint">
              {people.oneTimeHint}
            </p>
            <button type="submit" aria-describedby="one-time-hint">
              {people.makeOneTime}
            </button>
          </form>
          <h2>{people.disable}</h2>
          <p>
            <a class="button" href={`/console/people/${person.id}/end`}>
              {people.disable} …
            </a>
          </p>
        </>
      )}
    </>
  )
}

function ChangeForm(model: PersonPageModel): VNode {
  const { people } = useWords()
  const { person } = model
  return (
    <form class="search" method="post" action={`/console/people/${person.id}`}>
      <NameField value={person.name} />
      <AccessFields reach={model} prefix="person" chosen={person} />
      <p>
        <button type="submit" class="primary">
          {people.save}
        </button>
      </p>
    </form>
  )
}

/** Of somebody whose access has ended. */
function BringBack({ person }: { person: Person }): VNode {
  const { people } = useWords()
  return (
    <form class="stacked" method="post" action={`/console/people/${person.id}/restore`}>
      <p class="muted" id="bring-back-hint">
        {people.bringBackHint}
      </p>
      <button type="submit" aria-describedby="bring-back-hint">
        {people.bringBack}
      </button>
    </form>
  )
}

type MadeToken = { id: string; name: string }

/** Asks whether to revoke the tokens or take them over. */
function MadeTokens({ tokens }: { tokens: readonly MadeToken[] }): VNode {
  const { people } = useWords()
  return (
    <fieldset class="choices">
      <legend>{people.madeTokens}</legend>
      <ul>
        {tokens.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <label class="choice">
        <input type="radio" name="tokens" value="revoke" checked /> {people.revokeMade}
      </label>
      <label class="choice">
        <input type="radio" name="tokens" value="take-over" /> {people.takeOverMade}
      </label>
    </fieldset>
  )
}

/** Asks once more before access is ended. */
export function renderEndPage(
  frame: Omit<Frame, 'title'>,
  { person: { id, name }, tokens }: { person: Person; tokens: readonly MadeToken[] },
): string {
  const { people, keys } = frame.words
  const title = people.disableOf(name)
  return renderConsolePage(
    { ...frame, title },
    <div class="sheet">
      <h1>{title}</h1>
      <p>{people.endText}</p>
      <form method="post" action={`/console/people/${id}/end`}>
        {tokens.length > 0 && <MadeTokens tokens={tokens} />}
        <p class="buttons">
          <button type="submit" class="primary">
            {people.disable}
          </button>{' '}
          <a class="button" href={`/console/people/${id}`}>
            {keys.cancel}
          </a>
        </p>
      </form>
    </div>,
  )
}
