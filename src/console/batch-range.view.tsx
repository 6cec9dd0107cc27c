import type { VNode } from 'preact'
import { scoreNames } from '../scoring/score'
import { type BatchForm, batchStates } from './batch-form'
import { PartField } from './part-field.view'
import { type SiteChoice, SiteField } from './site-field.view'
import { useWords } from './words.view'

type RangeFormProps = {
  form: BatchForm
  sites: readonly SiteChoice[]
  sections: readonly string[]
  queues: readonly string[]
}

/** Part of the queue, score and range: what the page shows. */
export function RangeForm({ form, sites, sections, queues }: RangeFormProps): VNode {
  const { batch, queue, score } = useWords()
  return (
    <form class="search" id="range" method="get" action="/console/queue/batch" autocomplete="off">
      <p>
        <label for="state">{batch.state}</label>
        <select id="state" name="state">
          {batchStates.map((state) => (
            <option value={state} selected={state === form.state}>
              {queue.states[state]}
            </option>
          ))}
        </select>
      </p>
      <SiteField sites={sites} chosen={form.site} all={queue.allSites} />
      <PartField of="section" names={sections} chosen={form.section} />
      <PartField of="queue" names={queues} chosen={form.queue} />
      <p>
        <label for="score">{batch.score}</label>
        <select id="score" name="score">
          {scoreNames.map((name) => (
            <option value={name} selected={name === form.score}>
              {score[name]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit" class="primary">
          {batch.show}
        </button>
      </p>
    </form>
  )
}

/** The two numbers, and the same two as one line to be moved by a script. */
export function Ends({ form }: { form: BatchForm }): VNode {
  const { batch } = useWords()
  return (
    <div class="ends">
      <End end="from" value={form.from} />
      <div class="two-ended needs-script">
        {(['from', 'to'] as const).map((end) => (
          <input
            type="range"
            data-end={end}
            aria-label={batch[end]}
            min={0}
            max={1}
            step={0.05}
            value={form[end]}
          />
        ))}
      </div>
      <End end="to" value={form.to} />
      <button type="submit" form="range" class="without-script">
        {batch.show}
      </button>
    </div>
  )
}

function End({ end, value }: { end: 'from' | 'to'; value: number }): VNode {
  const { batch } = useWords()
  const shared = { id: end, name: end, form: 'range', value }
  return (
    <p>
      <label for={end}>{batch[end]}</label>
      <input type="number" min={0} max={1} step={0.01} {...shared} />
    </p>
  )
}
