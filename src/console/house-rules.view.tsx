import type { VNode } from 'preact'
import type { HouseRules } from '../sites/house-rules'
import { HouseRulesText } from '../web/house-rules-blocks.view'
import { houseRulesPath } from '../web/paths'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Moment } from './marked-text.view'
import { Said } from './said.view'
import { Scrolled } from './scrolled.view'
import { type SiteChoice, SiteField } from './site-field.view'
import type { DiffPart } from './text-diff'
import { TextDiff } from './text-diff.view'
import { useWords } from './words.view'

export const houseRulesHref = (site: string, from?: number): string =>
  `/console/house-rules?${new URLSearchParams({ site, ...(from ? { from: String(from) } : {}) })}`

const editPath = (site: string): string => `/console/house-rules/${encodeURIComponent(site)}`

export const versionHref = (site: string, version: number): string => `${editPath(site)}/${version}`

type Brief = Omit<HouseRules, 'text'>
export type HouseRulesFrame = { frame: Omit<Frame, 'title'>; site: SiteChoice }

/** What is different; null when the texts have too little in common. */
export type Changes = readonly DiffPart[] | null

export type HouseRulesPageModel = HouseRulesFrame & {
  sites: readonly SiteChoice[]
  current: HouseRules | undefined
  versions: readonly Brief[]
  /** Names for authors that are kept as ids. */
  who(actor: string): string
  typed: { text: string; comment: string }
  problems: { text?: string | undefined; comment?: string | undefined; page?: string | undefined }
  /** As it would be, with what is different. */
  preview?: { text: string; changes: Changes } | undefined
  notice?: string | undefined
  now: Date
}

export function renderHouseRulesPage(model: HouseRulesPageModel): string {
  const { frame, site, sites, current, notice, problems } = model
  const { houseRules } = frame.words
  return renderConsolePage(
    { ...frame, title: houseRules.title },
    <div class="story-page">
      <h1>
        {houseRules.title}: <bdi>{site.name}</bdi>
      </h1>
      <p class="muted">{houseRules.intro}</p>
      <Said notice={notice} problem={problems.page} />
      {sites.length > 1 && (
        <form class="search" method="get" action="/console/house-rules">
          <SiteField sites={sites} chosen={site.slug} />
          <p>
            <button type="submit">{houseRules.open}</button>
          </p>
        </form>
      )}
      {model.preview && <Preview preview={model.preview} hasCurrent={current !== undefined} />}
      <EditForm {...model} />
      <CurrentPanel site={site} current={current} />
      <Versions {...model} />
    </div>,
  )
}

function Preview({
  preview,
  hasCurrent,
}: {
  preview: NonNullable<HouseRulesPageModel['preview']>
  hasCurrent: boolean
}): VNode {
  const { houseRules } = useWords()
  return (
    <section class="panel" id="preview">
      <h2>{houseRules.previewTitle}</h2>
      <div class="house-rules">
        <HouseRulesText text={preview.text} />
      </div>
      {hasCurrent && (
        <>
          <h3>{houseRules.changesTitle}</h3>
          <ChangesText changes={preview.changes} />
        </>
      )}
    </section>
  )
}

export function ChangesText({ changes }: { changes: Changes }): VNode {
  const { houseRules } = useWords()
  if (!changes) return <p class="muted">{houseRules.tooDifferent}</p>
  if (changes.every(({ kind }) => kind === 'same'))
    return <p class="muted">{houseRules.noChanges}</p>
  return <TextDiff parts={changes} />
}

function CurrentPanel({ site, current }: Pick<HouseRulesPageModel, 'site' | 'current'>): VNode {
  const { houseRules } = useWords()
  if (!current) return <p class="panel muted">{houseRules.none}</p>
  return (
    <section class="panel">
      <h2>{houseRules.current(current.version)}</h2>
      <div class="house-rules">
        <HouseRulesText text={current.text} />
      </div>
      <p>
        <a href={houseRulesPath(site.slug)}>{houseRules.onSite}</a>
      </p>
    </section>
  )
}

function EditForm({ site, current, typed, problems }: HouseRulesPageModel): VNode {
  const { houseRules } = useWords()
  const path = editPath(site.slug)
  return (
    <form class="panel stacked" method="post" action={path} aria-labelledby="write-title">
      <h2 id="write-title">{houseRules.write}</h2>
      <input type="hidden" name="after" value={current?.version ?? 0} />
      <label for="text">{houseRules.text}</label>
      <p class="muted" id="text-hint">
        {houseRules.textHint}
      </p>
      <FieldProblem id="text" problem={problems.text} />
      <textarea
        id="text"
        name="text"
        rows={14}
        required
        maxlength={10_000}
        dir="auto"
        {...described('text', problems.text)}
        value={typed.text}
      />
      <label for="change">{houseRules.comment}</label>
      <p class="muted" id="change-hint">
        {houseRules.commentHint}
      </p>
      <FieldProblem id="change" problem={problems.comment} />
      <input
        id="change"
        name="comment"
        maxlength={300}
        dir="auto"
        autocomplete="off"
        value={typed.comment}
        {...described('change', problems.comment)}
      />
      <div class="setting-value">
        <button type="submit" class="primary">
          {houseRules.publish}
        </button>
        <button type="submit" formaction={`${path}/preview#preview`}>
          {houseRules.preview}
        </button>
      </div>
    </form>
  )
}

const FieldProblem = ({ id, problem }: { id: string; problem: string | undefined }) =>
  problem ? (
    <p class="problem" id={`${id}-problem`} role="alert">
      {problem}
    </p>
  ) : null

const described = (id: string, problem: string | undefined) => ({
  'aria-invalid': problem ? ('true' as const) : undefined,
  'aria-describedby': problem ? `${id}-problem ${id}-hint` : `${id}-hint`,
})

function Versions({ site, versions, who, now }: HouseRulesPageModel): VNode | null {
  const { houseRules } = useWords()
  if (versions.length === 0) return null
  return (
    <section class="panel">
      <h2>{houseRules.versions}</h2>
      <Scrolled label={houseRules.versions}>
        <table>
          <thead>
            <tr>
              <th scope="col">{houseRules.version}</th>
              <th scope="col">{houseRules.at}</th>
              <th scope="col">{houseRules.by}</th>
              <th scope="col">{houseRules.comment}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, author, comment, createdAt }) => (
              <tr>
                <th scope="row">
                  <a href={versionHref(site.slug, version)}>{houseRules.versionOf(version)}</a>
                </th>
                <td>
                  <Moment at={createdAt} now={now} />
                </td>
                <td dir="auto">{who(author)}</td>
                <td dir="auto">{comment}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  )
}
