import type { VNode } from 'preact'
import type { AuditEvent } from '../audit/audit'
import { commentHref } from './addresses'
import { factsOf } from './audit-facts'
import { type Names, nameOf } from './card-model'
import { Scrolled } from './scrolled.view'
import { nameInWords } from './why.view'
import { useWords } from './words.view'

type Audited = {
  events: readonly AuditEvent[]
  names: Names
  /** Events are of more than one comment. */
  hasLinks?: boolean
}

/** Events in words; their codes are beside them, and their facts as stored in a title. */
export function AuditTable({ events, names, hasLinks = false }: Audited): VNode {
  const words = useWords()
  const { comment, audit } = words
  const who = (actor: string) => nameInWords(nameOf(actor, names), words.who)
  const told = {
    words,
    who,
    rule: (id: string) => names.rules.get(id)?.name,
    article: (id: string) => names.articles?.get(id),
  }
  return (
    <Scrolled label={comment.audit}>
      <table class="audit">
        <thead>
          <tr>
            <th scope="col">{audit.number}</th>
            <th scope="col">{comment.at}</th>
            <th scope="col">{comment.event}</th>
            <th scope="col">{comment.by}</th>
            <th scope="col">{comment.facts}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ seq, at, type, actor, data, comment_id }) => (
            <tr>
              <td class="number">{words.number(seq)}</td>
              <td class="nowrap">
                <time datetime={at.toISOString()}>{words.dateTime(at)}</time>
              </td>
              <td>
                <Event type={type} />
              </td>
              <td dir="auto">{who(actor)}</td>
              <td dir="auto" title={JSON.stringify(data)}>
                {hasLinks && comment_id && (
                  <>
                    <a href={commentHref(comment_id)}>{audit.aComment}</a>{' '}
                  </>
                )}
                {factsOf(data, told)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Event({ type }: { type: string }): VNode {
  const events: Record<string, string> = useWords().audit.events
  const text = events[type]
  return (
    <>
      {text} <code class={text && 'muted'}>{type}</code>
    </>
  )
}
