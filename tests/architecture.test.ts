import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'

type Violation = { from: string; to: string; rule: { name: string } }

type Cruise = {
  modules: { source: string; dependencies: { resolved: string }[] }[]
  summary: { totalCruised: number; violations: Violation[] }
}

const doorsAndPipes = ['admin', 'console', 'generated', 'platform', 'web']

function cruise(directories: string[], root = process.cwd()): Cruise {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', path.resolve('.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...directories,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout)
}

const sourceFiles = (directory: string) =>
  fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(directory, name.replaceAll(path.sep, '/')))
    .filter((name) => !name.startsWith('src/generated/'))

describe('the floor plan', () => {
  const found = cruise(['src', 'workers', 'seeds'])

  test('imports go down only', () => {
    expect(found.summary.violations).toEqual([])
  })

  test('every file was looked at, views included', () => {
    const seen = found.modules.map(({ source }) => source)
    const expected = ['src', 'workers', 'seeds'].flatMap(sourceFiles)
    expect(expected.length).toBeGreaterThan(50)
    expect(seen).toEqual(expect.arrayContaining(expected))
    const seenImports = found.modules.flatMap(({ dependencies }) => dependencies)
    expect(seenImports.length).toBeGreaterThan(expected.length)
  })

  test('only stores and the platform talk to the database', () => {
    const talkers = ['src', 'workers', 'seeds']
      .flatMap(sourceFiles)
      .filter((file) => /\.(pool|prisma)\./.test(fs.readFileSync(file, 'utf8')))
    expect(talkers.length).toBeGreaterThan(20)
    const stores = /\.store\.ts$|^src\/platform\//
    expect(talkers.filter((file) => !stores.test(file))).toEqual([])
  })

  test('only postgres-client.ts creates database connections', () => {
    const makers = ['src', 'workers', 'seeds']
      .flatMap(sourceFiles)
      .filter((file) =>
        /import \{[^}]*\b(Client|Pool)\b[^}]*\} from 'pg'/.test(fs.readFileSync(file, 'utf8')),
      )
    expect(makers).toEqual(['src/platform/postgres-client.ts'])
  })

  test('every room has its place in the order of .dependency-cruiser.cjs', () => {
    const { forbidden }: { forbidden: { name: string }[] } = require('../.dependency-cruiser.cjs')
    const rooms = forbidden
      .filter(({ name }) => name.startsWith('room-'))
      .map(({ name }) => name.slice('room-'.length))
    const inSource = fs
      .readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(inSource.filter((name) => ![...rooms, ...doorsAndPipes].includes(name))).toEqual([])
  })
})

describe('the rules notice what they forbid', () => {
  const trespasses = [
    ['no-suffix-no-side-effects', 'src/text/reads-file.ts', 'node:fs'],
    ['no-suffix-no-side-effects', 'src/text/uses-store.ts', '../sites/site.store'],
    ['room-text', 'src/text/knows-rules.ts', '../rules/rule'],
    ['hands-do-not-tell-stories', 'src/rules/calls-flow.store.ts', './sell.flow'],
    ['flows-touch-no-framework', 'src/rules/sell.flow.ts', 'express'],
    ['database-only-in-stores', 'src/rules/buy.flow.ts', 'pg'],
    ['queues-only-in-queue-files', 'src/sites/site.store.ts', 'bullmq'],
    ['doors-leave-the-database-to-stores', 'src/web/page.view.tsx', 'pg'],
    ['web-only-at-the-doors', 'src/rules/page.client.ts', 'preact'],
    ['nobody-imports-a-door', 'src/rules/rule.ts', '../web/page.view'],
    ['platform-knows-no-domain', 'src/platform/pipe.ts', '../rules/rule'],
    ['nothing-shipped-needs-the-workshop', 'src/app.ts', '../tests/support'],
    ['nothing-unresolved', 'workers/main.ts', './nowhere'],
    ['no-cycles', 'src/rules/cycle.ts', './cycle'],
  ] as const
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'postbag-floor-plan-'))
  afterAll(() => fs.rmSync(root, { recursive: true }))

  const violations = (() => {
    fs.symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
    fs.copyFileSync('package.json', path.join(root, 'package.json'))
    const files = [...trespasses, ['', 'tests/support.ts', 'jest']] as const
    for (const [, file, target] of files) {
      fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
      const content = file.endsWith('x')
        ? `const view = <p class="x">{import('${target}')}</p>`
        : ''
      fs.writeFileSync(path.join(root, file), content || `import '${target}'`)
    }
    return cruise(['src', 'workers'], root).summary.violations
  })()

  test.each(trespasses)('%s: %s imports %s', (name, from) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from, rule: expect.objectContaining({ name }) }),
    )
  })
})
