module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.(ts|mjs|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    '\\.(sql|yaml)$': '<rootDir>/sql-transform.cjs',
    '\\.proto$': '<rootDir>/proto-transform.cjs',
  },
  // Packages that come as ES modules only, which jest cannot require as they are.
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition|mime|@lukeed|@seriousme)/)'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'cjs', 'json', 'node'],
};
