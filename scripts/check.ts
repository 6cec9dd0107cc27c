/** The gate: what has to hold before a change goes in, here and in CI. `npm run check`. */
import { spawnSync } from 'node:child_process'

/** In this order, the quick ones first; the first that fails ends the run. */
const steps = [
  {
    name: 'Biome: format and lint',
    command: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  },
  { name: 'TypeScript: types', command: ['typescript/bin/tsc', '--noEmit'] },
  {
    name: 'dependency-cruiser: floors and rooms',
    command: ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'workers', 'seeds'],
  },
  { name: 'knip: nothing unused', command: ['knip/bin/knip.js'] },
  { name: 'Jest: tests', command: ['jest/bin/jest.js'], isTest: true },
]

/** @returns the exit code */
function runGate(options: string[]): number {
  const withTests = !options.includes('--no-tests')
  for (const { name, command, isTest } of steps) {
    if (isTest && !withTests) continue
    console.log(`\n▶ ${name}`)
    const startedAt = performance.now()
    const [script = '', ...rest] = command
    const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...rest], {
      stdio: 'inherit',
    })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✔' : '✘'} ${name}, ${seconds} s`)
    if (status !== 0) return status ?? 1
  }
  console.log(withTests ? '\nThe gate is open.' : '\nThe gate is open, the tests were left out.')
  return 0
}

process.exitCode = runGate(process.argv.slice(2))
