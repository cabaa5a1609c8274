import { toDataFrame } from '@grafana/data';
import { frameOf, listFrames, scoreFrames, whatIfFrames } from '../testing/frames';
import { CUSTOMER, REASONS, scoreRow } from '../testing/rows';
import type { ScoreModel } from './model';
import { readFrames } from './readFrames';

function scoreOf(frames: Parameters<typeof readFrames>[0]): ScoreModel {
  const { score } = readFrames(frames, 'auto');
  if (score?.state !== 'ready') throw new Error(`The frames hold no score: ${score?.state}.`);
  return score.model;
}

describe('what frames hold', () => {
  it('is one score before a list, where both are there', () => {
    expect(readFrames([...listFrames(), ...scoreFrames()], 'auto').score?.state).toBe('ready');
  });

  it('is a list where there is nothing else', () => {
    expect(readFrames(listFrames(), 'auto').list?.state).toBe('ready');
  });

  it.each<['detail' | 'list', object]>([
    ['detail', { score: { state: 'empty' } }],
    ['list', { list: { state: 'empty' } }],
  ])('is what is asked for: %s', (mode, reading) => {
    expect(readFrames(mode === 'detail' ? listFrames() : scoreFrames().slice(1), mode)).toEqual(reading);
  });

  it('is known by its columns where a transformation has taken the names', () => {
    const nameless = scoreFrames().map((frame) => ({ ...frame, name: undefined }));
    const model = scoreOf(nameless);
    expect(model.customer?.id).toBe(CUSTOMER.customer_id);
    expect([model.reasons?.rows.length, model.history.length, model.orders.length]).toEqual([9, 14, 3]);
    const list = listFrames().map((frame) => ({ ...frame, name: 'A' }));
    expect(readFrames(list, 'auto').list?.state).toBe('ready');
  });

  it('names what a list lacks', () => {
    const frame = frameOf('churn_scores', [{ customer_id: 'a' }]);
    expect(readFrames([frame], 'auto').list).toEqual({
      state: 'missing',
      frame: 'churn_scores',
      fields: ['churn_probability'],
    });
  });
});

describe('reading a score', () => {
  it('takes the average from the first of the reasons, and puts the heaviest in front', () => {
    const shuffled = [...REASONS].reverse();
    const model = scoreOf([frameOf('churn_score', [CUSTOMER]), frameOf('reasons', shuffled)]);
    expect(model.reasons?.base).toBe(CUSTOMER.base_rate);
    expect(model.reasons?.rows.map(({ feature }) => feature).slice(0, 2)).toEqual(['recency_days', 'mean_days_late']);
  });

  it('does without reasons that do not begin anywhere', () => {
    const model = scoreOf([frameOf('churn_score', [CUSTOMER]), frameOf('reasons', REASONS.slice(1))]);
    expect(model.reasons).toBeUndefined();
  });

  it('counts band and odds itself where the answer holds none', () => {
    const model = scoreOf(scoreFrames({ band: 'unheard of', relative_odds: null }));
    expect(model.score.band).toBe('high');
    expect(model.score.odds).toBeCloseTo(0.62, 2);
  });

  it('keeps apart what is nothing and what is not known', () => {
    const { score, customer } = scoreOf(scoreFrames({ revenue_at_risk: null, frequency_percentile: null }));
    expect(score.revenueAtRisk).toBeNull();
    expect(customer?.standing.frequency).toEqual({ value: 2, amongAll: null, inSegment: 0.45 });
  });

  it('is empty where the churn probability itself is not known', () => {
    expect(readFrames(scoreFrames({ churn_probability: null }), 'auto').score).toEqual({ state: 'empty' });
  });

  it('reads what a what-if starts from', () => {
    expect(scoreOf(whatIfFrames()).before).toEqual({ churn: 0.9914, band: 'high' });
    expect(scoreOf(scoreFrames()).before).toBeUndefined();
  });

  it('leaves out buckets, months and orders that cannot be drawn', () => {
    const model = scoreOf([
      frameOf('churn_score', [CUSTOMER]),
      frameOf('rfm_histograms', [
        { figure: 'shoe_size', from: 1, to: 2, customers: 3, own: false },
        { figure: 'monetary', from: 1, to: null, customers: 3, own: false },
        { figure: 'monetary', from: 1, to: 2, customers: 3, own: true },
      ]),
      frameOf('score_history', [
        { time: 2, churn_probability: 0.5, base_rate: null },
        { time: 3, churn_probability: null, base_rate: 0.5 },
        { time: 1, churn_probability: 0.4, base_rate: 0.5 },
      ]),
      frameOf('orders', [{ time: null, order_id: 'x' }]),
    ]);
    expect(model.histograms).toEqual({ monetary: [{ from: 1, to: 2, customers: 3, own: true }] });
    expect(model.history.map(({ time }) => time)).toEqual([1, 2]);
    expect(model.orders).toEqual([]);
  });

  it('says as of which day, where the answer does', () => {
    expect(scoreOf(scoreFrames()).asOf).toBe('2018-08-22');
    const bare = toDataFrame({ ...frameOf('churn_score', [CUSTOMER]), meta: {} });
    expect(scoreOf([bare]).asOf).toBeUndefined();
  });
});

describe('reading a list', () => {
  it('keeps bands that it does not know as not known', () => {
    const { list } = readFrames([frameOf('churn_scores', [scoreRow(0, { band: 'purple' })])], 'auto');
    expect(list?.state === 'ready' && list.model.rows[0]?.band).toBeNull();
  });

  it('leaves out customers without a score', () => {
    const rows = [scoreRow(0), scoreRow(1, { churn_probability: null })];
    const { list } = readFrames([frameOf('churn_scores', rows)], 'auto');
    expect(list?.state === 'ready' && list.model.rows).toHaveLength(1);
  });
});
