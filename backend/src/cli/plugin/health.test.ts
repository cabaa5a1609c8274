import type { GenerationSummary } from '../../contract';
import { healthOf } from './health';

const generation: GenerationSummary = {
  id: 'g1',
  builtAt: '2026-01-01T00:00:00Z',
  sample: false,
  source: '/srv/shop',
  firstDay: '2016-09-04',
  lastDay: '2018-09-03',
  regularFirstDay: '2017-01-05',
  regularLastDay: '2018-08-28',
  all: { orders: 99_441, customers: 96_096, payments: 1 },
  purchases: { orders: 98_207, customers: 94_990, payments: 1 },
  rowsRead: 1_451_698,
  rowsRejected: 3,
};

describe('healthOf', () => {
  it('says what was checked', () => {
    expect(healthOf({ state: 'ready', generation })).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(
        /Data of \/srv\/shop\. 98,207 purchases by 94,990 customers.*1,451,698 rows read, 3 rejected/,
      ),
    });
  });

  it('says that it is the sample', () => {
    const { message } = healthOf({ state: 'ready', generation: { ...generation, sample: true } });
    expect(message).toContain('Generated sample data, not a real shop.');
  });

  it('says how far a build has come, and what serves meanwhile', () => {
    const progress = { step: 'reading orders', share: 0.6 };
    expect(healthOf({ state: 'building', progress })).toMatchObject({
      status: 'ok',
      message: 'The warehouse is being built, 60 % (reading orders).',
    });
    expect(healthOf({ state: 'building', progress, generation }).message).toContain('Generation g1 serves meanwhile.');
  });

  it('is no success when the newest build failed, also while an old generation serves', () => {
    const error = 'orders: column "order_id" is missing.';
    expect(healthOf({ state: 'failed', error })).toMatchObject({ status: 'error', message: error });
    expect(healthOf({ state: 'ready', error, generation })).toMatchObject({
      status: 'error',
      message: expect.stringContaining('goes on serving'),
    });
  });
});
