/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest'] },
  // these ship ES modules only, which Jest cannot load untransformed on Node 20
  transformIgnorePatterns: ['/node_modules/(?!(@marcbachmann/cel-js|eld|preact|feed)/)'],
  // the package names this file for `import` alone, and under Jest every import is a require
  moduleNameMapper: { '^eld/medium$': '<rootDir>/node_modules/eld/src/entries/static.medium.js' },
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/second-try.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
  // a worker keeps what each file has loaded; collecting that garbage would count as CPU time of what is measured
  workerIdleMemoryLimit: '300MB',
}
