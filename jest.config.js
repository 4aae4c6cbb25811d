/** Jest in ESM mode; swc strips types, `npm run types` is what checks them. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  // Importing electron in plain Node starts a download; a test that gets there by mistake fails instead.
  moduleNameMapper: { '^electron(/.*)?$': '<rootDir>/tests/support/no-electron.js' },
  // A real vault for the whole run, on Linux a keyring of its own.
  globalSetup: '<rootDir>/tests/support/keyring-setup.ts',
  globalTeardown: '<rootDir>/tests/support/keyring-teardown.ts',
  reporters: ['default', '<rootDir>/tests/support/summary-reporter.js'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: 2,
  testTimeout: 60_000,
};
