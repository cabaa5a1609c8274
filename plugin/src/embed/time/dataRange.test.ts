import { boundsForUrl, dataSpan, quickSpans, toTimeRange, wholeDays } from './dataRange';

const DAYS = { firstDay: '2016-09-04', lastDay: '2018-09-03', regularLastDay: '2018-08-31' };
const ms = (text: string) => Date.parse(text);

it('spans all of the data, so that customers are judged as of the last day of regular trade', () => {
  expect(dataSpan(DAYS)).toEqual({ from: ms('2016-09-04T00:00:00Z'), to: ms('2018-09-05T00:00:00Z') });
});

describe('quick ranges', () => {
  const from = Object.fromEntries(quickSpans(DAYS).map((span) => [span.name, new Date(span.from).toISOString()]));

  it('count back from the end of regular trade', () => {
    expect(from).toEqual({
      'All data': '2016-09-04T00:00:00.000Z',
      'Last 12 months of data': '2017-09-01T00:00:00.000Z',
      'Last 6 months of data': '2018-03-01T00:00:00.000Z',
      'Last 90 days of data': '2018-06-03T00:00:00.000Z',
      'Last 30 days of data': '2018-08-02T00:00:00.000Z',
    });
  });

  it('stay inside the shorter month', () => {
    const spans = quickSpans({ firstDay: '2023-01-01', lastDay: '2024-08-30', regularLastDay: '2024-08-30' });
    const half = spans.find(({ name }) => name === 'Last 6 months of data');
    expect(half && new Date(half.from).toISOString()).toBe('2024-02-29T00:00:00.000Z');
  });
});

describe('bounds as addresses and dashboards write them', () => {
  it.each([
    ['1483228800000', '1535760000000'],
    ['2017-01-01', '2018-09-01'],
    ['2017-01-01T00:00:00.000Z', '2018-09-01T00:00:00Z'],
  ])('%s to %s', (from, to) => {
    const range = toTimeRange(from, to, 'utc');
    expect([range?.from.valueOf(), range?.to.valueOf()]).toEqual([
      ms('2017-01-01T00:00:00Z'),
      ms('2018-09-01T00:00:00Z'),
    ]);
  });

  it('keep arithmetic on now, which moves on, in addresses', () => {
    const range = toTimeRange('now-6h', 'now', 'utc');
    expect(range && range.to.valueOf() - range.from.valueOf()).toBe(6 * 3_600_000);
    expect(range && boundsForUrl(range)).toEqual({ from: 'now-6h', to: 'now' });
  });

  it('write everything else in ms', () => {
    const range = toTimeRange('2017-01-01', '2018-09-01', 'utc');
    expect(range && boundsForUrl(range)).toEqual({ from: '1483228800000', to: '1535760000000' });
  });

  it.each([
    ['yesterday', 'now'],
    ['2018-01-01', '2017-01-01'],
    ['', ''],
    ['NaN', '99999999999999999999'],
    ['now-6parsecs', 'now'],
  ])('cannot be read: %s to %s', (from, to) => {
    expect(toTimeRange(from, to, 'utc')).toBeUndefined();
  });
});

describe('the name of a range of whole days', () => {
  const named = (from: string, to: string) => {
    const range = toTimeRange(from, to, 'utc');
    return range && wholeDays(range, 'en-US')?.name;
  };

  it('says the first and the last day', () => {
    expect(named('2018-01-01', '2018-07-01')).toMatch(/^Jan 1\s–\sJun 30, 2018$/);
    expect(named('2018-01-01T00:00:00.000Z', '2018-06-30T23:59:59.999Z')).toMatch(/^Jan 1\s–\sJun 30, 2018$/);
    expect(named('2018-01-01', '2018-01-02')).toBe('Jan 1, 2018');
  });

  it('is not given to parts of days and to ranges that move', () => {
    expect(named('2018-01-01T06:00:00Z', '2018-06-30')).toBeUndefined();
    expect(named('2018-01-01', 'now/d')).toBeUndefined();
  });
});
