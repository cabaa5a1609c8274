const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');
const base = require('./.config/jest.config');

// A library that Grafana's packages bring along prints an advertisement otherwise.
process.env.I18NEXT_NO_SUPPORT_NOTICE = 'true';

// Packages that ship as ES modules only, which Jest cannot load as they are.
const esModules = [
  ...grafanaESModules,
  '@observablehq',
  'd3-.*',
  'internmap',
  'delaunator',
  'robust-predicates',
  'isoformat',
];

module.exports = {
  ...base,
  // Whole forms are slow to type into on a busy machine.
  testTimeout: 60_000,
  // Jest leaves one core alone, which on two cores means one test file at a time.
  maxWorkers: '100%',
  testEnvironment: '<rootDir>/src/testing/jsdom/environment.cjs',
  moduleNameMapper: {
    ...base.moduleNameMapper,
    'react-inlinesvg': '<rootDir>/src/testing/jsdom/InlineSvg',
    '^@contract$': '<rootDir>/../backend/src/contract/index',
  },
  transform: { ...base.transform, '^.+\\.mjs$': Object.values(base.transform)[0] },
  transformIgnorePatterns: [nodeModulesToTransform(esModules)],
};
