import type { VNode } from 'preact'
import { defaultPack } from '../../rules/default-pack'
import { fieldPaths } from '../../rules/fields'
import { Scrolled } from '../scrolled.view'
import { useWords } from '../words.view'
import { typeInWords } from './completions'
import type { EditorModel } from './editor-model'
import { fieldLabel } from './rows-in-words'

/** Conditions to begin with, and every word of the language. */
export function Reference({ form, banks }: EditorModel): VNode {
  const { reference } = useWords().rulesEditor
  return (
    <div class="references" id="references">
      <details class="panel">
        <summary>{reference.examples}</summary>
        <Examples />
      </details>
      {form.way === 'text' && (
        <details class="panel">
          <summary>{reference.title}</summary>
          <FieldTable />
          <h3>{reference.functions}</h3>
          <dl class="functions">
            {[...banks.lists].map((name) => (
              <BankEntry kind="list" name={name} />
            ))}
            {[...banks.patterns].map((name) => (
              <BankEntry kind="pattern" name={name} />
            ))}
            <Functions />
          </dl>
        </details>
      )}
    </div>
  )
}

function Examples(): VNode {
  const { rulesEditor } = useWords()
  return (
    <ul class="lines">
      {defaultPack.rules.map(({ key, document }) => {
        const { name, explain } = rulesEditor.examples[key] ?? document
        return (
          <li class="example">
            <p>
              <b>{name}</b> <span class="muted">{explain}</span>
            </p>
            <pre class="condition" dir="ltr">
              <code>{document.when}</code>
            </pre>
            <button
              type="submit"
              name="do"
              value={`take:${key}`}
              data-swap="condition references"
              aria-label={rulesEditor.reference.takeOf(name)}
            >
              {rulesEditor.reference.take}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function FieldTable(): VNode {
  const words = useWords()
  const { reference } = words.rulesEditor
  return (
    <Scrolled label={reference.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{reference.field}</th>
            <th scope="col">{reference.type}</th>
            <th scope="col">{reference.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {fieldPaths.map((path) => (
            <tr>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>{typeInWords(words, path)}</td>
              <td>{words.ruleFields.descriptions[path]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

const BankEntry = ({ kind, name }: { kind: 'list' | 'pattern'; name: string }): VNode => (
  <div>
    <dt>
      <code>{`${kind}("${name}")`}</code>
    </dt>
    <dd>{fieldLabel(useWords(), kind)}</dd>
  </div>
)

const Functions = (): VNode => (
  <>
    {useWords().ruleFields.functions.map(([text, meaning]) => (
      <div>
        <dt>
          <code>{text}</code>
        </dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </>
)
