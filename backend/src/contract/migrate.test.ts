import { QUERY_KINDS } from './kinds';
import { migrateQuery, QUERY_MIGRATIONS, textQuery } from './migrate';
import { parseQuery } from './validate';

describe('a saved query', () => {
  it.each([
    [
      { kind: 'rfm-segments', refId: 'A' },
      { kind: 'rfm_segments', refId: 'A' },
    ],
    [
      { kind: 'salesForecast', horizonDays: 30 },
      { kind: 'sales_forecast', horizonDays: 30 },
    ],
    [{ kind: 'Key Figures' }, { kind: 'Key Figures' }],
    [
      { queryType: 'kpis', trend: true },
      { queryType: 'kpis', kind: 'kpis', trend: true },
    ],
    [
      { kind: '', queryType: 'churn-scores' },
      { queryType: 'churn-scores', kind: 'churn_scores' },
    ],
    [{ queryType: 'range' }, { queryType: 'range' }],
    [{ rawSql: 'SELECT 1' }, { kind: 'sql', rawSql: 'SELECT 1' }],
    [
      { refId: 'A', rawSql: 'SELECT 1', format: 0, rawQuery: true, editorMode: 'code', sql: { columns: [] } },
      { refId: 'A', kind: 'sql', rawSql: 'SELECT 1', format: 'time_series' },
    ],
    [
      { rawSql: 'SELECT 1', format: 1 },
      { kind: 'sql', rawSql: 'SELECT 1', format: 'table' },
    ],
    [
      { rawSql: 'SELECT 1', format: 7 },
      { kind: 'sql', rawSql: 'SELECT 1', format: 7 },
    ],
    [
      { refId: 'A', query: 'state' },
      { refId: 'A', kind: 'values', dimension: 'state' },
    ],
    [{ query: ' values( city ) ' }, { kind: 'values', dimension: 'city' }],
    [{ query: 'with a as (select 1) select *' }, { kind: 'sql', rawSql: 'with a as (select 1) select *' }],
    [{ query: 'up{job="x"}' }, { query: 'up{job="x"}' }],
    [{ dimension: 'segment' }, { dimension: 'segment', kind: 'values' }],
    [
      { topic: 'risk', filters: { state: ['SP'] } },
      { topic: 'risk', filters: { state: ['SP'] }, kind: 'headline' },
    ],
  ])('%j is today %j', (saved, today) => {
    expect(migrateQuery<object>(saved)).toEqual(today);
  });

  it.each(QUERY_KINDS)('of the kind %s stays the very same', (kind) => {
    const query = { refId: 'A', kind, filters: { state: ['SP'] }, asOf: '2018-06-30' };
    expect(migrateQuery(query)).toBe(query);
  });

  it.each([
    [{}],
    [{ refId: 'A', datasource: { uid: 'x' } }],
    [{ measure: 'revenue' }],
    [{ customer: 'a' }],
    [{ filters: { state: ['SP'] } }],
    [{ dimension: 'state', colour: 'red' }],
  ])('that may mean several things, or nothing, is not guessed at: %j', (saved) => {
    expect(migrateQuery(saved)).toBe(saved);
    expect(() => parseQuery(saved)).toThrow('The query names no kind');
  });

  it('loses no key in silence: what nobody knows is named in the answer', () => {
    expect(() => parseQuery({ queryType: 'kpis', colour: 'red' })).toThrow('"colour" is not a parameter of kpis');
    expect(() => parseQuery({ rawSql: 'SELECT 1', database: 'x' })).toThrow('"database" is not a parameter of sql');
    expect(() => parseQuery({ rawSql: 'SELECT 1', format: 7 })).toThrow('format cannot be 7');
  });

  it('is migrated where no browser can do it, as in an alert rule', () => {
    expect(parseQuery({ refId: 'A', rawSql: 'SELECT 1', format: 1, rawQuery: true })).toMatchObject({
      kind: 'sql',
      format: 'table',
    });
    expect(parseQuery({ kind: 'rfm-segments', measure: 'churned_share' })).toMatchObject({
      kind: 'rfm_segments',
      measure: 'churned_share',
    });
  });

  it('is not taken from the prototype', () => {
    const saved: object = JSON.parse('{"__proto__": {"kind": "sales"}, "refId": "A"}');
    expect(() => parseQuery(saved)).toThrow('names no kind');
  });
});

it('a text alone is a dimension or a statement, or nothing', () => {
  expect(textQuery('BAND')).toEqual({ kind: 'values', dimension: 'band' });
  expect(textQuery('SELECT\n1')).toEqual({ kind: 'sql', rawSql: 'SELECT\n1' });
  expect(['', 'selection', 'values()', 'constructor'].map(textQuery)).toEqual(Array(4).fill(undefined));
});

it('every migration says what it is for', () => {
  for (const { was, becomes } of QUERY_MIGRATIONS) expect(`${was} ${becomes}`).toMatch(/kind/);
});
