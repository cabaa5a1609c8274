import { toDataFrame, type DataFrame } from '@grafana/data';
import { cohortFrame, SHOP } from '../testing/frames';
import type { CohortsModel } from './model';
import { readCohorts } from './readCohorts';

function modelOf(...frames: DataFrame[]): CohortsModel {
  const reading = readCohorts(frames);
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

const withoutMeta = (frame: DataFrame): DataFrame => ({ ...frame, meta: undefined });

describe('reading cohorts', () => {
  it('puts a row per cohort together, from the earliest, whatever the order of the rows', () => {
    const { cohorts, periods, grain, asOf } = modelOf(cohortFrame(SHOP.toReversed()));
    expect(cohorts.map(({ day, customers, cells }) => [day, customers, cells.length])).toEqual([
      ['2018-01-01', 2_000, 3],
      ['2018-02-01', 1_000, 2],
      ['2018-03-01', 500, 1],
    ]);
    expect({ periods, grain, asOf }).toEqual({ periods: 3, grain: 'month', asOf: '2018-03-20' });
  });

  it('knows when each period begins and whether it is over', () => {
    const [january] = modelOf(cohortFrame()).cohorts;
    expect(january?.cells.map(({ day, complete, retention }) => [day, complete, retention])).toEqual([
      ['2018-01-01', true, 1],
      ['2018-02-01', true, 0.005],
      ['2018-03-01', false, 0],
    ]);
  });

  it('goes by weeks where the answer says so, and where it does not but begins on other days', () => {
    const weeks = SHOP.map((row) => ({ ...row, cohort: row.cohort.replace('-01-01', '-01-08') }));
    expect(modelOf(cohortFrame(SHOP, 'week')).cohorts[0]?.cells[2]?.day).toBe('2018-01-15');
    expect(modelOf(withoutMeta(cohortFrame(weeks))).grain).toBe('week');
    expect(modelOf(withoutMeta(cohortFrame()))).toMatchObject({ grain: 'month' });
    expect(modelOf(withoutMeta(cohortFrame()))).not.toHaveProperty('asOf');
  });

  it('adds all cohorts up whose period is over', () => {
    expect(modelOf(cohortFrame()).together).toEqual([
      { period: 0, of: 3_000, customers: 3_000, retention: 1, revenue: 300_000 },
      { period: 1, of: 2_000, customers: 10, retention: 0.005, revenue: 1_500.5 },
    ]);
  });

  it('leaves out rows that cannot be, and takes nothing for zero', () => {
    const odd = [
      { ...SHOP[0]!, period: -1 },
      { ...SHOP[0]!, period: 0.5 },
      { ...SHOP[0]!, cohort: 'unknown' },
      { ...SHOP[0]!, cohort_customers: 0, customers: 0 },
    ];
    const { cohorts } = modelOf(cohortFrame(odd));
    expect(cohorts).toHaveLength(1);
    expect(cohorts[0]?.cells).toMatchObject([{ retention: 0 }]);
  });

  it('finds the links of a measure in the row of the answer', () => {
    const [origin] = cohortFrame().fields;
    const frame = cohortFrame(SHOP, 'month', ({ valueRowIndex }) => [
      { href: '/d/x', title: `row ${valueRowIndex}`, target: undefined, origin: origin! },
    ]);
    const { linksOf, cohorts } = modelOf(frame);
    expect(linksOf('retention', cohorts[1]!.cells[1]!.row).map(({ title }) => title)).toEqual(['row 4']);
    expect(linksOf('revenue', 0)).toEqual([]);
  });
});

describe('frames without cohorts', () => {
  it.each([
    ['none', []],
    ['one without fields', [toDataFrame({ name: 'cohorts', fields: [] })]],
    ['one whose rows cannot be', [cohortFrame([{ ...SHOP[0]!, period: -1 }])]],
  ])('%s: nothing to show', (_name, frames) => {
    expect(readCohorts(frames)).toEqual({ state: 'empty' });
  });

  it('names what is missing, as in an answer with one measure', () => {
    const wide = toDataFrame({
      fields: [
        { name: 'cohort', values: [1] },
        { name: 'cohort_customers', values: [2] },
        { name: '0', values: [1] },
      ],
    });
    expect(readCohorts([wide])).toEqual({ state: 'missing', fields: ['period', 'customers', 'revenue'] });
  });
});
