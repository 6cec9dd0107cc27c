import type { VNode } from 'preact'
import { useWords } from './words.view'

/** Which sites new access may be given for: those of who gives it. */
export type ReachModel = {
  visitor: { siteId: string | null }
  sites: readonly { id: string; slug: string; name: string }[]
}

type AccessFieldsProps = {
  reach: ReachModel
  /** Keeps the ids of two forms apart. */
  prefix: string
  /** Absent for new access. */
  chosen?: { role: string; siteId: string | null }
}

/** Role and site of access. */
export function AccessFields({ reach, prefix, chosen }: AccessFieldsProps): VNode {
  const { account, people } = useWords()
  return (
    <>
      <p>
        <label for={`${prefix}-role`}>{people.role}</label>
        <select id={`${prefix}-role`} name="role">
          <option value="moderator">{account.role.moderator}</option>
          <option value="owner" selected={chosen?.role === 'owner'}>
            {account.role.owner}
          </option>
        </select>
      </p>
      {reach.visitor.siteId === null && (
        <p>
          <label for={`${prefix}-site`}>{people.reach}</label>
          <select id={`${prefix}-site`} name="site">
            <option value="">{account.allSites}</option>
            {reach.sites.map(({ id, slug, name }) => (
              <option value={slug} selected={chosen?.siteId === id}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  )
}

/** What was typed of somebody; a password is typed again. */
export type TypedPerson = { name: string; email: string; role: string; siteId: string | null }

export function NameField({ value }: { value: string | undefined }): VNode {
  const { people } = useWords()
  return (
    <p>
      <label for="person-name">{people.name}</label>
      <input
        id="person-name"
        name="name"
        required
        maxlength={100}
        autocomplete="off"
        value={value}
      />
    </p>
  )
}

export function PersonForm({ typed, ...reach }: ReachModel & { typed?: TypedPerson }): VNode {
  const { people } = useWords()
  return (
    <details open={typed !== undefined}>
      <summary>{people.add}</summary>
      <form class="search" method="post" action="/console/people">
        <NameField value={typed?.name} />
        <p>
          <label for="person-email">{people.email}</label>
          <input
            id="person-email"
            name="email"
            type="email"
            required
            autocomplete="off"
            value={typed?.email}
          />
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
        <AccessFields reach={reach} prefix="person" {...(typed && { chosen: typed })} />
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

export function TokenForm(reach: ReachModel): VNode {
  const { people } = useWords()
  return (
    <details>
      <summary>{people.addToken}</summary>
      <form class="search" method="post" action="/console/tokens">
        <p>
          <label for="token-name">{people.name}</label>
          <input id="token-name" name="name" required maxlength={100} autocomplete="off" />
        </p>
        <AccessFields reach={reach} prefix="token" />
        <p>
          <button type="submit" class="primary">
            {people.makeToken}
          </button>
        </p>
      </form>
    </details>
  )
}
