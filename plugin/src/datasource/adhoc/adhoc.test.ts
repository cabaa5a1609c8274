import { dateTime, toDataFrame, type AdHocVariableFilter, type TimeRange } from '@grafana/data';
import type { WarehouseQuery } from '../types';
import { narrowed, takesFilters } from './narrow';
import { withFilterNotices } from './notice';
import { tagValues } from './tags';
import { usableFilters } from './usable';

const filter = (key: string, operator: string, value: string, values?: string[]): AdHocVariableFilter => ({
  key,
  operator,
  value,
  values,
});
const by = (query: Partial<WarehouseQuery>, ...filters: AdHocVariableFilter[]) => {
  const whole: WarehouseQuery = JSON.parse(JSON.stringify({ refId: 'A', kind: 'kpis', ...query }));
  const { filters: kept, exclude } = narrowed(whole, usableFilters(filters));
  return { filters: kept, exclude };
};

describe('the filters of a dashboard', () => {
  it.each([
    [filter('state', '=', 'SP'), { filters: { state: ['SP'] } }],
    [filter('state', '=', 'SP', ['SP', 'RJ']), { filters: { state: ['SP'] } }],
    [filter('state', '!=', 'SP'), { exclude: { state: ['SP'] } }],
    [filter('state', '=|', 'SP', ['SP', 'RJ']), { filters: { state: ['SP', 'RJ'] } }],
    [filter('state', '=|', 'SP'), { filters: { state: ['SP'] } }],
    [filter('segment', '!=|', 'Lost', ['Lost', 'New']), { exclude: { segment: ['Lost', 'New'] } }],
  ])('%j narrow a query to %j', (one, expected) => {
    expect(by({}, one)).toEqual({ filters: undefined, exclude: undefined, ...expected });
  });

  it('hold beside the query own ones', () => {
    const own = { filters: { state: ['SP', 'RJ'], category: ['toys'] }, exclude: { segment: ['Lost' as const] } };
    expect(by(own, filter('state', '=|', 'RJ', ['RJ', 'MG']), filter('segment', '!=', 'New'))).toEqual({
      filters: { state: ['RJ'], category: ['toys'] },
      exclude: { segment: ['Lost', 'New'] },
    });
  });

  it('give nothing, not everything, where they contradict the query or one another', () => {
    const nothing = { filters: { state: ['SP'] }, exclude: { state: ['SP'] } };
    expect(by({ filters: { state: ['SP'] } }, filter('state', '=', 'RJ'))).toEqual(nothing);
    expect(by({}, filter('state', '=', 'SP'), filter('state', '=', 'RJ'))).toEqual(nothing);
    expect(by({}, filter('state', '=', 'SP'), filter('state', '=', 'RJ'), filter('state', '=', 'SP'))).toEqual(nothing);
    expect(by({ filters: { state: ['SP'] } }, filter('state', '!=', 'SP'))).toEqual(nothing);
  });

  it('do not narrow yet while they are written', () => {
    expect(usableFilters([filter('', '=', ''), filter('state', '', 'SP'), filter('state', '=', '')])).toEqual([]);
    expect(usableFilters(undefined)).toEqual([]);
  });

  it.each([
    [filter('state', '=~', 'S.*'), 'The filter "state =~ S.*" cannot be used: state takes = or !='],
    [filter('band', '<', 'high'), 'risk band takes = or != with one value, =| (one of) or !=| (none of) with several'],
    [filter('country', '=', 'BR'), 'Churnwatch filters by state, category, payment_type, segment, band'],
    [filter('constructor', '=', 'x'), 'The filter "constructor = x" cannot be used'],
    [filter('state', 'constructor', 'x'), 'cannot be used: state takes'],
  ])('are refused where no query can hold them: %j', (one, message) => {
    expect(() => usableFilters([one])).toThrow(message);
  });

  it('leave SQL as it is, with a notice on its frames alone', () => {
    const sql: WarehouseQuery = { refId: 'B', kind: 'sql', rawSql: 'SELECT 1' };
    const filters = [filter('state', '=', 'SP')];
    expect(takesFilters(sql)).toBe(false);
    expect(narrowed(sql, usableFilters(filters))).toBe(sql);
    const frames = ['A', 'B'].map((refId) => toDataFrame({ refId, meta: { notices: [] }, fields: [] }));
    const targets: WarehouseQuery[] = [{ refId: 'A', kind: 'kpis' }, sql];
    const { data } = withFilterNotices({ data: frames }, { targets, filters });
    expect(data[0].meta.notices).toEqual([]);
    expect(data[1].meta.notices[0].text).toContain('filters do not apply to this query');
    expect(withFilterNotices({ data: frames }, { targets, filters: [] }).data).toBe(frames);
  });
});

describe('the values of a filter', () => {
  const range: TimeRange = { from: dateTime(0), to: dateTime(1), raw: { from: '0', to: '1' } };

  it('are those of the time range beside the other filters', async () => {
    const ask = jest.fn().mockResolvedValue([{ text: 'High risk', value: 'high' }]);
    const filters = [filter('state', '=', 'SP'), filter('category', '!=', 'toys')];
    const answer = await tagValues({ key: 'band', filters, timeRange: range }, ask);
    expect(answer).toEqual({ data: [{ text: 'High risk', value: 'high' }] });
    expect(ask).toHaveBeenCalledWith(
      {
        kind: 'values',
        dimension: 'band',
        within: 'time_range',
        filters: { state: ['SP'] },
        exclude: { category: ['toys'] },
      },
      range,
    );
  });

  it('are those of all time where no range is known', async () => {
    const ask = jest.fn().mockResolvedValue([]);
    await tagValues({ key: 'state', filters: [] }, ask);
    expect(ask.mock.calls[0]?.[0]).toMatchObject({ within: 'all_time' });
  });

  it('are none of what nobody knows, and say what went wrong', async () => {
    const ask = jest.fn().mockRejectedValue(new Error('being built'));
    expect(await tagValues({ key: 'country', filters: [] }, ask)).toEqual({ data: [] });
    expect(ask).not.toHaveBeenCalled();
    expect(await tagValues({ key: 'state', filters: [] }, ask)).toEqual({
      data: [],
      error: { message: 'being built' },
    });
    const bad = await tagValues({ key: 'state', filters: [filter('band', '<', 'high')] }, ask);
    expect(bad.error?.message).toContain('risk band takes');
  });
});
