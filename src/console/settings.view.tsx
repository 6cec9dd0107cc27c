import type { VNode } from 'preact'
import { scoreNames } from '../scoring/score'
import type { Site } from '../sites/site'
import { type Frame, renderConsolePage } from './console-frame.view'
import { Said } from './said.view'
import { Scrolled } from './scrolled.view'
import { SettingRow, ThresholdCell } from './setting-field.view'
import {
  type SettingGroupName,
  type SettingPath,
  settingGroups,
  thresholdActions,
} from './settings-fields'
import type { TypedSettings } from './settings-form'
import type { FieldModel, SettingProblems } from './settings-model'
import { fieldModel } from './settings-model'
import { type SiteChoice, SiteField } from './site-field.view'
import { useWords } from './words.view'

export const settingsHref = (site: string): string =>
  `/console/settings?${new URLSearchParams({ site })}`

export const settingsPath = (site: string): string =>
  `/console/settings/${encodeURIComponent(site)}`

export const learningHref = (site: string): string => `${settingsPath(site)}/learning`

export type SettingsPageModel = {
  frame: Omit<Frame, 'title'>
  site: Site
  sites: readonly SiteChoice[]
  typed: TypedSettings
  /** Names the settings that were read: others may save meanwhile. */
  mark: string
  problems: SettingProblems
  isOvertaken: boolean
  notice?: string | undefined
  /** What was typed as the name, when it cannot be used. */
  wrongName?: string | undefined
}

export function renderSettingsPage(model: SettingsPageModel): string {
  const { frame, site, sites, notice, problems, isOvertaken } = model
  const { settings } = frame.words
  const problem =
    problems.size > 0 ? settings.wrong(problems.size) : isOvertaken ? settings.overtaken : undefined
  return renderConsolePage(
    { ...frame, title: settings.title, script: 'settings' },
    <div class="story-page settings">
      <h1>
        {settings.title}: <bdi>{site.name}</bdi>
      </h1>
      <p class="muted">{settings.intro}</p>
      <Said notice={notice} problem={problem} />
      {sites.length > 1 && (
        <form class="search" method="get" action="/console/settings">
          <SiteField sites={sites} chosen={site.slug} />
          <p>
            <button type="submit">{settings.open}</button>
          </p>
        </form>
      )}
      <NameForm site={site} wrongName={model.wrongName} />
      <SettingsForm {...model} />
    </div>,
  )
}

function NameForm({ site, wrongName }: { site: Site; wrongName: string | undefined }): VNode {
  const { settings } = useWords()
  const isWrong = wrongName !== undefined
  return (
    <form class="panel stacked" method="post" action={`${settingsPath(site.slug)}/name`}>
      <label for="site-name">{settings.name}</label>
      <p class="muted" id="site-name-hint">
        {settings.nameHint}
      </p>
      {isWrong && (
        <p class="problem" id="site-name-problem" role="alert">
          {settings.nameWrong}
        </p>
      )}
      <div class="setting-value">
        <input
          id="site-name"
          name="name"
          required
          maxlength={100}
          dir="auto"
          value={wrongName ?? site.name}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby={isWrong ? 'site-name-problem site-name-hint' : 'site-name-hint'}
        />
        <button type="submit">{settings.rename}</button>
      </div>
    </form>
  )
}

/** One form: the first button is what Enter presses. */
function SettingsForm(model: SettingsPageModel): VNode {
  const { settings } = useWords()
  return (
    <form
      class="settings-form"
      method="post"
      action={settingsPath(model.site.slug)}
      autocomplete="off"
      novalidate
    >
      <input type="hidden" name="mark" value={model.mark} />
      <div class="settings-bar">
        <button type="submit" class="primary">
          {settings.save}
        </button>
        <nav aria-label={settings.groupsLabel}>
          <ul>
            {settingGroups.map(({ name }) => (
              <li>
                <a href={`#${name}`}>{settings.groups[name].title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {settingGroups.map(({ name, fields }) => (
        <SettingGroup model={model} name={name} paths={fields} />
      ))}
      <p>
        <button type="submit" class="primary">
          {settings.save}
        </button>
      </p>
    </form>
  )
}

type GroupProps = {
  model: SettingsPageModel
  name: SettingGroupName
  paths: readonly SettingPath[]
}

function SettingGroup({ model, name, paths }: GroupProps): VNode {
  const words = useWords()
  const { settings } = words
  const { title, intro } = settings.groups[name]
  const usualPath = `${settingsPath(model.site.slug)}/usual`
  const fields = paths.map((path) => fieldModel(path, model, words))
  return (
    <section class="panel" id={name}>
      <h2>{title}</h2>
      <p class="muted">{intro}</p>
      {name === 'thresholds' ? (
        <Thresholds fields={fields} usualPath={usualPath} />
      ) : (
        fields.map((field) => <SettingRow field={field} usualPath={usualPath} />)
      )}
      {name === 'learning' && (
        <p>
          <a href={learningHref(model.site.slug)}>{words.learnt.link}</a>
        </p>
      )}
    </section>
  )
}

function Thresholds({ fields, usualPath }: { fields: FieldModel[]; usualPath: string }): VNode {
  const words = useWords()
  const { settings } = words
  return (
    <Scrolled label={settings.groups.thresholds.title}>
      <table class="thresholds">
        <thead>
          <tr>
            <th scope="col">{settings.score}</th>
            {thresholdActions.map((action) => (
              <th scope="col">{settings.thresholdHeads[action]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scoreNames.map((score) => (
            <ThresholdRow
              title={words.score[score]}
              fields={fields.filter(({ path }) => path.startsWith(`thresholds.${score}.`))}
              usualPath={usualPath}
            />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

type RowProps = { title: string; fields: FieldModel[]; usualPath: string }

function ThresholdRow({ title, fields, usualPath }: RowProps): VNode {
  const { settings } = useWords()
  const lacking = thresholdActions.length - fields.length
  return (
    <tr>
      <th scope="row">{title}</th>
      {fields.map((field) => (
        <td>
          <ThresholdCell field={field} usualPath={usualPath} />
        </td>
      ))}
      {lacking > 0 && (
        <td class="muted" colspan={lacking}>
          {settings.neverRefuses}
        </td>
      )}
    </tr>
  )
}
