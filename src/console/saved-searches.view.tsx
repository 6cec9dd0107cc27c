import type { VNode } from 'preact'
import { longestSearchName, type SavedSearch } from '../moderation/saved-search.store'
import { useWords } from './words.view'

/** What was wrong with a name: of a new search, or of the one that was to be renamed. */
export type SaveProblem = {
  fault: 'unnamed' | 'taken' | 'full'
  name: string
  /** Of the search that was to be renamed. */
  id?: string
}

export type SavedModel = {
  searches: readonly SavedSearch[]
  /** Of the search that is shown; null before anything was asked for. */
  query: string | null
  problem?: SaveProblem | undefined
}

type SavedProps = { saved: SavedModel; isOwner: boolean }

/** The searches that are kept; whoever may change one finds its forms beside it. */
export function SavedSearches({ saved, isOwner }: SavedProps): VNode {
  const words = useWords().saved
  return (
    <section class="panel saved-searches" aria-labelledby="saved-title">
      <h2 id="saved-title">{words.title}</h2>
      {saved.searches.length === 0 && saved.query === null && <p class="muted">{words.none}</p>}
      {saved.searches.length > 0 && (
        <ul>
          {saved.searches.map((search) => (
            <Saved
              key={search.id}
              search={search}
              saved={saved}
              mayChange={isOwner || (search.isMine && !search.shared)}
            />
          ))}
        </ul>
      )}
      {saved.query !== null && <SaveForm saved={saved} isOwner={isOwner} />}
    </section>
  )
}

type OneProps = { search: SavedSearch; saved: SavedModel; mayChange: boolean }

function Saved({ search, saved, mayChange }: OneProps): VNode {
  const words = useWords().saved
  const isShown = search.query === saved.query
  return (
    <li>
      <a
        href={`/console/search?${search.query || 'q='}`}
        aria-current={isShown ? 'true' : undefined}
      >
        <bdi>{search.name}</bdi>
      </a>
      {search.shared && <span class="tag">{search.isMine ? words.sharedOwn : words.shared}</span>}
      {mayChange && <ChangeForms search={search} saved={saved} />}
    </li>
  )
}

function ChangeForms({ search, saved }: Omit<OneProps, 'mayChange'>): VNode {
  const words = useWords().saved
  const problem = saved.problem?.id === search.id ? saved.problem : undefined
  const path = `/console/saved-searches/${search.id}`
  const nameId = `name-${search.id}`
  return (
    <details open={problem !== undefined}>
      <summary aria-label={words.changeOf(search.name)}>{words.change}</summary>
      <form class="inline-form" method="post" action={`${path}/rename`}>
        <input type="hidden" name="query" value={saved.query ?? ''} />
        <label for={nameId}>{words.name}</label>
        <NameField id={nameId} value={problem?.name ?? search.name} problem={problem} />
        <button type="submit">{words.rename}</button>
      </form>
      <form class="inline-form" method="post" action={`${path}/delete`}>
        <input type="hidden" name="query" value={saved.query ?? ''} />
        <button type="submit">{words.delete}</button>
      </form>
    </details>
  )
}

function SaveForm({ saved, isOwner }: SavedProps): VNode {
  const words = useWords().saved
  const problem = saved.problem?.id === undefined ? saved.problem : undefined
  return (
    <form class="inline-form" method="post" action="/console/saved-searches">
      <input type="hidden" name="query" value={saved.query ?? ''} />
      <label for="search-name">{words.saveThis}</label>
      <NameField id="search-name" value={problem?.name ?? ''} problem={problem} />
      {isOwner && (
        <label class="tick">
          <input type="checkbox" name="shared" /> {words.share}
        </label>
      )}
      <button type="submit">{words.save}</button>
    </form>
  )
}

type NameProps = { id: string; value: string; problem: SaveProblem | undefined }

function NameField({ id, value, problem }: NameProps): VNode {
  const words = useWords().saved
  return (
    <>
      <input
        id={id}
        name="name"
        type="text"
        value={value}
        required
        maxlength={longestSearchName}
        placeholder={words.name}
        autocomplete="off"
        dir="auto"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem && `${id}-error`}
      />
      {problem && (
        <span class="problem" id={`${id}-error`} role="alert">
          {words.problems[problem.fault]}
        </span>
      )}
    </>
  )
}
