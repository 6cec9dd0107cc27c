import type { ComponentChildren, VNode } from 'preact'
import type { listModerators } from '../accounts/moderator.store'
import type { SignedIn } from '../accounts/session'
import type { ListedToken } from '../accounts/token.store'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { PersonForm, TokenForm, type TypedPerson } from './people-forms.view'
import { Said } from './said.view'
import { Scrolled } from './scrolled.view'
import { useWords } from './words.view'

type Listed<List extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<List>>

export type PeoplePageModel = {
  frame: Omit<Frame, 'title'>
  visitor: SignedIn
  moderators: Listed<typeof listModerators>
  /** Whose access has ended. */
  ended: Listed<typeof listModerators>
  tokens: readonly ListedToken[]
  /** Names of the tokens' makers, by actor name. */
  makers: ReadonlyMap<string, string>
  sites: readonly { id: string; slug: string; name: string }[]
  now: Date
  notice?: string
  problem?: string
  /** A token that was just made. */
  secret?: string
  /** Of somebody who could not be added. */
  typed?: TypedPerson
}

export function renderPeoplePage(model: PeoplePageModel): string {
  const { frame, notice, problem, secret } = model
  const { people } = frame.words
  return renderConsolePage(
    { ...frame, title: people.title },
    <div class="story-page">
      <h1>{people.title}</h1>
      <Said notice={notice} problem={problem} />
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

type RowProps = { model: PeoplePageModel; moderator: PeoplePageModel['moderators'][number] }

function ModeratorTable(model: PeoplePageModel): VNode {
  const { people } = useWords()
  return (
    <AccessTable
      label={people.moderators}
      columns={[people.email, people.role, people.reach, people.since, people.secondStep]}
      rows={model.moderators.map((moderator) => ({
        name: moderator.name,
        isYou: moderator.id === model.visitor.moderatorId,
        cells: [
          moderator.email,
          <RoleName role={moderator.role} />,
          <Reach model={model} siteId={moderator.siteId} />,
          <Moment at={moderator.createdAt} now={model.now} />,
          <SecondStep model={model} moderator={moderator} />,
          <a
            class="button"
            href={`/console/people/${moderator.id}`}
            aria-label={people.changeOf(moderator.name)}
          >
            {people.change}
          </a>,
        ],
      }))}
    />
  )
}

function SecondStep({ model, moderator: { id, name, hasSecondFactor } }: RowProps): VNode {
  const { people } = useWords()
  return (
    <>
      {hasSecondFactor ? people.hasSecondStep : people.noSecondStep}
      {hasSecondFactor && id !== model.visitor.moderatorId && (
        <form method="post" action={`/console/people/${id}/second-factor/reset`}>
          <button type="submit" aria-label={people.resetSecondStepOf(name)}>
            {people.resetSecondStep}
          </button>
        </form>
      )}
    </>
  )
}

function EndedTable(model: PeoplePageModel): VNode {
  const { people } = useWords()
  return (
    <AccessTable
      label={people.ended}
      columns={[people.email, people.role, people.reach, people.endedSince]}
      rows={model.ended.map(({ id, name, email, role, siteId, disabledAt }) => ({
        name,
        cells: [
          email,
          <RoleName role={role} />,
          <Reach model={model} siteId={siteId} />,
          disabledAt && <Moment at={disabledAt} now={model.now} />,
          <a class="button" href={`/console/people/${id}`} aria-label={people.bringBackOf(name)}>
            {people.bringBack}
          </a>,
        ],
      }))}
    />
  )
}

function TokenTable(model: PeoplePageModel): VNode {
  const { people } = useWords()
  if (model.tokens.length === 0) return <p class="muted">{people.noTokens}</p>
  return (
    <AccessTable
      label={people.tokens}
      columns={[people.prefix, people.role, people.reach, people.madeBy, people.lastUsed]}
      rows={model.tokens.map((token) => ({
        name: token.name,
        cells: [
          <code>{token.prefix}…</code>,
          <RoleName role={(token.reach ?? token).role} />,
          <Reach model={model} siteId={(token.reach ?? token).siteId} />,
          <Maker model={model} token={token} />,
          token.lastUsedAt ? <Moment at={token.lastUsedAt} now={model.now} /> : people.never,
          <TokenForms token={token} />,
        ],
      }))}
    />
  )
}

type TokenProps = { token: ListedToken }

/** The maker of a token, and whether the maker's access stops or limits it. */
function Maker({ model, token }: TokenProps & { model: PeoplePageModel }): VNode {
  const { people } = useWords()
  const { madeBy, reach, role, siteId } = token
  const isNarrowed = reach && (reach.role !== role || reach.siteId !== siteId)
  return (
    <>
      {madeBy ? <bdi>{model.makers.get(madeBy) ?? madeBy}</bdi> : people.makerUnknown}{' '}
      {!reach && <span class="tag">{people.stopped}</span>}
      {isNarrowed && <span class="tag">{people.narrowed}</span>}
    </>
  )
}

function TokenForms({ token: { id, name, reach } }: TokenProps): VNode {
  const { people } = useWords()
  return (
    <>
      {!reach && (
        <form method="post" action={`/console/tokens/${id}/take-over`}>
          <button type="submit" aria-label={people.takeOverOf(name)}>
            {people.takeOver}
          </button>
        </form>
      )}
      <form method="post" action={`/console/tokens/${id}/revoke`}>
        <button type="submit" aria-label={people.revokeOf(name)}>
          {people.revoke}
        </button>
      </form>
    </>
  )
}

const RoleName = ({ role }: { role: string }): VNode => (
  <>{useWords().account.role[role as 'owner']}</>
)

type AccessRow = { name: string; isYou?: boolean; cells: ComponentChildren[] }
type AccessTableProps = { label: string; columns: string[]; rows: AccessRow[] }

/** Who has access, by name; the last cell of a row is what can be done about it. */
function AccessTable({ label, columns, rows }: AccessTableProps): VNode {
  const { people } = useWords()
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            {[people.name, ...columns].map((column) => (
              <th scope="col">{column}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, isYou, cells }) => (
            <tr>
              <th scope="row">
                <bdi>{name}</bdi> {isYou && <span class="tag">{people.you}</span>}
              </th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
