const sandboxInjectedGlobals = require('../jest-globals.cjs');

module.exports = {
  testEnvironment: 'node',
  // Jest leaves one core alone, which on two cores means one test file at a time.
  maxWorkers: '100%',
  // Tests build warehouses and train models, on machines of any speed.
  testTimeout: 30_000,
  // What test files share, such as a built shop.
  globalSetup: '<rootDir>/../test/shared/make-folder.mjs',
  globalTeardown: '<rootDir>/../test/shared/remove-folder.mjs',
  roots: ['<rootDir>/src'],
  sandboxInjectedGlobals,
  testMatch: ['**/*.test.ts'],
  transform: {
    'prophet-wasmstan\\.js$': '<rootDir>/wasm-stan-transform.cjs',
    '\\.(ts|mjs|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    '\\.(sql|yaml)$': '<rootDir>/sql-transform.cjs',
    '\\.proto$': '<rootDir>/proto-transform.cjs',
  },
  // Packages that come as ES modules only, which jest cannot require as they are.
  transformIgnorePatterns: [
    '/node_modules/(?!(cookie|jose|content-disposition|mime|@lukeed|@seriousme|@bsull|@bytecodealliance)/)',
  ],
  // As in the bundle: what this shim has for Node starts threads of its own.
  moduleNameMapper: {
    '^@bytecodealliance/preview2-shim/(.*)$':
      '<rootDir>/../node_modules/@bytecodealliance/preview2-shim/lib/browser/$1.js',
  },
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
};
