import type { VNode } from 'preact'
import type { OtherVerdict } from '../../rules/try-rule.flow'
import { findingInWords } from '../finding-words'
import { FindingText, LeafText } from '../finding-words.view'
import { leafInWords } from '../leaf-words'
import { markedPieces } from '../marked-text'
import { reasonLabel } from '../moderator-reasons'
import { Scrolled } from '../scrolled.view'
import { useWords } from '../words.view'
import type { EditorModel, Tried } from './editor-model'
import { ModeTag } from './rule-parts.view'

/** One comment, part by part. */
export function TryPanel(model: EditorModel): VNode {
  const { tests, recent, tried, tryProblem, focus } = model
  const { try: text } = useWords().rulesEditor
  return (
    <section class="panel stacked test-panel" aria-labelledby="try-title">
      <h2 id="try-title">{text.title}</h2>
      <p class="muted">{text.intro}</p>
      <label for="try_body">{text.body}</label>
      <textarea
        id="try_body"
        name="try_body"
        rows={4}
        maxlength={5000}
        dir="auto"
        value={tests.body}
      />
      {recent.length > 0 && (
        <>
          <label for="try_recent">{text.recent}</label>
          <select id="try_recent" name="try_recent">
            <option value="">{text.recentNone}</option>
            {recent.map(({ commentId, author, body }) => (
              <option value={commentId} selected={commentId === tests.recent}>
                {text.recentLine(author, body)}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="try_id">{text.id}</label>
      <input id="try_id" name="try_id" maxlength={300} autocomplete="off" value={tests.id} />
      <button type="submit" name="do" value="try" data-swap="tried condition">
        {text.submit}
      </button>
      <div id="tried" class="result" tabindex={-1} autofocus={focus === 'tried'}>
        {tryProblem && (
          <p class="problem" role="alert">
            {tryProblem}
          </p>
        )}
        {tried && <Result tried={tried} />}
      </div>
    </section>
  )
}

function Result({ tried }: { tried: Tried }): VNode {
  const words = useWords()
  const { try: text } = words.rulesEditor
  return (
    <>
      <p role="status" class={tried.result ? 'verdict is-true' : 'verdict is-false'}>
        <span aria-hidden="true">{tried.result ? '✓' : '✗'}</span>{' '}
        <b>{tried.result ? text.met : text.notMet}</b>
      </p>
      <MarkedCondition tried={tried} />
      <h3>{text.parts}</h3>
      <Scrolled label={text.parts}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.part}</th>
              <th scope="col">{text.saw}</th>
              <th scope="col">{text.result}</th>
            </tr>
          </thead>
          <tbody>
            {tried.leaves.map((leaf) => (
              <LeafRow leaf={leaf} />
            ))}
          </tbody>
        </table>
      </Scrolled>
      <h3>{text.others}</h3>
      <Others others={tried.others} />
    </>
  )
}

function LeafRow({ leaf }: { leaf: Tried['leaves'][number] }): VNode {
  const words = useWords()
  const { try: text } = words.rulesEditor
  const said = leafInWords(words, leaf)
  return (
    <tr>
      <th scope="row">
        <LeafText leaf={{ ...said, isSaid: true }} />
        {!said.isCode && (
          <>
            <br />
            <code class="muted">{said.source}</code>
          </>
        )}
      </th>
      <td dir="auto">{said.value || '–'}</td>
      <td class={leaf.result ? 'is-true' : 'is-false'}>
        <span aria-hidden="true">{leaf.result ? '✓' : '✗'}</span>{' '}
        {leaf.result ? text.true : text.false}
      </td>
    </tr>
  )
}

/** The condition with each part marked by what it came to: by colour, by line and by sign. */
function MarkedCondition({ tried: { text, leaves } }: { tried: Tried }): VNode {
  const { try: words } = useWords().rulesEditor
  const marks = leaves.map(({ start, end }, index) => ({ start, end, label: String(index) }))
  return (
    <pre class="condition" dir="ltr">
      <code>
        {markedPieces(text, marks).map(({ text: piece, labels: [label] }) => {
          const leaf = label === undefined ? undefined : leaves[Number(label)]
          if (!leaf) return piece
          return (
            <mark class={leaf.result ? 'is-true' : 'is-false'}>
              <span aria-hidden="true">{leaf.result ? '✓ ' : '✗ '}</span>
              {piece}
              <span class="visually-hidden"> ({leaf.result ? words.true : words.false})</span>
            </mark>
          )
        })}
      </code>
    </pre>
  )
}

function Others({ others }: { others: readonly OtherVerdict[] }): VNode {
  const words = useWords()
  const { try: text } = words.rulesEditor
  const matched = others.filter((one) => one.matched)
  if (matched.length === 0) return <p class="muted">{text.othersNone}</p>
  return (
    <>
      <ul class="lines">
        {matched.map(({ rule, name, mode, action, reason, ...said }) => (
          <li>
            <b>
              <bdi>{words.builtInRules[rule] ?? name}</bdi>
            </b>{' '}
            {mode === 'shadow' && <ModeTag mode="shadow" />}{' '}
            <span class="tag">
              {words.ruleAction[action as keyof typeof words.ruleAction] ?? action}
            </span>{' '}
            {reason && <span class="tag">{reasonLabel(words, reason)}</span>}{' '}
            <span class="muted" dir="auto">
              <FindingText said={findingInWords(words, { rule, ...said })} />
            </span>
          </li>
        ))}
      </ul>
      <p class="muted">{text.silent(others.length - matched.length)}</p>
    </>
  )
}
