import { fileURLToPath } from 'node:url';

// The workers, and every program and thread that a test starts, find what Node made of our code before: half of each start.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

/** Jest in ESM mode; swc strips types, `npm run types` is what checks them. */
export default {
  testEnvironment: '<rootDir>/tests/support/telling-environment.js',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  // Importing electron in plain Node starts a download; a test that gets there by mistake fails instead.
  moduleNameMapper: { '^electron(/.*)?$': '<rootDir>/tests/support/no-electron.js' },
  // The programs that tests start, and a real vault for the whole run, on Linux a keyring of its own.
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testSequencer: '<rootDir>/tests/support/long-first.js',
  reporters: ['default', '<rootDir>/tests/support/summary-reporter.js'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Two more than the cores of a small machine: many tests wait for disks, locks and other programs.
  maxWorkers: 4,
  // For a machine that is slow, or busy with others: nobody waits for it where all is well. Few tests name a limit of their own.
  testTimeout: 600_000,
};
