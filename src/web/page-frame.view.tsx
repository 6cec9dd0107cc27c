import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageAssets } from './page-models'

type Frame = PageAssets & {
  title: string
  /** The name over the page, and where it leads. */
  masthead: { name: string; href: string }
  skipLinks: { href: string; text: string }[]
  /** Keeps a page with secrets or one reader's texts out of search engines and referrers. */
  isPrivate?: boolean
  head?: ComponentChildren
}

/** A whole document. The words of the interface are English, whatever the site's language. */
export function renderPage(frame: Frame, main: ComponentChildren): string {
  return `<!doctype html>\n${renderToString(<Page {...frame}>{main}</Page>)}`
}

function Page({ children, ...frame }: Frame & { children: ComponentChildren }): VNode {
  return (
    <html lang="en">
      <Head {...frame} />
      <body>
        {frame.skipLinks.map(({ href, text }) => (
          <a class="skip-link" href={href}>
            {text}
          </a>
        ))}
        <header class="masthead">
          <a href={frame.masthead.href}>
            <bdi>{frame.masthead.name}</bdi>
          </a>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="page-footer">
          <p>Comments by Postbag. This page sets no cookies and runs no scripts.</p>
        </footer>
      </body>
    </html>
  )
}

function Head({ title, stylesheetHref, iconHref, isPrivate, head }: Frame): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#15181b" media="(prefers-color-scheme: dark)" />
      {isPrivate && <meta name="robots" content="noindex" />}
      {isPrivate && <meta name="referrer" content="same-origin" />}
      <title>{title}</title>
      <link rel="stylesheet" href={stylesheetHref} />
      <link rel="icon" href={iconHref} type="image/svg+xml" />
      {head}
    </head>
  )
}
