import { dateTime, type CustomVariableModel, type DataQuery, type TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { customersBehindPanel, type LinkContext } from './customersBehindPanel';

const VALUES: Record<string, string[]> = { datasource: ['shop'], state: ['SP', 'RJ'], segment: ['$__all'] };

function variableOf(name: string, value: string[]): TypedVariableModel {
  const model: Partial<CustomVariableModel> = { type: 'custom', name, current: { value, text: value, selected: true } };
  return model as CustomVariableModel;
}

/** A dashboard whose variables have these values. */
const templates: TemplateSrv = {
  getVariables: () => Object.entries(VALUES).map(([name, value]) => variableOf(name, value)),
  replace: (text = '', _scoped, format) =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
      const value = VALUES[name];
      if (!value) return whole;
      return typeof format === 'function' ? String(format(value)) : value.join(',');
    }),
  containsTemplate: () => false,
  updateTimeRange: () => undefined,
};

const ours = (query: object): DataQuery => ({
  refId: 'A',
  datasource: { type: 'churnwatch-warehouse-datasource', uid: '${datasource}' },
  ...query,
});

function pathOf(query: object, context: Partial<LinkContext> = {}): URLSearchParams | undefined {
  const timeRange = { from: dateTime(1_519_862_400_000), to: 'now' };
  const path = customersBehindPanel({ title: 'Risk', timeRange, targets: [ours(query)], ...context }, templates);
  if (path === undefined) return undefined;
  expect(path).toMatch(/^\/a\/churnwatch-retention-app\/customers\?/);
  return new URLSearchParams(path.split('?')[1]);
}

describe('the link to the customers behind a number', () => {
  it('carries data source, time range and panel', () => {
    expect(Object.fromEntries(pathOf({ kind: 'risk_summary' }) ?? [])).toEqual({
      source: 'shop',
      from: '1519862400000',
      to: 'now',
      behind: 'Risk',
    });
  });

  it('carries filters with the variables in them, and none that stands for everything', () => {
    const query = pathOf({
      kind: 'churn_scores',
      filters: { state: ['$state', 'MG'], segment: ['$segment'], band: ['high'] },
      exclude: { payment_type: ['voucher'] },
      status: ['active'],
      asOf: '2018-03-01',
    });
    expect(query?.getAll('state')).toEqual(['SP', 'RJ', 'MG']);
    expect(query?.has('segment')).toBe(false);
    expect(query?.get('band')).toBe('high');
    expect(query?.get('not-payment_type')).toBe('voucher');
    expect([query?.get('status'), query?.get('asOf')]).toEqual(['active', '2018-03-01']);
  });

  it.each(['sales', 'kpis', 'breakdown'])('leads from %s to those who bought in the time range', (kind) => {
    expect(pathOf({ kind })?.get('buyers')).toBe('range');
  });

  it.each(['operations', 'sql', 'model_quality', 'values', 'forecast', 'forecast_shortfall', 'churn_score', ''])(
    'is not shown for the kind "%s"',
    (kind) => {
      expect(pathOf({ kind })).toBeUndefined();
    },
  );

  it('is not shown for other data sources, for none, and for hidden queries', () => {
    const prometheus = { refId: 'A', kind: 'sales', datasource: { type: 'prometheus', uid: 'x' } };
    expect(pathOf({}, { targets: [prometheus] })).toBeUndefined();
    expect(pathOf({}, { targets: [{ refId: 'A' }] })).toBeUndefined();
    expect(pathOf({}, { targets: [] })).toBeUndefined();
    expect(pathOf({ kind: 'sales', hide: true })).toBeUndefined();
  });

  it('takes the first query that is about customers', () => {
    const targets = [ours({ kind: 'forecast' }), ours({ kind: 'rfm_segments', filters: { state: ['BA'] } })];
    expect(pathOf({}, { targets })?.get('state')).toBe('BA');
  });
});
