import type { WarehouseQuery } from '../types';
import { interpolateQuery } from './interpolate';
import type { VariableSource } from './variables';

const source: VariableSource = {
  isAll: (name) => name === 'everything',
  replace: (text, format) =>
    text.replace(/\$(\w+)/g, (match, name: string) => {
      const values: Record<string, unknown> = {
        states: ['SP', 'RJ'],
        everything: ['boleto', 'voucher'],
        size: '25',
        measure: 'orders',
        statuses: ['active', 'churned'],
        day: '2018-06-30',
        nothing: '',
      };
      return name in values ? format(values[name]) : match;
    }),
};

/** A query as a dashboard keeps it, where variables stand in the places of typed values. */
function saved(query: object): WarehouseQuery {
  return { refId: 'A', kind: 'sales', ...query };
}

describe('interpolating a query', () => {
  it('turns multi-value variables in filters into lists and leaves out what stands for everything', () => {
    const query = saved({ filters: { state: ['$states', 'MG'], payment_type: ['$everything'], category: ['toys'] } });
    expect(interpolateQuery(query, source)).toEqual({
      refId: 'A',
      kind: 'sales',
      filters: { state: ['SP', 'RJ', 'MG'], category: ['toys'] },
    });
  });

  it('leaves the filters out altogether when none is left', () => {
    expect(interpolateQuery(saved({ filters: { payment_type: ['$everything'] } }), source)).toEqual(saved({}));
  });

  it('does the same with values to leave out: all of them leaves out none', () => {
    const query = saved({ exclude: { state: ['$states'], payment_type: ['$everything'], category: ['$__all'] } });
    expect(interpolateQuery(query, source)).toEqual(saved({ exclude: { state: ['SP', 'RJ'] } }));
    expect(interpolateQuery(saved({ exclude: { state: ['$everything'] } }), source)).toEqual(saved({}));
  });

  it('takes a filter that a dashboard keeps as one text', () => {
    expect(interpolateQuery(saved({ filters: { state: '$states' } }), source).filters).toEqual({ state: ['SP', 'RJ'] });
  });

  it('replaces variables in choices, numbers, days and texts', () => {
    const query = saved({ measure: '$measure', limit: '$size', asOf: '$day' });
    expect(interpolateQuery(query, source)).toEqual(saved({ measure: 'orders', limit: 25, asOf: '2018-06-30' }));
  });

  it('replaces variables in conditions, and drops those that stand for everything or nothing', () => {
    const [one, all, none, unknown] = ['$size', '$everything', '$nothing', '$unknown'].map((value) => ({
      field: 'monetary',
      operator: '>',
      value,
    }));
    const query = saved({ kind: 'customers', where: [one, all, none, unknown] });
    expect(interpolateQuery(query, source)).toEqual(
      saved({ kind: 'customers', where: [{ ...one, value: 25 }, unknown] }),
    );
    expect(interpolateQuery(saved({ kind: 'customers', where: [all] }), source)).toEqual(saved({ kind: 'customers' }));
  });

  it('turns a list of choices into the values of its variables', () => {
    const query = saved({ kind: 'customers', status: ['$statuses'], search: '$nothing' });
    expect(interpolateQuery(query, source)).toEqual(saved({ kind: 'customers', status: ['active', 'churned'] }));
  });

  it('joins several values where only one text fits, so that the backend can refuse them by name', () => {
    expect(interpolateQuery(saved({ asOf: '$states' }), source)).toMatchObject({ asOf: 'SP,RJ' });
  });

  it('keeps an unknown variable, which the backend names in its answer', () => {
    expect(interpolateQuery(saved({ filters: { state: ['$stat'] } }), source).filters).toEqual({ state: ['$stat'] });
  });

  it('keeps numbers, switches and what Grafana itself put into the query', () => {
    const query = saved({ kind: 'customers', limit: 5, descending: false, hide: true, datasource: { uid: 'x' } });
    expect(interpolateQuery(query, source)).toEqual(query);
  });

  it('does not change the query that it was given', () => {
    const query = saved({ filters: { state: ['$states'] } });
    interpolateQuery(query, source);
    expect(query.filters).toEqual({ state: ['$states'] });
  });
});

describe('interpolating a statement', () => {
  const sql = (rawSql: string) => interpolateQuery(saved({ kind: 'sql', rawSql, format: 'table' }), source);

  it('writes several values in quotes, and one as it is', () => {
    expect(sql("state IN ($states) AND day = '$day' LIMIT $size")).toMatchObject({
      rawSql: "state IN ('SP','RJ') AND day = '2018-06-30' LIMIT 25",
      format: 'table',
    });
  });

  it('writes all values of a variable that stands for everything', () => {
    expect(sql('payment_type IN ($everything)')).toHaveProperty('rawSql', "payment_type IN ('boleto','voucher')");
  });

  it('leaves unknown variables and macros', () => {
    const rawSql = '$stat AND $__timeFilter(day) AND $__timeGroup(day, $__interval) > $__asOf()';
    expect(sql(rawSql)).toHaveProperty('rawSql', rawSql);
  });

  it('interpolates the time column and the as-of day', () => {
    const query = saved({ kind: 'sql', rawSql: 'SELECT 1', timeColumn: '$measure', asOf: '$day' });
    expect(interpolateQuery(query, source)).toMatchObject({ timeColumn: 'orders', asOf: '2018-06-30' });
  });
});
