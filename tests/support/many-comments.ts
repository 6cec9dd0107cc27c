import type { Postbag } from './postbag'

/** Posts comments with texts and names that resemble each other little. @returns ids in their order */
export async function postMany(
  postbag: Postbag,
  count: number,
  more: { parent_id?: string; body?: string } = {},
): Promise<string[]> {
  const replies = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      postbag.post({ author: `Reader ${index}`, body: `${index} thoughts on the wall.`, ...more }),
    ),
  )
  for (const { status } of replies) if (status !== 202) throw new Error(`Posting said ${status}.`)
  return replies.map(({ body }) => body.id)
}

/** As the owner, in batches of 200. */
export async function decideMany(
  postbag: Postbag,
  ids: readonly string[],
  action = 'approve',
): Promise<void> {
  for (let start = 0; start < ids.length; start += 200) {
    const decisions = ids.slice(start, start + 200).map((comment_id) => ({ comment_id, action }))
    const reply = await postbag.admin('POST', '/decisions', { decisions })
    if (reply.status !== 200) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`)
    for (const { status } of reply.body.results)
      if (status !== 201) throw new Error(`It said ${status}.`)
  }
}

/** @returns the ids of new approved comments */
export async function publishMany(
  postbag: Postbag,
  count: number,
  more: { parent_id?: string; body?: string } = {},
): Promise<string[]> {
  const ids = await postMany(postbag, count, more)
  await decideMany(postbag, ids)
  return ids
}

export const publish = async (postbag: Postbag, body: string): Promise<string> =>
  (await publishMany(postbag, 1, { body }))[0] ?? ''
