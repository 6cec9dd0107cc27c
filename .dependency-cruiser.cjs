// The floor plan of ARCHITECTURE.md as rules: imports go down only. Run by `npm run check`.
// tests/architecture.test.ts asserts that the modules are really seen.

// dependency-cruiser hands every file to swc as plain TypeScript; a view is TSX
const swc = require('@swc/core')
const { parseFileSync } = swc
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** Lowest first: the unsuffixed files of a room know only their own room and those before it. */
const rooms = [
  'text',
  'comments',
  'scoring',
  'sites',
  'articles',
  'captcha',
  'audit',
  'accounts',
  'rules',
  'moderation',
]
const doors = '^src/(web|admin|console)/'
/** the files that put everything together */
const processes = '^(src/[^/]+\\.ts|workers/|seeds/)'
const inARoom = `^src/(${rooms.join('|')})/`
/** no suffix, no side effects */
const core = `${inARoom}[^.]+\\.(tsx?|json)$`
/** the pipes that only compute, for every floor */
const purePipes =
  '^src/platform/(calendar|cursor|json-bounds|keys|network-list|network-prefix|turn-place|uuid)\\.ts$'
const pureModules = '^(node:)?(crypto|util|url)$'
const purePackages = 'node_modules/(zod|re2js|@marcbachmann/cel-js|eld|yaml|otpauth)/'
const databasePackages = 'node_modules/(@types/)?(pg|@prisma/[^/]+)/|^src/generated/'
const queuePackages = 'node_modules/(bullmq|ioredis)/'
const webPackages =
  'node_modules/(@types/)?(express|helmet|express-rate-limit|cors|cookie|preact|preact-render-to-string)/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one.', {}, { circular: true }),
    forbid('nothing-unresolved', 'It would not start.', {}, { couldNotResolve: true }),
    forbid(
      'no-suffix-no-side-effects',
      'A bare file computes; what touches the world has a suffix that says so.',
      { path: core },
      { pathNot: [core, purePackages, pureModules, purePipes] },
    ),
    forbid(
      'pure-pipes-stay-pure',
      'The core builds on them.',
      { path: purePipes },
      { pathNot: [purePipes, purePackages, pureModules, 'node_modules/ipaddr\\.js/'] },
    ),
    forbid(
      'hands-do-not-tell-stories',
      'A store, client, queue or thread is called by flows, never the other way round.',
      { path: '\\.(store|client|queue|thread)\\.ts$' },
      { path: '\\.(flow|routes|view|worker)\\.tsx?$' },
    ),
    forbid(
      'flows-touch-no-framework',
      'A flow reads as a story: frameworks stay in hands and doors.',
      { path: '\\.flow\\.ts$' },
      { path: [databasePackages, queuePackages, webPackages] },
    ),
    forbid(
      'database-only-in-stores',
      'What a room keeps in PostgreSQL goes through its .store files.',
      { path: inARoom, pathNot: '\\.store\\.ts$' },
      { path: databasePackages },
    ),
    forbid(
      'queues-only-in-queue-files',
      'What a room hands to BullMQ goes through its .queue files.',
      { path: inARoom, pathNot: '\\.queue\\.ts$' },
      { path: queuePackages },
    ),
    forbid(
      'doors-leave-the-database-to-stores',
      'A door turns requests into calls of flows and stores.',
      { path: doors },
      { path: [databasePackages, queuePackages] },
    ),
    forbid(
      'web-only-at-the-doors',
      'A room knows nothing of HTTP and HTML.',
      { path: inARoom },
      { path: webPackages },
    ),
    forbid(
      'nobody-imports-a-door',
      'Only a process opens doors.',
      { path: [inARoom, '^src/platform/'] },
      { path: [doors, processes] },
    ),
    forbid(
      'platform-knows-no-domain',
      'Pipes do not care what flows through them.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(platform|generated)/' },
    ),
    forbid(
      'nothing-shipped-needs-the-workshop',
      'An installation has neither tests nor development packages.',
      { path: '^(src|workers|seeds)/' },
      { path: '^(tests|scripts|bench|training)/' },
    ),
    forbid(
      'only-declared-packages',
      'A package of the workshop, or one that only others depend on, is missing in an installation.',
      { path: '^(src|workers|seeds)/', pathNot: '^src/generated/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['npm'] },
    ),
    ...rooms.map((room, index) =>
      forbid(
        `room-${room}`,
        'The core of a room builds on the rooms before it in the list of .dependency-cruiser.cjs.',
        { path: core.replace(inARoom, `^src/${room}/`) },
        { path: [doors, ...rooms.slice(index + 1).map((later) => `^src/${later}/`)] },
      ),
    ),
  ],
  options: {
    // TypeScript 7 is not supported, and without a parser TypeScript would not be seen at all
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'import', 'node', 'default'],
    },
  },
}
