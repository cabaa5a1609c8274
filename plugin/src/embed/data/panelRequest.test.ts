import { readDashboard } from '../model/readDashboard';
import type { Panel } from '../model/dashboard';
import { toTimeRange } from '../time/dataRange';
import { panelRequest } from './panelRequest';

const range = toTimeRange('2018-01-01', '2018-02-01', 'utc');
if (!range) throw new Error('The test’s own range cannot be read.');

const source = {
  replace: (text: string, format: (value: unknown) => string) => text.replace('$state', () => format(['SP', 'RJ'])),
  isAll: (name: string) => name === 'category',
};

function panel(...targets: object[]): Panel {
  const [section] = readDashboard({ panels: [{ type: 'stat', targets }] }).sections;
  if (!section?.panels[0]) throw new Error('The test’s own panel cannot be read.');
  return section.panels[0];
}

const ask = (one: Panel, pending: string[] = []) => panelRequest(one, range, 733, source, pending);

it('asks all shown queries at once, for about as many points as there are pixels', () => {
  const request = ask(panel({ kind: 'kpis' }, { kind: 'sales', hide: true }, { refId: 'Z', kind: 'headline' }));
  expect(request).toMatchObject({ from: 1514764800000, to: 1517443200000 });
  expect(request?.queries.map(({ refId, maxDataPoints }) => [refId, maxDataPoints])).toEqual([
    ['A', 700],
    ['Z', 700],
  ]);
});

it('replaces variables by lists, and leaves out filters that stand for everything', () => {
  const request = ask(panel({ kind: 'kpis', filters: { state: ['$state'], category: ['$category'] } }));
  expect(request?.queries[0]?.filters).toEqual({ state: ['SP', 'RJ'] });
});

it('does not name the data source, which this server would not know', () => {
  expect(ask(panel({ kind: 'kpis', datasource: { uid: '${datasource}' } }))?.queries[0]).not.toHaveProperty(
    'datasource',
  );
});

it('waits for a variable that has no value yet, but only where it stands', () => {
  const one = panel({ kind: 'kpis', filters: { state: ['${state:csv}'] } });
  expect(ask(one, ['state'])).toBeUndefined();
  expect(ask(one, ['headline'])).toBeDefined();
});

it('asks nothing for a panel without queries', () => {
  expect(ask(panel())).toBeUndefined();
  expect(ask(panel({ kind: 'kpis', hide: true }))).toBeUndefined();
});
