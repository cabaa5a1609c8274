import { heatColors } from '../../../contract';
import { field, moments } from '../testing/field';
import { cohortMap, heatProperties } from './cohorts';

const [JANUARY, FEBRUARY] = [Date.UTC(2018, 0, 1), Date.UTC(2018, 1, 1)];

/** Two cohorts: of January two periods later are known, of February one, which still runs. */
const fields = (retention = [1, 0.005, 0, 1, 0.002]) => [
  { ...moments([JANUARY, JANUARY, JANUARY, FEBRUARY, FEBRUARY], 'cohort'), name: 'First purchase' },
  field('period', { values: [0, 1, 2, 0, 1] }),
  field('cohort_customers', { name: 'Cohort size', values: [6_951, 6_951, 6_951, 6_357, 6_357] }),
  field('retention', { name: 'Retention', unit: 'percentunit', values: retention }),
  field('complete', { isNumber: false, values: [true, true, true, true, false] }),
];

const map = (options = {}, shown = fields()): string => cohortMap(shown, options, 'en') ?? '';
const rowsIn = (html: string): string[][] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(?:<span>)?([^<]*)/g)].map(([, cell]) => cell ?? ''),
  );

it('has a row for each cohort and a column for each period after the first purchase', () => {
  expect(rowsIn(map())).toEqual([
    ['First purchase', 'Cohort size', '1', '2'],
    ['All cohorts', '', '0.50', '0'],
    ['Jan 2018', '6,951', '0.50', '0'],
    ['Feb 2018', '6,357', '0.20', ''],
  ]);
  expect(map()).toContain('Retention (%) by the number of periods');
});

it('colours what is more deeper, nothing not at all, and marks what is not over', () => {
  const cells = [...map().matchAll(/<td class="(cell[^"]*)"(?: style="background-color:var\(([^)]*)\))?/g)];
  const [, , first, nothing, running] = cells.map(([, kind, color]) => ({ kind, color }));
  expect(nothing).toEqual({ kind: 'cell', color: undefined });
  expect(running?.kind).toBe('cell running');
  expect(String(first?.color) > String(running?.color)).toBe(true);
});

it('weighs cohorts by their size where all of them stand together, and leaves out what is not over', () => {
  const shown = fields([1, 0.01, 0, 1, 0.02]).map((one) =>
    one.key === 'complete' ? { ...one, values: [true, true, true, true, true] } : one,
  );
  const [, all] = rowsIn(map({}, shown));
  expect(all).toEqual(['All cohorts', '', '1.48', '0']);
  expect(rowsIn(map({}, fields([1, 0.01, 0, 1, 0.02])))[1]).toEqual(['All cohorts', '', '1.00', '0']);
});

it('says what the colours stand for', () => {
  const legend = [...map().matchAll(/<li>.*?<\/i>([^<]*)/g)].map(([, text]) => text);
  expect(legend.at(0)).toMatch(/^to 0\.\d+%$/);
  expect(legend.at(-2)).toMatch(/^over 0\.\d+%$/);
  expect(legend.at(-1)).toBe('period still running');
});

it.each([true, false])('has the panel’s colours where the page is dark: %s', (isDark) => {
  expect(heatProperties(isDark)).toContain(`--heat-6-5: ${heatColors(6, isDark).at(-1)};`);
});

it('is none where nobody came back, or the fields tell of no cohorts', () => {
  expect(cohortMap(fields([1, 0, 0, 1, 0]), {}, 'en')).toBeUndefined();
  expect(cohortMap([field('customers')], {}, 'en')).toBeUndefined();
});
