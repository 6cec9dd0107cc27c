import type { VNode } from 'preact'
import type { listModerators } from '../accounts/moderator.store'
import type { SignedIn } from '../accounts/session'
import type { listTokens } from '../accounts/token.store'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { PersonForm, TokenForm } from './people-forms.view'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

type Listed<List extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>

export type PeoplePageModel = {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  moderators: Listed<typeof listModerators>
  /** Whose access has ended. */
  ended: Listed<typeof listModerators>
  tokens: Listed<typeof listTokens>
  sites: readonly { id: string; slug: string; name: string }[]
  now: Date
  notice?: string
  problem?: string
  /** A token that was just made. */
  secret?: string
}

export function renderPeoplePage(model: PeoplePageModel): string {
  const { frame, notice, problem, secret } = model
  const { people } = frame.words
  return renderConsolePage(
    { ...frame, title: people.title },
    <div class="story-page">
      <h1>{people.title}</h1>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {secret && (
        <p class="notice" role="status">
          {people.secret} <code>{secret}</code>
        </p>
      )}
      <section class="panel">
        <h2>{people.moderators}</h2>
        <ModeratorTable {...model} />
        <PersonForm {...model} />
      </section>
      {model.ended.length > 0 && (
        <section class="panel">
          <h2>{people.ended}</h2>
          <EndedTable {...model} />
        </section>
      )}
      <section class="panel">
        <h2>{people.tokens}</h2>
        <TokenTable {...model} />
        <TokenForm {...model} />
      </section>
    </div>,
  )
}

function Reach({ model, siteId }: { model: PeoplePageModel; siteId: string | null }): VNode {
  const words = useWords()
  const site = model.sites.find(({ id }) => id === siteId)
  return <bdi>{siteId === null ? words.account.allSites : (site?.name ?? siteId)}</bdi>
}

function ModeratorTable(model: PeoplePageModel): VNode {
  const { people } = useWords()
  return (
    <Scrolled label={people.moderators}>
      <table>
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            <th scope="col">{people.email}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.reach}</th>
            <th scope="col">{people.since}</th>
            <th scope="col">{people.secondStep}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {model.moderators.map((moderator) => (
            <ModeratorRow model={model} moderator={moderator} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

type RowProps = { model: PeoplePageModel; moderator: PeoplePageModel['moderators'][number] }

function ModeratorRow({ model, moderator }: RowProps): VNode {
  const { people, account } = useWords()
  const { id, name, email, role, siteId, createdAt, hasSecondFactor } = moderator
  const isVisitor = id === model.visitor.moderatorId
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{email}</td>
      <td>{account.role[role as 'owner']}</td>
      <td>
        <Reach model={model} siteId={siteId} />
      </td>
      <td>
        <Moment at={createdAt} now={model.now} />
      </td>
      <td>
        {hasSecondFactor ? people.hasSecondStep : people.noSecondStep}
        {hasSecondFactor && !isVisitor && (
          <form method="post" action={`/console/people/${id}/second-factor/reset`}>
            <button type="submit" aria-label={people.resetSecondStepOf(name)}>
              {people.resetSecondStep}
            </button>
          </form>
        )}
      </td>
      <td>
        <a class="button" href={`/console/people/${id}`} aria-label={people.changeOf(name)}>
          {people.change}
        </a>{' '}
        {isVisitor && people.you}
      </td>
    </tr>
  )
}

function EndedTable(model: PeoplePageModel): VNode {
  const { people, account } = useWords()
  return (
    <Scrolled label={people.ended}>
      <table>
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            <th scope="col">{people.email}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.reach}</th>
            <th scope="col">{people.endedSince}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {model.ended.map(({ id, name, email, role, siteId, disabledAt }) => (
            <tr>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{email}</td>
              <td>{account.role[role as 'owner']}</td>
              <td>
                <Reach model={model} siteId={siteId} />
              </td>
              <td>{disabledAt && <Moment at={disabledAt} now={model.now} />}</td>
              <td>
                <a
                  class="button"
                  href={`/console/people/${id}`}
                  aria-label={people.bringBackOf(name)}
                >
                  {people.bringBack}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function TokenTable(model: PeoplePageModel): VNode {
  const { people, account } = useWords()
  if (model.tokens.length === 0) return <p class="muted">{people.noTokens}</p>
  return (
    <Scrolled label={people.tokens}>
      <table>
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            <th scope="col">{people.prefix}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.reach}</th>
            <th scope="col">{people.lastUsed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {model.tokens.map(({ id, name, prefix, role, siteId, lastUsedAt }) => (
            <tr>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>
                <code>{prefix}…</code>
              </td>
              <td>{account.role[role as 'owner']}</td>
              <td>
                <Reach model={model} siteId={siteId} />
              </td>
              <td>{lastUsedAt ? <Moment at={lastUsedAt} now={model.now} /> : people.never}</td>
              <td>
                <form method="post" action={`/console/tokens/${id}/revoke`}>
                  <button type="submit" aria-label={people.revokeOf(name)}>
                    {people.revoke}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
