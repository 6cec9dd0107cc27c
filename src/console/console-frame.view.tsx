import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { pageAssets } from '../web/site-assets.store'
import { scripts, stylesheet } from './console-assets.store'
import { MaskContext } from './mask.view'
import { keyedReasons, reasonLabel, rejectReasons } from './moderator-reasons'
import type { Words } from './words/words'
import { useWords, WordsContext } from './words.view'

export type Section =
  | 'queue'
  | 'reviews'
  | 'search'
  | 'statistics'
  | 'rules'
  | 'banks'
  | 'settings'
  | 'houseRules'
  | 'people'
  | 'audit'
  | 'account'

export type Frame = {
  words: Words
  title: string
  /** Who is signed in; absent on pages for everybody. */
  visitor?: { name: string; role: 'moderator' | 'owner' }
  section?: Section
  /** Hard words are covered until they are asked for. */
  masksWords?: boolean
  /** Beyond the one for cards. */
  script?: keyof typeof scripts
  /** The page has cards, or is about one: it has keys and live news, of a site, section or queue. */
  cards?: {
    state: string
    site: string | undefined
    section?: string | undefined
    queue?: string | undefined
    /** Where the news go on from that the page knows already. */
    since?: string
  }
  /** How many second reviews wait for the visitor, where the page knows. */
  reviews?: number
}

/** A whole document of the console. */
export function renderConsolePage(frame: Frame, main: ComponentChildren): string {
  const page = (
    <WordsContext.Provider value={frame.words}>
      <MaskContext.Provider value={frame.masksWords ?? false}>
        <Page {...frame}>{main}</Page>
      </MaskContext.Provider>
    </WordsContext.Provider>
  )
  return `<!doctype html>\n${renderToString(page)}`
}

const scriptNames = ({ cards, script }: Frame): (keyof typeof scripts)[] => [
  ...(cards ? [cards.state === 'comment' ? ('comment' as const) : ('cards' as const)] : []),
  ...(script ? [script] : []),
]

function Page({ children, ...frame }: Frame & { children: ComponentChildren }): VNode {
  const { words, title, cards } = frame
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{words.frame.title(title)}</title>
        <link rel="stylesheet" href={`/console${stylesheet.path}`} />
        <link rel="icon" href={pageAssets.iconHref} type="image/svg+xml" />
        {scriptNames(frame).map((name) => (
          <script type="module" src={`/console${scripts[name].path}`} />
        ))}
      </head>
      <body
        data-words={cards && JSON.stringify(words.script)}
        data-state={cards?.state}
        data-site={cards?.site}
        data-section={cards?.section}
        data-queue={cards?.queue}
        data-since={cards?.since}
      >
        <a class="skip-link" href="#main">
          {words.frame.skip}
        </a>
        <TopBar {...frame} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        {cards && <CardTools state={cards.state} />}
      </body>
    </html>
  )
}

type Listed = Exclude<Section, 'account'>

const sections: { section: Listed; href: string; isForOwners: boolean }[] = [
  { section: 'queue', href: '/console/queue', isForOwners: false },
  { section: 'reviews', href: '/console/reviews', isForOwners: false },
  { section: 'search', href: '/console/search', isForOwners: false },
  { section: 'statistics', href: '/console/statistics', isForOwners: false },
  { section: 'rules', href: '/console/rules', isForOwners: false },
  { section: 'banks', href: '/console/banks', isForOwners: true },
  { section: 'settings', href: '/console/settings', isForOwners: true },
  { section: 'houseRules', href: '/console/house-rules', isForOwners: true },
  { section: 'people', href: '/console/people', isForOwners: true },
  { section: 'audit', href: '/console/audit', isForOwners: true },
]

function TopBar({ visitor, section, cards, reviews }: Frame): VNode {
  const words = useWords()
  return (
    <header class="top">
      <a class="brand" href="/console/queue">
        {words.frame.product}
      </a>
      {visitor && (
        <>
          <nav aria-label={words.frame.navigation}>
            <ul>
              {sections
                .filter(({ isForOwners }) => !isForOwners || visitor.role === 'owner')
                .map((one) => (
                  <li>
                    <a href={one.href} aria-current={one.section === section ? 'page' : undefined}>
                      {words.frame[one.section]}
                      {one.section === 'reviews' && reviews !== undefined && (
                        <>
                          {' '}
                          <b data-count="reviews">{words.number(reviews)}</b>
                        </>
                      )}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
          <div class="top-end">
            {cards && (
              <button type="button" class="quiet needs-script" data-do="help">
                {words.frame.keys} <kbd>?</kbd>
              </button>
            )}
            <a
              href="/console/account"
              aria-label={words.frame.account(visitor.name)}
              aria-current={section === 'account' ? 'page' : undefined}
            >
              <bdi>{visitor.name}</bdi>
            </a>
            <form method="post" action="/console/sign-out">
              <button type="submit" class="quiet">
                {words.frame.signOut}
              </button>
            </form>
          </div>
        </>
      )}
    </header>
  )
}

/** What the script needs on a page with cards: it stays out of sight until then. */
const CardTools = ({ state }: { state: string }): VNode => (
  <>
    <ReasonDialog />
    <KeysDialog state={state} />
    <p class="visually-hidden" role="status" id="elsewhere" />
    <dialog id="conflict-dialog" aria-labelledby="conflict-title" />
    <div class="toast" id="toast">
      <p role="status" id="announcer" />
      <button type="button" class="needs-script" data-do="undo" hidden>
        {useWords().decide.undo} <kbd>U</kbd>
      </button>
    </div>
  </>
)

function ReasonDialog(): VNode {
  const words = useWords()
  return (
    <dialog id="reason-dialog" aria-labelledby="reason-title">
      <h2 id="reason-title">{words.keys.rejectTitle}</h2>
      <ol class="reasons">
        {rejectReasons.map((code, index) => (
          <li>
            <button type="button" data-reason={code}>
              {index < keyedReasons.length && <kbd>{index + 1}</kbd>} {reasonLabel(words, code)}
            </button>
          </li>
        ))}
      </ol>
      <form method="dialog">
        <button type="submit" class="quiet">
          {words.keys.cancel} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  )
}

/** Keys that do nothing on a comment's own page, or where second reviews are answered. */
const idleKeys: Record<string, readonly string[]> = {
  comment: ['S', 'J / K', 'X', 'O'],
  reviews: ['E', 'U', 'X', 'O'],
}

function KeysDialog({ state }: { state: string }): VNode {
  const words = useWords()
  const list = words.keys.list.filter(([key]) => !idleKeys[state]?.includes(key))
  return (
    <dialog id="keys-dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.keys.title}</h2>
      <p>{words.keys.hint}</p>
      <p>
        <label>
          <input type="checkbox" data-do="keys-on" checked /> {words.keys.on}
        </label>
      </p>
      <dl class="keys">
        {list.map(([key, what]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">
          {words.keys.close} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  )
}
