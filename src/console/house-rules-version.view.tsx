import type { HouseRules } from '../sites/house-rules'
import { HouseRulesText } from '../web/house-rules-blocks.view'
import { houseRulesPath } from '../web/paths'
import { renderConsolePage } from './console-frame.view'
import { type Changes, ChangesText, type HouseRulesFrame, houseRulesHref } from './house-rules.view'

export type VersionPageModel = HouseRulesFrame & {
  rules: HouseRules
  who(actor: string): string
  /** Absent for the first version. */
  changes?: Changes
}

export function renderVersionPage({ frame, site, rules, who, changes }: VersionPageModel): string {
  const { houseRules, dateTime } = frame.words
  const title = houseRules.versionOf(rules.version)
  return renderConsolePage(
    { ...frame, title: `${houseRules.title}: ${title}` },
    <div class="story-page">
      <p>
        <a href={houseRulesHref(site.slug)}>{houseRules.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="muted">
        {dateTime(rules.createdAt)}, <bdi>{who(rules.author)}</bdi>
        {rules.comment && (
          <>
            : <span dir="auto">{rules.comment}</span>
          </>
        )}
      </p>
      <div class="panel house-rules">
        <HouseRulesText text={rules.text} />
      </div>
      {changes !== undefined && (
        <section class="panel">
          <h2>{houseRules.changesSince(rules.version - 1)}</h2>
          <ChangesText changes={changes} />
        </section>
      )}
      <p class="setting-value">
        <a class="button" href={houseRulesHref(site.slug, rules.version)}>
          {houseRules.useAgain}
        </a>
        <a href={houseRulesPath(site.slug, rules.version)}>{houseRules.onSite}</a>
      </p>
    </div>,
  )
}
