import { toDataFrame } from '@grafana/data';
import { frameOf, SCORES, segmentRow, SHOP, shopFrames } from '../testing/frames';
import type { SegmentsModel } from './model';
import { readSegments } from './readSegments';

function modelOf(frames: Parameters<typeof readSegments>[0]): SegmentsModel {
  const reading = readSegments(frames);
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

describe('reading segments', () => {
  it('orders them from the best to the most endangered', () => {
    expect(modelOf(shopFrames()).rows.map((row) => row.segment)).toEqual(['Champions', 'New', 'Lost']);
  });

  it('puts a segment that it does not know last', () => {
    const frame = frameOf('rfm_segments', [segmentRow('Whales', 1, 2), ...SHOP]);
    expect(modelOf([frame]).rows.at(-1)?.segment).toBe('Whales');
  });

  it('counts shares itself where the answer holds none', () => {
    const shares = modelOf(shopFrames()).rows.map((row) => [row.customerShare, row.revenueShare]);
    expect(shares).toEqual([
      [0.1, 40_000 / 200_000.5],
      [0.3, 100_000.5 / 200_000.5],
      [0.6, 60_000 / 200_000.5],
    ]);
  });

  it('takes the shares that the answer holds', () => {
    const rows = SHOP.map((row) => ({ ...row, customer_share: 0.5 }));
    expect(modelOf([frameOf('rfm_segments', rows)]).rows.map((row) => row.customerShare)).toEqual([0.5, 0.5, 0.5]);
  });

  it('keeps apart what is nothing and what is not known', () => {
    const [row] = modelOf([frameOf('x', [{ segment: 'New', customers: 2, revenue: null, churned_share: null }])]).rows;
    expect(row).toMatchObject({ revenue: 0, revenueShare: 0, churnedShare: null, meanFrequency: null });
  });

  it('says as of which day', () => {
    expect(modelOf(shopFrames()).asOf).toBe('2018-08-31');
    const [frame] = shopFrames();
    if (frame) frame.meta = {};
    expect(modelOf(frame ? [frame] : []).asOf).toBeUndefined();
  });

  it('takes the links of the segment field', () => {
    const [origin] = frameOf('rfm_segments', SHOP).fields;
    if (!origin) throw new Error('The frame has no fields.');
    const frame = frameOf('rfm_segments', SHOP, ({ valueRowIndex }) => [
      { href: '/d/x', title: `row ${valueRowIndex}`, target: undefined, origin },
    ]);
    expect(modelOf([frame]).rows.map((row) => row.links[0]?.title)).toEqual(['row 1', 'row 2', 'row 0']);
  });
});

describe('reading scores', () => {
  it('finds them whichever frame comes first', () => {
    expect(modelOf(shopFrames().reverse()).cells).toHaveLength(3);
  });

  it('says when there are none', () => {
    expect(modelOf([frameOf('rfm_segments', SHOP)]).cells).toBeNull();
  });

  it('leaves out scores that cannot be', () => {
    const cells = [...SCORES, { ...SCORES[0], recency_score: 0 }, { ...SCORES[0], frequency_score: 2.5 }];
    expect(modelOf([frameOf('rfm_segments', SHOP), frameOf('rfm_grid', cells)]).cells).toHaveLength(3);
  });
});

describe('frames without segments', () => {
  it.each([
    ['none', []],
    ['one without fields', [toDataFrame({ name: 'rfm_segments', fields: [] })]],
    ['one without rows', [toDataFrame({ fields: [{ name: 'segment', values: [] }] })]],
    ['one without customers', [frameOf('rfm_segments', [segmentRow('Lost', 0, 0)])]],
    ['scores alone', [frameOf('rfm_grid', SCORES)]],
  ])('%s: nothing to show', (_name, frames) => {
    expect(readSegments(frames)).toEqual({ state: 'empty' });
  });

  it('names the fields that are missing, as in an answer with one measure', () => {
    const frame = frameOf('rfm_segments', [{ segment: 'Lost', churned_share: 1 }]);
    expect(readSegments([frame])).toEqual({ state: 'missing', fields: ['customers', 'revenue'] });
  });

  it('names all of them for an answer of another kind', () => {
    const frame = frameOf('sales', [{ time: 1, revenue: 2 }]);
    expect(readSegments([frame])).toEqual({ state: 'missing', fields: ['segment', 'customers'] });
  });
});
