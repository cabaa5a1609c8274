import { countBetween, flag, oneOf, savedOptions, text } from './savedOptions';

const DEFAULTS = { view: 'map' as 'map' | 'table', rows: 100, showList: true, link: 'somewhere' };

const readAll = (saved: Partial<Record<keyof typeof DEFAULTS, unknown>> | undefined): typeof DEFAULTS => {
  const read = savedOptions(saved, DEFAULTS);
  return {
    view: read('view', oneOf(['map', 'table'])),
    rows: read('rows', countBetween(1, 1_000)),
    showList: read('showList', flag),
    link: read('link', text),
  };
};

test('what was saved counts, also where it is empty or off', () => {
  const saved = { view: 'table', rows: 1_000, showList: false, link: '' };
  expect(readAll(saved)).toEqual(saved);
  expect(readAll({ link: ' /d/customer ' }).link).toBe('/d/customer');
});

test('nothing saved is the defaults', () => {
  expect(readAll(undefined)).toEqual(DEFAULTS);
  expect(readAll({})).toEqual(DEFAULTS);
});

test.each([
  ['view', 'pie'],
  ['view', null],
  ['rows', 0],
  ['rows', 1_001],
  ['rows', 1.5],
  ['rows', '100'],
  ['showList', 'yes'],
  ['link', 7],
] as const)('an option %s that is %p is the default', (name, value) => {
  expect(readAll({ [name]: value })).toEqual(DEFAULTS);
});
