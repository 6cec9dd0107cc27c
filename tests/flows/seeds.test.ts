import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemoSite } from '../../seeds/demo-site.flow'
import { prepareFirstRun } from '../../src/accounts/first-run.flow'
import { statuses } from '../../src/comments/comment'
import { type Newsroom, openNewsroom } from '../support/newsroom'
import { type Postbag, startPostbag } from '../support/postbag'

// it starts programs of its own
jest.setTimeout(60_000)

describe('npm run seed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'postbag-seeds-'))
  let newsroom: Newsroom
  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(async () => {
    await newsroom.close()
    rmSync(directory, { recursive: true })
  })

  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(directory, name), content)
    return name
  }

  function seed(...parameters: string[]) {
    const paths = parameters.map((one) => (one.startsWith('--') ? one : join(directory, one)))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'seeds/main.ts', ...paths],
      {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: newsroom.databaseUrl, DATA_DIR: directory },
      },
    )
    const lines = stdout.split('\n').filter(Boolean)
    return { status, lines: lines.map((line) => line.replace(`${directory}/`, '')), stderr }
  }

  const articles = async () => {
    const { rows } = await newsroom.db.pool.query(
      `SELECT slug, title, paragraphs, scraped_form FROM articles WHERE slug <> 'harbour-wall' ORDER BY slug`,
    )
    return rows
  }

  const page = [
    'Ferry to run on Sundays',
    '',
    'The ferry will cross on Sundays from June.',
    'It carries forty people.',
    '',
    'LEAVE A REPLY',
    'Please enter your comment!',
    'Please enter your name here',
    '4 + 5 =',
    'Subscribe to our newsletter',
  ].join('\n')

  test('imports scraped pages, once however often they come, and tells of each', async () => {
    const good = file('ferry.txt', page)
    const odd = file(
      'odd.txt',
      `\uFEFF${page.replace('Ferry', 'Old ferry').replaceAll('\n', '\r\n')}\r\n\r\n`,
    )
    const formless = file('formless.txt', 'Only an article\n\nWith one paragraph.\n')
    const first = seed('--site=daily', good, odd, formless)
    expect(first).toEqual({
      status: 0,
      stderr: '',
      lines: [
        'ferry.txt: added “Ferry to run on Sundays” (ferry-to-run-on-sundays), 2 paragraphs, sum: 4 + 5 =',
        'odd.txt: added “Old ferry to run on Sundays” (old-ferry-to-run-on-sundays), 2 paragraphs, sum: 4 + 5 =',
        'formless.txt: added “Only an article” (only-an-article), 1 paragraphs, sum: none',
      ],
    })
    const imported = await articles()
    expect(imported[0]).toMatchObject({
      title: 'Ferry to run on Sundays',
      paragraphs: ['The ferry will cross on Sundays from June.', 'It carries forty people.'],
      scraped_form: {
        warnings: ['Please enter your comment!', 'Please enter your name here'],
        captcha: { left: 4, operator: '+', right: 5, digits: 1 },
      },
    })
    const again = seed('--site=daily', good)
    expect(again.lines[0]).toContain('ferry.txt: updated “Ferry to run on Sundays”')
    expect(await articles()).toEqual(imported)
  })

  test('says what is wrong with each file that it cannot use, imports the others, and fails', async () => {
    const before = await articles()
    mkdirSync(join(directory, 'folder'))
    const names = [
      file('empty.txt', ''),
      file('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3])),
      file('latin.txt', Buffer.from('Caf\xe9\n\n'.concat('\xe4\xf6\xfc'.repeat(50)), 'latin1')),
      'missing.txt',
      'folder',
      file('fine.txt', 'A fine page\n\nWith text.\n'),
    ]
    const { status, lines, stderr } = seed('--site=daily', ...names)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(lines).toEqual([
      'empty.txt: The file is empty. Nothing was changed.',
      'image.png: The file contains NUL bytes, so it is not a text page. Nothing was changed.',
      'latin.txt: The file looks like binary data or is not encoded as UTF-8. Nothing was changed.',
      'missing.txt: cannot be read (ENOENT)',
      'folder: cannot be read (EISDIR)',
      'fine.txt: added “A fine page” (a-fine-page), 1 paragraphs, sum: none',
    ])
    expect(await articles()).toHaveLength(before.length + 1)
  })

  test('explains itself without a file and for a site that is not there', () => {
    expect(seed()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Usage: npm run seed'),
    })
    expect(seed('--site=nowhere', 'ferry.txt')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no site "nowhere".'),
    })
    expect(seed('--sit=daily')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--sit'),
    })
  })
})

describe('the very first start', () => {
  let postbag: Postbag
  let printed: string | undefined
  let dataDirectory: string
  beforeAll(async () => {
    postbag = await startPostbag({ worker: false })
    dataDirectory = postbag.services.config.dataDirectory
    printed = await prepareFirstRun(postbag.services, postbag.url, (owner) =>
      seedDemoSite(postbag.services, owner),
    )
  })
  afterAll(() => postbag.stop())

  const firstRun = () => JSON.parse(readFileSync(join(dataDirectory, 'first-run.json'), 'utf8'))

  test('writes a file for its owner alone, and prints the same once', async () => {
    expect(statSync(join(dataDirectory, 'first-run.json')).mode & 0o777).toBe(0o600)
    const { consoleUrl, email, password, token } = firstRun()
    expect(consoleUrl).toBe(`${postbag.url}/console`)
    for (const shown of [consoleUrl, email, password, token]) expect(printed).toContain(shown)
    expect(password.length).toBeGreaterThanOrEqual(12)
    const again = await prepareFirstRun(postbag.services, postbag.url, async () => {
      throw new Error('It was seeded twice.')
    })
    expect(again).toBeUndefined()
    expect(firstRun().token).toBe(token)
  })

  test('makes a token that opens the admin API', async () => {
    const { status, body } = await postbag.admin('GET', '/sites', undefined, firstRun().token)
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain('"demo"')
  })

  test('shows a comment in every status on a site with at least three articles', async () => {
    const { rows } = await postbag.services.db.pool.query(
      `SELECT status, count(*)::int FROM comments c JOIN sites s ON s.id = c.site_id AND s.slug = 'demo' GROUP BY status`,
    )
    expect(rows.map(({ status }) => status).toSorted()).toEqual([...statuses].toSorted())
    const index = await postbag.reader('GET', '/')
    const links = index.body.match(/\/sites\/demo\/articles\/[\w-]+/g) ?? []
    const pages = [...new Set<string>(links)]
    expect(pages.length).toBeGreaterThanOrEqual(3)
    for (const path of pages) expect((await postbag.reader('GET', path)).status).toBe(200)
  })

  test('leaves the waiting comment waiting', async () => {
    const { rows } = await postbag.services.db.pool.query(
      `SELECT FROM outbox o JOIN comments c ON c.id = o.comment_id WHERE c.status = 'pending'`,
    )
    expect(rows).toHaveLength(0)
  })
})
