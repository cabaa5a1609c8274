const sandboxInjectedGlobals = require('../../jest-globals.cjs');

module.exports = {
  testEnvironment: 'node',
  // Whole samples are written in some tests, which takes its time on a busy machine.
  testTimeout: 60_000,
  // Jest leaves one core alone, which on two cores means one test file at a time.
  maxWorkers: '100%',
  roots: ['<rootDir>/src'],
  sandboxInjectedGlobals,
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.(ts|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
};
