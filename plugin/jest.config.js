const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');
const base = require('./.config/jest.config');

module.exports = {
  ...base,
  moduleNameMapper: { ...base.moduleNameMapper, '^@contract$': '<rootDir>/../backend/src/contract/index' },
  transformIgnorePatterns: [
    // Packages that ship as ES modules only, which Jest cannot load as they are.
    nodeModulesToTransform([
      ...grafanaESModules,
      '@observablehq',
      'd3-.*',
      'internmap',
      'delaunator',
      'robust-predicates',
    ]),
  ],
};
