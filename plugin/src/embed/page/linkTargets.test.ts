import { readDashboard } from '../model/readDashboard';
import { readVariable } from '../model/readVariable';
import { toTimeRange } from '../time/dataRange';
import { replaceIn, type Scope } from '../variables/replace';
import { linksOf } from './linkTargets';

const range = toTimeRange('2018-01-01', '2018-02-01', 'utc');
if (!range) throw new Error('The test’s own range cannot be read.');
const base: Scope = {
  variables: [readVariable({ type: 'query', name: 'state', multi: true })],
  selection: { state: ['SP', 'RJ'] },
  options: {},
  range,
  timeZone: 'utc',
  dashboard: { uid: 'overview', title: 'Overview' },
};
const scope = { ...base, replace: replaceIn(base) };
const links = (...json: object[]) => readDashboard({ panels: [], links: json }).links;
const summary = (uid: string, ...tags: string[]) => ({ uid, title: uid.toUpperCase(), description: '', tags });

it('lead to each other dashboard with all the tags, carrying time and variables', () => {
  const dashboards = [summary('overview', 'shop'), summary('risk', 'shop', 'a'), summary('other', 'a')];
  const [only, ...others] = linksOf(
    links({ type: 'dashboards', tags: ['shop'], keepTime: true, includeVars: true }),
    dashboards,
    scope,
  );
  expect(only).toMatchObject({
    title: 'RISK',
    href: '/d/risk?from=1514764800000&to=1517443200000&var-state=SP&var-state=RJ',
  });
  expect(others).toEqual([]);
});

it('may stand for one address, with variables in it', () => {
  const [link] = linksOf(
    links({ type: 'link', title: 'See ${state:csv}', url: '/d/x?a=1', keepTime: true }),
    [],
    scope,
  );
  expect(link).toMatchObject({ title: 'See SP,RJ', href: '/d/x?a=1&from=1514764800000&to=1517443200000' });
});

it('run no script', () => {
  const [link] = linksOf(links({ type: 'link', title: 'x', url: 'javascript:alert(1)' }), [], scope);
  expect(link?.href).not.toMatch(/^javascript:/);
});
