/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest'] },
  // these ship ES modules only, which Jest cannot load untransformed on Node 20
  transformIgnorePatterns: ['/node_modules/(?!(@marcbachmann/cel-js|eld|preact|feed)/)'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
}
