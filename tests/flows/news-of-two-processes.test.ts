import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, consoleClient } from '../support/console'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { demoArticle, openTheGates, postComment } from '../support/load'
import { hearNews, type News } from '../support/news'
import { describeOnBackends } from '../support/redis'
import { killServers, type ServerProcess, startServer } from '../support/server-process'

jest.setTimeout(60_000)

describeOnBackends('two web processes', ({ redisUrl }) => {
  const directory = mkdtempSync(join(tmpdir(), 'postbag-two-'))
  chmodSync(directory, 0o755)
  let database: TestDatabase
  let one: ServerProcess
  let two: ServerProcess
  let firstRun: { token: string; email: string; password: string }

  beforeAll(async () => {
    database = await createTestDatabase()
    const env = {
      DATABASE_URL: database.url,
      SECRET_KEY: 'the same for all of them: six blue herons',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    }
    const dataOfOne = join(directory, 'one')
    // web and worker; the other one is a window to the same queue
    one = await startServer({ ...env, DATA_DIR: dataOfOne })
    two = await startServer({ ...env, DATA_DIR: join(directory, 'two') }, '--only=web')
    firstRun = JSON.parse(readFileSync(join(dataOfOne, 'first-run.json'), 'utf8'))
    await openTheGates(one.url, firstRun.token)
  })
  afterAll(async () => {
    await killServers()
    await database.drop()
    rmSync(directory, { recursive: true, force: true })
  })

  async function signIn({ url }: ServerProcess): Promise<Client> {
    const client = consoleClient({ url })
    const { email, password } = firstRun
    expect((await client.post('/console/sign-in', { email, password })).status).toBe(303)
    return client
  }

  test('what is written, judged and decided through one is heard through the other', async () => {
    const news = await hearNews(two.url, await signIn(one))
    await news.until(() => true)
    const { id } = await postComment(await demoArticle(one.url))
    const cameInto =
      (...tabs: string[]) =>
      ({ changes }: News) =>
        changes.some(({ id: about, into }) => about === id && tabs.includes(into[0] ?? ''))
    await news.until(cameInto('pending'))
    await news.until(cameInto('approved', 'held'))
    const decided = await fetch(`${one.url}/api/admin/v1/comments/${id}/decisions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${firstRun.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ action: 'spam' }),
    })
    expect(decided.status).toBe(201)
    const { changes } = await news.until(cameInto('spam'))
    expect(changes.find(({ into }) => into[0] === 'spam')).toMatchObject({ id, isMine: true })
    // and who lost the line to the one goes on with the other
    const again = await hearNews(one.url, await signIn(two), { place: news.place() })
    expect(await again.until(() => true)).toMatchObject({ isTooMuch: false, changes: [] })
    news.close()
    again.close()
  })
})
