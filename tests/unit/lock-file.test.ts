import { readFileSync } from 'node:fs'

type Entry = {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

test('package-lock.json names every package of every platform, or `npm ci` would refuse it', () => {
  const { packages }: { packages: Record<string, Entry> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  )
  const named = new Set(Object.keys(packages).map((at) => at.split('node_modules/').at(-1)))
  const missing = Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !named.has(name))
      .map((name) => `${at} needs ${name}`),
  )
  expect(missing).toEqual([])
})
