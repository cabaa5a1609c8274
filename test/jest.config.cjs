module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: {
    '\\.proto$': '<rootDir>/../backend/proto-transform.cjs',
    '\\.(ts|mjs|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
  // Real processes and browsers: one at a time, on machines of any speed.
  maxWorkers: 1,
  testTimeout: 120_000,
};
