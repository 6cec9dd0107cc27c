import type { VNode } from 'preact'
import type { listModerators } from '../accounts/moderator.store'
import type { SignedIn } from '../accounts/session'
import type { listTokens } from '../accounts/token.store'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

type Listed<List extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>

export type PeoplePageModel = {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  moderators: Listed<typeof listModerators>
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
        {isVisitor ? (
          people.you
        ) : (
          <form method="post" action={`/console/people/${id}/end`}>
            <button type="submit" aria-label={people.disableOf(name)}>
              {people.disable}
            </button>
          </form>
        )}
      </td>
    </tr>
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

/** Role and site of new access; `prefix` keeps the ids of two forms apart. */
function AccessFields({ model, prefix }: { model: PeoplePageModel; prefix: string }): VNode {
  const { account, people } = useWords()
  return (
    <>
      <p>
        <label for={`${prefix}-role`}>{people.role}</label>
        <select id={`${prefix}-role`} name="role">
          <option value="moderator">{account.role.moderator}</option>
          <option value="owner">{account.role.owner}</option>
        </select>
      </p>
      {model.visitor.siteId === null && (
        <p>
          <label for={`${prefix}-site`}>{people.reach}</label>
          <select id={`${prefix}-site`} name="site">
            <option value="">{account.allSites}</option>
            {model.sites.map(({ slug, name }) => (
              <option value={slug}>{name}</option>
            ))}
          </select>
        </p>
      )}
    </>
  )
}

function PersonForm(model: PeoplePageModel): VNode {
  const { people } = useWords()
  return (
    <details>
      <summary>{people.add}</summary>
      <form class="search" method="post" action="/console/people">
        <p>
          <label for="person-name">{people.name}</label>
          <input id="person-name" name="name" required maxlength={100} autocomplete="off" />
        </p>
        <p>
          <label for="person-email">{people.email}</label>
          <input id="person-email" name="email" type="email" required autocomplete="off" />
        </p>
        <p>
          <label for="person-password">{people.password}</label>
          <input
            id="person-password"
            name="password"
            type="password"
            required
            minlength={8}
            autocomplete="new-password"
            aria-describedby="password-hint"
          />
        </p>
        <AccessFields model={model} prefix="person" />
        <p class="muted is-wide" id="password-hint">
          {people.passwordHint}
        </p>
        <p>
          <button type="submit" class="primary">
            {people.submit}
          </button>
        </p>
      </form>
    </details>
  )
}

function TokenForm(model: PeoplePageModel): VNode {
  const { people } = useWords()
  return (
    <details>
      <summary>{people.addToken}</summary>
      <form class="search" method="post" action="/console/tokens">
        <p>
          <label for="token-name">{people.name}</label>
          <input id="token-name" name="name" required maxlength={100} autocomplete="off" />
        </p>
        <AccessFields model={model} prefix="token" />
        <p>
          <button type="submit" class="primary">
            {people.makeToken}
          </button>
        </p>
      </form>
    </details>
  )
}
