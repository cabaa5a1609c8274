import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { DAY_MS, startOf } from '../../contract';
import { standAloneAccess } from '../access/stand-alone';
import { createApp } from '../app';
import { Metrics } from '../metrics';
import { addPages } from '../pages';
import { fakeServed, type FakeServed } from '../testing/fake-served';
import { signLink, type LinkClaims } from './link';
import { LINK_HEADER } from './visitors';

const SECRET = 'a secret that is long enough to be one';
const VISITORS = 'figures.example.com';
const PORTAL = 'https://portal.example';
const filters = { state: ['$state'], category: ['$category'] };

const DASHBOARD = {
  uid: 'shop',
  title: 'The shop',
  tags: [],
  time: { from: '2018-01-01', to: '2018-07-01' },
  links: [{ type: 'dashboards' }],
  templating: {
    list: [
      { type: 'datasource', name: 'datasource' },
      { type: 'query', name: 'state', multi: true, includeAll: true, query: { kind: 'values', dimension: 'state' } },
      {
        type: 'query',
        name: 'category',
        multi: true,
        includeAll: true,
        query: { kind: 'values', dimension: 'category' },
      },
      { type: 'query', name: 'said', hide: 2, query: { kind: 'risk_summary', filters } },
    ],
  },
  panels: [
    { id: 1, type: 'text', title: 'Now', options: { content: '$said' } },
    {
      id: 2,
      type: 'table',
      title: 'Customers in $state',
      links: [{ title: 'x', url: '/d/x' }],
      fieldConfig: {
        defaults: { unit: 'short', links: [{ url: '/d/customer' }] },
        overrides: [
          {
            properties: [
              { id: 'links', value: [] },
              { id: 'unit', value: 's' },
            ],
          },
        ],
      },
      targets: [{ refId: 'A', datasource: { uid: '${datasource}' }, kind: 'churn_scores', search: '', filters }],
    },
    {
      id: 5,
      type: 'row',
      collapsed: true,
      panels: [
        {
          id: 6,
          type: 'stat',
          title: 'Risk',
          targets: [
            { refId: 'A', kind: 'risk_summary', by: 'segment' },
            { refId: 'S', kind: 'sql', rawSql: 'SELECT 42' },
          ],
        },
      ],
    },
  ],
};

let folder: string;
let app: FastifyInstance;
let served: FakeServed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-embed-'));
  for (const name of ['viewer', 'viewer/assets', 'dashboards']) mkdirSync(join(folder, name));
  for (const name of ['index.html', 'embed.html', 'churnwatch-panel.js', 'assets/main.js'])
    writeFileSync(join(folder, 'viewer', name), name);
  writeFileSync(join(folder, 'dashboards', 'shop.json'), JSON.stringify(DASHBOARD));
  writeFileSync(join(folder, 'dashboards', 'other.json'), JSON.stringify({ ...DASHBOARD, uid: 'other' }));
  served = fakeServed();
  const access = standAloneAccess({
    hosts: { own: [], visitors: [VISITORS], anyAddress: false },
    secure: false,
    behindProxy: false,
    origins: [],
    onFault: () => {},
  });
  app = createApp({ served, version: '1.2.3', ...access, onFault: () => {} });
  await addPages(app, {
    served,
    viewerFolder: join(folder, 'viewer'),
    dashboardFolder: join(folder, 'dashboards'),
    metrics: new Metrics(() => new Map()),
    isUser: (request) => access.callerIfAny(request) !== undefined,
    embed: { origins: [PORTAL], secret: () => Promise.resolve(SECRET) },
  });
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  served.questions.length = 0;
});

const linkTo = (change: Partial<LinkClaims> = {}): string =>
  signLink(
    {
      dashboard: 'shop',
      expires: Date.now() / 1_000 + 60,
      variables: { state: ['SP'] },
      free: [],
      fullIds: false,
      ...change,
    },
    SECRET,
  );

const ask = (link: string | undefined, body: object, host = VISITORS) =>
  app.inject({
    method: 'POST',
    url: '/embed/api/query',
    headers: { host, 'content-type': 'application/json', ...(link === undefined ? {} : { [LINK_HEADER]: link }) },
    payload: JSON.stringify(body),
  });

const visit = (url: string, link?: string, host = VISITORS) =>
  app.inject({ url, headers: { host, ...(link === undefined ? {} : { [LINK_HEADER]: link }) } });

const queries = [{ refId: 'A', maxDataPoints: 7 }];

describe('what a visitor with a link may ask', () => {
  it('is what the dashboard asks, with the values of the link, and ids shortened', async () => {
    const { statusCode, body } = await ask(linkTo(), { panel: 2, queries });
    expect(statusCode).toBe(200);
    expect(body).toContain('aaaaaaaa…');
    expect(served.questions).toEqual([
      expect.objectContaining({
        model: { kind: 'churn_scores', filters: { state: ['SP'] } },
        range: { from: startOf('2018-01-01'), to: startOf('2018-07-01') },
        maxDataPoints: 7,
        fullIds: false,
        trusted: false,
      }),
    ]);
  });

  it.each([
    ['a query of their own', { panel: 2, queries: [{ refId: 'A', kind: 'sql', rawSql: 'SELECT 1' }] }],
    ['a panel that is not there', { panel: 99, queries }],
    ['a query that the panel has not', { panel: 2, queries: [{ refId: 'Z' }] }],
    ['no panel', { queries }],
    ['a panel that is no number', { panel: '2', queries }],
    ['more values than anybody chooses', { panel: 2, queries, variables: { state: Array(101).fill('SP') } }],
    ['values that are no texts', { panel: 2, queries, variables: { state: [{ toString: 1 }] } }],
    ['a picture of absurd size', { panel: 2, queries: [{ refId: 'A', maxDataPoints: 1e9 }] }],
  ])('is never %s', async (_, body) => {
    const { statusCode } = await ask(linkTo({ free: ['state'] }), body);
    expect([400, 403]).toContain(statusCode);
    expect(served.questions).toEqual([]);
  });

  it('is another value or time only where the link leaves it free', async () => {
    const wishes = { variables: { state: ['RJ'], category: ['toys'] }, from: DAY_MS, to: 2 * DAY_MS };
    await ask(linkTo(), { panel: 2, queries, ...wishes });
    await ask(linkTo({ free: ['category', 'time'] }), { panel: 2, queries, ...wishes });
    expect(served.questions.map(({ model, range }) => [model.filters, range.to])).toEqual([
      [{ state: ['SP'] }, startOf('2018-07-01')],
      [{ state: ['SP'], category: ['toys'] }, 2 * DAY_MS],
    ]);
  });

  it('is only the panel of a link to one panel', async () => {
    expect((await ask(linkTo({ panel: 6 }), { panel: 2, queries })).statusCode).toBe(403);
    expect((await ask(linkTo({ panel: 6 }), { panel: 6, queries })).statusCode).toBe(200);
  });

  it('is the time range that was signed', async () => {
    await ask(linkTo({ from: '2017-03-01', to: '2017-04-01' }), { panel: 6, queries });
    expect(served.questions[0]?.range).toEqual({ from: startOf('2017-03-01'), to: startOf('2017-04-01') });
  });

  it('shows ids whole only where the signer and the settings allow it', async () => {
    expect((await ask(linkTo({ fullIds: true }), { panel: 2, queries })).body).toContain('aaaaaaaa11');
    served.settings = { ...served.settings, maskCustomerIds: 'everybody' };
    expect((await ask(linkTo({ fullIds: true }), { panel: 2, queries })).body).not.toContain('aaaaaaaa11');
    served.settings = { ...served.settings, maskCustomerIds: 'viewers' };
  });

  it.each([
    ['no link', undefined, 401],
    ['an empty link', '', 401],
    ['a link that was changed', `${linkTo()}x`, 403],
    ['one that has expired', linkTo({ expires: 1 }), 410],
    ['one to a dashboard that is gone', linkTo({ dashboard: 'gone' }), 404],
    ['one to a path', linkTo({ dashboard: '../../etc/passwd' }), 404],
    ['one to a panel that is gone', linkTo({ panel: 77 }), 404],
  ])('is nothing with %s', async (_, link, status) => {
    const { statusCode, body } = await ask(link, { panel: 2, queries });
    expect(statusCode).toBe(status);
    expect(JSON.parse(body).error).not.toBe('');
    expect(served.questions).toEqual([]);
  });
});

describe('the dashboard that a visitor gets', () => {
  const dashboardOf = async (link: string, query = '') => {
    const response = await visit(`/embed/api/dashboard${query}`, link);
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    return response.json();
  };

  it('has its values set, and neither links nor statements nor queries of variables', async () => {
    const { dashboard, link } = await dashboardOf(linkTo({ panel: 2 }));
    expect(link).toMatchObject({ title: 'The shop', panel: 2, free: [] });
    expect(dashboard.panels).toHaveLength(1);
    expect(JSON.stringify(dashboard)).not.toMatch(/\/d\/|"links":\[\{|datasource|rawSql|"kind":"values"/);
    expect(dashboard.panels[0].targets).toEqual([{ refId: 'A', kind: 'churn_scores', filters: { state: ['SP'] } }]);
    expect(dashboard.templating.list[0]).toMatchObject({ name: 'state', type: 'constant', current: { value: ['SP'] } });
    expect(dashboard.time).toEqual({ from: String(startOf('2018-01-01')), to: String(startOf('2018-07-01')) });
  });

  it('hides statements of SQL', async () => {
    expect(JSON.stringify(await dashboardOf(linkTo()))).not.toContain('SELECT 42');
  });

  it('holds what a variable that has no value answers, asked with the values of the link', async () => {
    const { dashboard } = await dashboardOf(linkTo({ free: ['category'] }), '?var-category=toys&var-state=RJ');
    const said = dashboard.templating.list.find(({ name }: { name: string }) => name === 'said');
    expect(said).toMatchObject({ type: 'constant', current: { value: ['one'] } });
    expect(served.questions[0]?.model).toMatchObject({ filters: { state: ['SP'], category: ['toys'] } });
  });

  it('does not ask for a variable that is shown elsewhere only', async () => {
    await dashboardOf(linkTo({ panel: 2 }));
    expect(served.questions).toEqual([]);
  });

  it('tells of the data no more than its days', async () => {
    const status = (await visit('/embed/api/status', linkTo())).json();
    expect(status).toMatchObject({ state: 'ready', generation: { firstDay: '2017-01-01' } });
    expect(JSON.stringify(status)).not.toMatch(/source|payments|rowsRead/);
  });
});

describe('who comes by the name for visitors', () => {
  it.each([
    '/',
    '/d/shop',
    '/api/status',
    '/api/dashboards',
    '/api/dashboards/shop',
    '/api/customers',
    '/api/openapi.json',
    '/metrics',
    '/index.html',
    '/embed.html',
    '/embed/../api/status',
    '/embed/..%2fapi/status',
    '/embed/%2e%2e/api/status',
    '/assets/../api/status',
    '//api/status',
    '/embed/api/customers',
  ])('gets nothing of %s', async (url) => {
    const { statusCode, body } = await visit(url, linkTo());
    expect([401, 404]).toContain(statusCode);
    expect(body).not.toMatch(/generation|one\.json|The shop/);
  });

  it('may not ask the API, whatever header says that it is local', async () => {
    const headers = { host: VISITORS, 'x-forwarded-host': 'localhost', forwarded: 'host=localhost' };
    const payload = { from: 0, to: 1, queries: [{ refId: 'A', kind: 'kpis' }] };
    const response = await app.inject({ method: 'POST', url: '/api/query', headers, payload });
    expect(response.statusCode).toBe(404);
    expect(served.questions).toEqual([]);
  });

  it('gets the code of the pages', async () => {
    expect((await visit('/assets/main.js')).body).toBe('assets/main.js');
  });

  it('is still refused by any other name', async () => {
    expect((await visit('/embed/shop', undefined, 'evil.example')).statusCode).toBe(403);
  });
});

describe('the page', () => {
  const status = async (url: string, host?: string) => (await visit(url, undefined, host)).statusCode;
  const token = (change?: Partial<LinkClaims>) => `?token=${linkTo(change)}`;

  it('needs a link of visitors, and none of this machine’s users', async () => {
    expect(await status('/embed/shop')).toBe(401);
    expect(await status('/embed/shop/2')).toBe(401);
    expect(await status('/embed/shop', 'localhost')).toBe(200);
    expect(await status('/embed/shop/2', '127.0.0.1:4680')).toBe(200);
  });

  it('is where the link leads, and nowhere else', async () => {
    expect(await status(`/embed/shop${token()}`)).toBe(200);
    expect(await status(`/embed/shop/2${token({ panel: 2 })}`)).toBe(200);
    expect(await status(`/embed/shop/2${token()}`)).toBe(403);
    expect(await status(`/embed/shop${token({ panel: 2 })}`)).toBe(403);
    expect(await status(`/embed/other${token()}`)).toBe(403);
    expect(await status(`/embed/shop${token({ expires: 1 })}`)).toBe(410);
    expect(await status(`/embed/shop${token()}&token=x`)).toBe(403);
  });

  it('may stand in frames of the pages that are named, and of no others; all other pages only in our own', async () => {
    const headersOf = async (url: string) => (await visit(url, undefined, 'localhost')).headers;
    const embedded = await headersOf('/embed/shop');
    expect(embedded['content-security-policy']).toContain(`frame-ancestors 'self' ${PORTAL};`);
    expect(embedded['content-security-policy']).toContain("default-src 'self'");
    expect(embedded).not.toHaveProperty('x-frame-options');
    expect(embedded['referrer-policy']).toBe('no-referrer');
    const own = await headersOf('/d/shop');
    expect(own['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(own['content-security-policy']).not.toContain(PORTAL);
    expect(own['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('comes with a script that any page may load', async () => {
    const { headers, body } = await visit('/embed/churnwatch-panel.js');
    expect(body).toBe('churnwatch-panel.js');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });
});
