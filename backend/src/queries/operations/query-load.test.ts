import { QueryLoad } from './query-load';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 30);
const MINUTE = 60_000;
const ok = (kind = 'kpis') => ({ kind, status: 200 });

describe('the load of queries', () => {
  it('is nothing where nothing was asked', () => {
    const load = new QueryLoad();
    expect(load.byKind(15, NOW)).toEqual([]);
    expect(load.total(15, NOW)).toEqual({
      queries: 0,
      failed: 0,
      meanSeconds: 0,
      p50Seconds: 0,
      p95Seconds: 0,
      slowestSeconds: 0,
    });
  });

  it('is counted by kind, the most asked first', () => {
    const load = new QueryLoad();
    for (const kind of ['sales', 'kpis', 'sales']) load.record(ok(kind), 0.1, NOW);
    expect(load.byKind(15, NOW).map(({ kind, queries }) => [kind, queries])).toEqual([
      ['sales', 2],
      ['kpis', 1],
    ]);
    expect(load.total(15, NOW, ['kpis', 'breakdown']).queries).toBe(1);
  });

  it('counts faults of the service as failures, and nothing else', () => {
    const load = new QueryLoad();
    for (const status of [200, 400, 403, 422, 499, 500, 503]) load.record({ kind: 'kpis', status }, 0.1, NOW);
    expect(load.total(15, NOW)).toMatchObject({ queries: 7, failed: 1 });
  });

  it('looks back so many minutes, the present one included', () => {
    const load = new QueryLoad();
    for (const ago of [0, 1, 14, 15, 100]) load.record(ok(), 0.1, NOW - ago * MINUTE);
    expect([1, 2, 15, 16, 1_440].map((minutes) => load.total(minutes, NOW).queries)).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not count what a clock that was set back since has left ahead', () => {
    const load = new QueryLoad();
    load.record(ok(), 0.1, NOW + 100 * MINUTE);
    expect(load.total(15, NOW).queries).toBe(0);
    load.record(ok(), 0.1, NOW);
    expect(load.total(15, NOW).queries).toBe(1);
  });

  it('forgets what is older than a day', () => {
    const load = new QueryLoad();
    load.record(ok(), 0.1, NOW - 1_440 * MINUTE);
    load.record(ok(), 0.1, NOW);
    expect(load.total(100_000, NOW).queries).toBe(1);
  });

  it('knows percentiles to within a fifth, and mean and slowest exactly', () => {
    const load = new QueryLoad();
    for (let i = 1; i <= 1_000; i++) load.record(ok(), i / 100, NOW);
    const { meanSeconds, p50Seconds, p95Seconds, slowestSeconds } = load.total(1, NOW);
    expect(meanSeconds).toBeCloseTo(5.005, 6);
    expect(slowestSeconds).toBe(10);
    for (const [found, truth] of [
      [p50Seconds, 5],
      [p95Seconds, 9.5],
    ] as const) {
      expect(found).toBeGreaterThanOrEqual(truth);
      expect(found).toBeLessThanOrEqual(truth * 1.2);
    }
  });

  it.each([0, 1e-9, 1e9])('takes a time of %d seconds', (seconds) => {
    const load = new QueryLoad();
    load.record(ok(), seconds, NOW);
    expect(load.total(1, NOW).p95Seconds).toBeLessThanOrEqual(seconds);
    expect(load.total(1, NOW).slowestSeconds).toBe(seconds);
  });
});
