import { toDataFrame, type DataFrame } from '@grafana/data';
import { lifecycleFrame, SHOP } from '../testing/frames';
import type { LifecycleModel } from './model';
import { readLifecycle } from './readLifecycle';

function modelOf(...frames: DataFrame[]): LifecycleModel {
  const reading = readLifecycle(frames);
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

describe('reading the lifecycle', () => {
  it('has a step per row, ascending, with its net change', () => {
    const { steps, net, totals, grain, asOf } = modelOf(lifecycleFrame(SHOP.toReversed()));
    expect(steps.map(({ day, net: change }) => [day, change])).toEqual([
      ['2018-01-01', 1_000],
      ['2018-02-01', -395],
      ['2018-03-01', 202],
    ]);
    expect(totals).toEqual({ new: 2_100, returning: 60, reactivated: 7, dormant: 1_300 });
    expect({ net, grain, asOf }).toEqual({ net: 807, grain: 'month', asOf: '2018-03-20' });
  });

  it.each([
    ['2018-03-20', [true, true, false]],
    ['2018-03-31', [true, true, true]],
    ['2018-02-27', [true, false, false]],
    ['2018-02-28', [true, true, false]],
  ])('knows at %s which months are over', (asOf, complete) => {
    expect(modelOf(lifecycleFrame(SHOP, { asOf })).steps.map((step) => step.complete)).toEqual(complete);
  });

  it('goes by weeks where the answer says so, and where it does not but begins on other days', () => {
    const week = [{ ...SHOP[0]!, day: '2018-03-12' }];
    expect(modelOf(lifecycleFrame(week, { grain: 'week', asOf: '2018-03-18' })).steps[0]?.complete).toBe(true);
    expect(modelOf(lifecycleFrame(week, { grain: 'week', asOf: '2018-03-17' })).steps[0]?.complete).toBe(false);
    expect(modelOf({ ...lifecycleFrame(week), meta: undefined })).toMatchObject({ grain: 'week' });
  });

  it('takes nothing for zero', () => {
    const frame = lifecycleFrame([{ ...SHOP[0]!, new: Number.NaN }]);
    expect(modelOf(frame).steps[0]?.counts.new).toBe(0);
  });

  it('finds the links of a stage in the row of the answer', () => {
    const [origin] = lifecycleFrame().fields;
    const getLinks = ({ valueRowIndex }: { valueRowIndex?: number }) => [
      { href: '/d/x', title: `row ${valueRowIndex}`, target: undefined, origin: origin! },
    ];
    const { linksOf } = modelOf(lifecycleFrame(SHOP, { getLinks }));
    expect(linksOf('dormant', 2).map(({ title }) => title)).toEqual(['row 2']);
    expect(linksOf('new', 2)).toEqual([]);
  });
});

describe('frames without a lifecycle', () => {
  it.each([
    ['none', []],
    ['one without fields', [toDataFrame({ name: 'lifecycle', fields: [] })]],
    ['one without a time', [lifecycleFrame([{ ...SHOP[0]!, day: 'unknown' }])]],
  ])('%s: nothing to show', (_name, frames) => {
    expect(readLifecycle(frames)).toEqual({ state: 'empty' });
  });

  it('names what is missing', () => {
    const frame = toDataFrame({ fields: [{ name: 'new', values: [1] }] });
    expect(readLifecycle([frame])).toEqual({
      state: 'missing',
      fields: ['time', 'returning', 'reactivated', 'dormant'],
    });
  });
});
