import { spawnSync } from 'node:child_process'

// in a process of its own: the engine is an ES module, which Jest cannot load on Node 20
test('the migrations lead to exactly what schema.prisma says', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/schema-diff.ts', 'check'],
    {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
    },
  )
  expect({ stdout, stderr, status }).toEqual({
    stdout: 'The migrations lead to what schema.prisma says.\n',
    stderr: '',
    status: 0,
  })
})
