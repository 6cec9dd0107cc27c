import type { VNode } from 'preact'
import type { ApiDescription, OperationDescription } from '../platform/http/openapi'
import { renderPage } from '../web/page-frame.view'
import type { PageAssets } from '../web/page-models'

type Listed = OperationDescription & { method: string; path: string }

/** The API for people: every operation with its parameters, body and answers; no script needed. */
export function renderApiPage(api: ApiDescription, assets: PageAssets): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => ({ ...operation, method, path })),
  )
  const tags = [...new Set(operations.flatMap((one) => one.tags))]
  return renderPage(
    {
      ...assets,
      title: 'API – Postbag',
      masthead: { name: 'Postbag', href: '/' },
      skipLinks: [{ href: '#main', text: 'Skip to the operations' }],
      isPrivate: false,
    },
    <div class="api">
      <h1>API</h1>
      <p>
        {api.info.description} For programs: <a href="/api/openapi.json">openapi.json</a>.
      </p>
      {tags.map((tag) => (
        <section key={tag} aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{tag}</h2>
          {operations
            .filter((one) => one.tags.includes(tag))
            .map((one) => (
              <Operation key={one.method + one.path} operation={one} />
            ))}
        </section>
      ))}
    </div>,
  )
}

const Operation = ({ operation }: { operation: Listed }): VNode => (
  <details class="operation">
    <summary>
      <code>
        <b>{operation.method.toUpperCase()}</b> {operation.path}
      </code>{' '}
      <span>{operation.summary}</span>
    </summary>
    {operation.description && <p>{operation.description}</p>}
    {operation.parameters.length > 0 && (
      <table>
        <caption>Parameters</caption>
        <tbody>
          {operation.parameters.map((one) => (
            <tr key={one.name}>
              <th scope="row">
                <code>{one.name}</code>
              </th>
              <td>
                in {one.in}
                {one.required ? ', required' : ''}
              </td>
              <td>
                <code>{JSON.stringify(one.schema)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {operation.requestBody && <Schema title="Body" value={operation.requestBody} />}
    {Object.entries(operation.responses).map(([status, answer]) => (
      <Schema key={status} title={`${status} ${answer.description}`} value={answer.content} />
    ))}
  </details>
)

function Schema({ title, value }: { title: string; value: unknown }): VNode {
  if (!value || JSON.stringify(value).includes('problem+json')) return <p>{title}</p>
  const [content] = Object.values((value as { content?: object }).content ?? (value as object)) as {
    schema?: unknown
  }[]
  return (
    <>
      <p>{title}</p>
      <pre tabindex={0}>{JSON.stringify(content?.schema ?? content, null, 2)}</pre>
    </>
  )
}
