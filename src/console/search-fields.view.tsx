import type { VNode } from 'preact'
import { statuses } from '../comments/comment'
import { reasonCodes } from '../comments/reason'
import { type SearchForm, scoreBounds } from '../moderation/search-form'
import { scoreNames } from '../scoring/score'
import { reasonLabel } from './moderator-reasons'
import { PartField } from './part-field.view'
import { type SiteChoice, SiteField } from './site-field.view'
import { useWords } from './words.view'

type Named = { id: string; name: string }

export type SearchChoices = {
  sites: readonly SiteChoice[]
  sections: readonly string[]
  /** Of owners; the built-in ones are known. */
  rules: readonly Named[]
  moderators: readonly Named[]
}

type FieldsProps = { form: SearchForm; choices: SearchChoices }

export function SearchFields({ form, choices }: FieldsProps): VNode {
  const { search, status, queue } = useWords()
  return (
    <form class="search" method="get" action="/console/search" autocomplete="off">
      <Text name="q" label={search.text} value={form.q} />
      <Text name="author" label={search.author} value={form.author} />
      <Choice
        name="status"
        label={search.status}
        any={search.anyStatus}
        chosen={form.status}
        options={statuses.map((one) => ({ id: one, name: status[one] }))}
      />
      <Text name="from" label={search.from} value={form.from} isDate />
      <Text name="to" label={search.to} value={form.to} isDate />
      <SiteField sites={choices.sites} chosen={form.site} all={queue.allSites} />
      <PartField of="section" names={choices.sections} chosen={form.section || undefined} />
      <Text name="article" label={search.article} value={form.article} />
      <DecisionFields form={form} choices={choices} />
      <ScoreFields form={form} />
      <p class="search-submit">
        <button type="submit" class="primary">
          {search.submit}
        </button>
      </p>
    </form>
  )
}

/** Why it stands where it stands, and who or what had a say in it. */
function DecisionFields({ form, choices }: FieldsProps): VNode {
  const words = useWords()
  const { search } = words
  const builtIn = Object.entries(words.builtInRules).map(([id, name]) => ({ id, name }))
  return (
    <>
      <Choice
        name="rule"
        label={search.rule}
        any={search.anyRule}
        chosen={form.rule}
        options={[...choices.rules, ...builtIn]}
      />
      <Choice
        name="moderator"
        label={search.moderator}
        any={search.anybody}
        chosen={form.moderator}
        options={choices.moderators}
      />
      <Choice
        name="reason"
        label={search.reason}
        any={search.anyReason}
        chosen={form.reason}
        options={reasonCodes.map((code) => ({ id: code, name: reasonLabel(words, code) }))}
      />
    </>
  )
}

type ChoiceProps = {
  name: string
  label: string
  /** What stands for no choice. */
  any: string
  chosen: string
  options: readonly Named[]
}

function Choice({ name, label, any, chosen, options }: ChoiceProps): VNode {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {options.map((one) => (
          <option value={one.id} selected={one.id === chosen}>
            {one.name}
          </option>
        ))}
      </select>
    </p>
  )
}

type TextProps = { name: string; label: string; value: string; isDate?: boolean }

function Text({ name, label, value, isDate }: TextProps): VNode {
  const shared = { id: name, name, value }
  return (
    <p class={`field-${name}`}>
      <label for={name}>{label}</label>
      {isDate ? (
        <input type="date" {...shared} />
      ) : (
        <input type="search" maxlength={200} dir="auto" {...shared} />
      )}
    </p>
  )
}

function ScoreFields({ form }: { form: SearchForm }): VNode {
  const { search, score } = useWords()
  const isUsed = (bound: 'min' | 'max') => Object.keys(scoreBounds(form, bound)).length > 0
  return (
    <details class="score-bounds" open={isUsed('min') || isUsed('max')}>
      <summary>{search.scores}</summary>
      <div>
        {scoreNames.map((name) => (
          <fieldset>
            <legend>{score[name]}</legend>
            <Bound form={form} name={`min_${name}`} label={search.atLeast} />
            <Bound form={form} name={`max_${name}`} label={search.atMost} />
          </fieldset>
        ))}
      </div>
    </details>
  )
}

type BoundName = Extract<keyof SearchForm, `min_${string}` | `max_${string}`>

const Bound = ({ form, name, label }: { form: SearchForm; name: BoundName; label: string }) => (
  <p>
    <label for={name}>{label}</label>
    <input id={name} name={name} type="number" min={0} max={1} step={0.01} value={form[name]} />
  </p>
)
