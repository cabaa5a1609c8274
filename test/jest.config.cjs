const sandboxInjectedGlobals = require('../jest-globals.cjs');

module.exports = {
  testEnvironment: 'node',
  sandboxInjectedGlobals,
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: {
    '\\.proto$': '<rootDir>/../backend/proto-transform.cjs',
    '\\.(ts|mjs|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  globalSetup: '<rootDir>/shared/make-folder.mjs',
  globalTeardown: '<rootDir>/shared/remove-folder.mjs',
  // Real processes and browsers wait much for each other: two at a time, on machines of any speed.
  maxWorkers: 2,
  testTimeout: 120_000,
};
