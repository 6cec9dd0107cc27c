import type { Postbag } from './postbag'

export type Sort = 'newest' | 'oldest' | 'top'
export const sorts: Sort[] = ['newest', 'oldest', 'top']

/** An article page: the ids of its comments in page order, and the targets of its links. */
export type ShownPage = {
  status: number
  html: string
  ids: string[]
  next: string | undefined
  previous: string | undefined
  first: string | undefined
}

const articleOf = (slug: string): string => `/sites/daily/articles/${slug}`

export async function showPage(postbag: Postbag, path: string): Promise<ShownPage> {
  const response = await fetch(`${postbag.url}${path}`)
  const html = await response.text()
  const hrefOf = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&')
  return {
    status: response.status,
    html,
    ids: Array.from(html.matchAll(/id="comment-([0-9a-f-]{36})"/g), ([, id = '']) => id),
    next: hrefOf(/href="([^"]+)" rel="next"/),
    previous: hrefOf(/href="([^"]+)" rel="prev"/),
    first: hrefOf(/href="([^"]+)">First page</),
  }
}

/** Follows one kind of link from page to page until the last. @param between called before each link is followed */
export async function walkPages(
  postbag: Postbag,
  path: string,
  { link = 'next', between }: { link?: 'next' | 'previous'; between?: () => Promise<void> } = {},
): Promise<ShownPage[]> {
  const pages: ShownPage[] = []
  for (let next: string | undefined = path; next; next = pages.at(-1)?.[link]) {
    if (pages.length > 100) throw new Error('The links lead round and round.')
    if (pages.length > 0) await between?.()
    pages.push(await showPage(postbag, next))
  }
  return pages
}

export const walkThread = (
  postbag: Postbag,
  slug: string,
  sort: Sort,
  between?: () => Promise<void>,
): Promise<ShownPage[]> =>
  walkPages(postbag, `${articleOf(slug)}?sort=${sort}`, between ? { between } : {})

export type ListedComment = {
  id: string
  parent_id: string | null
  author: string | null
  body: string | null
  created_at: string
  edited_at: string | null
  reply_count: number
  is_tombstone: boolean
}

export const listPath = (slug: string): string => `/api/v1${articleOf(slug)}/comments`

/** Reads the whole JSON list by following `next_cursor`. */
export async function walkList(
  postbag: Postbag,
  slug: string,
  { sort, limit = 100, between }: { sort: Sort; limit?: number; between?: () => Promise<void> },
): Promise<{ comments: ListedComment[]; total: number }> {
  const comments: ListedComment[] = []
  let cursor = ''
  for (;;) {
    const { status, body } = await postbag.reader(
      'GET',
      `${listPath(slug)}?sort=${sort}&limit=${limit}${cursor && `&cursor=${cursor}`}`,
    )
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    comments.push(...body.comments)
    if (body.next_cursor === null) return { comments, total: body.total }
    cursor = body.next_cursor
    await between?.()
  }
}
