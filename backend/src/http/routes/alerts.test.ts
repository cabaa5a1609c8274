import type { InjectOptions } from 'fastify';
import { ALERT_BODY, ALERTS_BODY } from '../../contract/rest/schemas';
import { ALERT, fakeAlerts } from '../testing/fake-alerts';
import { fakeApp, violations } from '../testing/fake-app';

const fake = fakeApp();
beforeEach(() => {
  fake.reset();
  fake.served.alerts = fakeAlerts();
});
afterAll(() => fake.app.close());

const get = (url: string) => fake.app.inject({ method: 'GET', url: `/api/alerts${url}` });
const send = (method: 'PATCH' | 'POST', url: string, payload: object, headers: InjectOptions['headers'] = {}) =>
  fake.app.inject({ method, url: `/api/alerts${url}`, payload, headers });

describe('GET /alerts', () => {
  it('answers a page as the schema says, with where the next one is', async () => {
    fake.served.alerts.alerts = [ALERT, { ...ALERT, id: 'w2', kind: 'grafana', customer_id: null }];
    const answer = await get('?limit=1&state=new&state=acted&segment=Lost&since=2018-08-01&order=asc');
    expect(answer.statusCode).toBe(200);
    expect(violations(ALERTS_BODY, answer.json())).toBeNull();
    expect(answer.json<{ next: string }>().next).toContain('offset=1');
    expect(fake.served.alerts.filters).toEqual([
      {
        state: ['new', 'acted'],
        segment: ['Lost'],
        since: Date.UTC(2018, 7, 1),
        sort: 'created_at',
        descending: false,
        limit: 1,
        offset: 0,
      },
    ]);
  });

  it.each([
    ['?state=open', /state.* cannot be "open"; known: new, acknowledged/],
    ['?since=yesterday', /since must be a day such as/],
    ['?limit=0', /limit must be >= 1/],
    ['?status=new', /"status" is not known here/],
  ])('says what is wrong with %s', async (query, error) => {
    const answer = await get(query);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ error: string }>().error).toMatch(error);
  });

  it('answers one alert with its history, or that there is none', async () => {
    const answer = await get(`/${ALERT.id}`);
    expect(violations(ALERT_BODY, answer.json())).toBeNull();
    expect((await get('/other')).statusCode).toBe(404);
  });

  it('asks in the language that is named, and says so too what there is not', async () => {
    await get('?language=pt-BR');
    await get(`/${ALERT.id}?language=pt-BR`);
    await get('');
    expect(fake.served.alerts.languages).toEqual(['pt-BR', 'pt-BR', undefined]);
    expect((await get('/other?language=pt-BR')).json()).toEqual({ error: 'Não há alerta "other".' });
    expect((await get('?language=de')).statusCode).toBe(400);
  });

  it('says when this process keeps none', async () => {
    fake.served.alerts.missing = true;
    expect((await get('')).statusCode).toBe(503);
  });
});

describe('PATCH /alerts/:id', () => {
  it('changes on behalf of the caller, with the version of the body or of If-Match', async () => {
    await send('PATCH', `/${ALERT.id}`, { state: 'acted', note: 'Called.', version: 1 });
    await send('PATCH', `/${ALERT.id}`, { owner: null }, { 'if-match': '"1"' });
    expect(fake.served.alerts.changes).toEqual([
      { id: ALERT.id, change: { state: 'acted', note: 'Called.', version: 1 }, who: 'somebody' },
      { id: ALERT.id, change: { owner: null, version: 1 }, who: 'somebody' },
    ]);
  });

  it.each([
    [ALERT.id, { state: 'acted', version: 7 }, 409],
    ['other', { state: 'acted' }, 404],
    ['g-f1', { state: 'acted' }, 422],
    ['g-f1?language=pt-BR', { state: 'acted' }, 422],
    [ALERT.id, { state: 'open' }, 400],
    [ALERT.id, { stat: 'acted' }, 400],
    [ALERT.id, { note: 'x'.repeat(8_001) }, 400],
  ])('refuses for %s a change, case %#', async (id, body, status) => {
    const answer = await send('PATCH', `/${id}`, body);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: expect.any(String) as string });
  });

  it('refuses viewers, and a version that is none', async () => {
    expect((await send('PATCH', `/${ALERT.id}`, { state: 'acted' }, { 'if-match': 'abc' })).statusCode).toBe(400);
    fake.role = 'Viewer';
    expect((await send('PATCH', `/${ALERT.id}`, { state: 'acted' })).statusCode).toBe(403);
    expect(fake.served.alerts.changes).toEqual([]);
  });
});

// As Grafana 12 sends it: "Configure webhook notifications" in its documentation.
const NOTIFICATION = {
  receiver: 'churnwatch',
  status: 'firing',
  orgId: 1,
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'High-risk segment', segment: 'Loyal' },
      annotations: { summary: 'Too many of the loyal' },
      startsAt: '2018-08-03T09:51:03.157076+02:00',
      endsAt: '0001-01-01T00:00:00Z',
      values: { B: 44.2, C: 1 },
      generatorURL: 'https://grafana.example/alerting/1afz29v7z/edit',
      fingerprint: 'c6eadffa33fcdf37',
      silenceURL: 'https://grafana.example/alerting/silence/new',
      dashboardURL: '',
      panelURL: 'javascript:alert(1)',
    },
    { status: 'resolved', startsAt: '2018-08-03T08:00:00Z', endsAt: '2018-08-03T09:00:00Z', fingerprint: 'f2' },
    { status: 'firing', startsAt: 'soon', fingerprint: 'f3' },
  ],
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'https://grafana.example/',
  version: '1',
  groupKey: '{}:{}',
  truncatedAlerts: 0,
  title: '[FIRING:1]',
  state: 'alerting',
  message: '',
};

describe('POST /alerts/grafana', () => {
  it('takes what Grafana sends, and leaves what cannot be shown safely', async () => {
    const answer = await send('POST', '/grafana', NOTIFICATION);
    expect({ status: answer.statusCode, body: answer.json() }).toEqual({ status: 200, body: { alerts: 2 } });
    expect(fake.served.alerts.grafana).toMatchObject([
      {
        fingerprint: 'c6eadffa33fcdf37',
        status: 'firing',
        title: 'High-risk segment',
        summary: 'Too many of the loyal',
        starts_at: '2018-08-03T07:51:03.157Z',
        ends_at: null,
        url: 'https://grafana.example/alerting/1afz29v7z/edit',
      },
      { fingerprint: 'f2', status: 'resolved', title: 'Alert', ends_at: '2018-08-03T09:00:00.000Z', url: null },
    ]);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '1989-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '+200000-01-01T00:00:00Z',
    new Date(Date.now() + 3_600_000).toISOString(),
  ])('takes the time of receipt for the begin %s, which no alert can have', async (startsAt) => {
    const before = Date.now();
    const [alert] = NOTIFICATION.alerts;
    const alerts = [alert, { ...alert, status: 'resolved', endsAt: startsAt }].map((one) => ({ ...one, startsAt }));
    await send('POST', '/grafana', { ...NOTIFICATION, alerts });
    const [firing, resolved] = fake.served.alerts.grafana;
    expect(firing?.starts_at).toBe(firing?.received_at);
    expect(Date.parse(String(firing?.starts_at))).toBeGreaterThanOrEqual(before);
    // Grafana writes the year 1 for an end that is not known.
    expect(resolved?.ends_at).toBe(Date.parse(startsAt) < before - 3_600_000 ? null : resolved?.received_at);
  });

  it.each([
    [{ dashboard_url: 'https://grafana.example/d/risk?var-segment=Lost' }, '/d/risk?var-segment=Lost'],
    [{ dashboard_url: 'javascript:alert(1)' }, '/d/risk?viewPanel=1'],
    [{}, '/d/risk?viewPanel=1'],
  ])('leads where %j says, else to the panel', async (annotations, path) => {
    const panelURL = 'https://grafana.example/d/risk?viewPanel=1';
    await send('POST', '/grafana', { ...NOTIFICATION, alerts: [{ ...NOTIFICATION.alerts[0], annotations, panelURL }] });
    expect(fake.served.alerts.grafana).toMatchObject([{ url: `https://grafana.example${path}` }]);
  });

  it.each([
    ['that is cut in the middle of a character', `${'x'.repeat(998)}\u{1f600}!`, `${'x'.repeat(998)}\ufffd…`],
    ['with half a character', 'a\ud800b', 'a\ufffdb'],
    ['with characters of two halves', 'a\u{1f600}b', 'a\u{1f600}b'],
  ])('keeps a text %s so that the database can read it', async (_what, text, kept) => {
    const alert = { ...NOTIFICATION.alerts[0], fingerprint: text.slice(0, 9), labels: { area: text } };
    await send('POST', '/grafana', { ...NOTIFICATION, alerts: [{ ...alert, annotations: { summary: text } }] });
    expect(fake.served.alerts.grafana).toMatchObject([
      { fingerprint: kept.slice(0, 9), summary: kept, labels: { area: kept } },
    ]);
  });

  it('takes a thousand alerts as Grafana words them', async () => {
    const [alert] = NOTIFICATION.alerts;
    const alerts = Array.from({ length: 1_000 }, (_, i) => ({
      ...alert,
      fingerprint: `f${i}`,
      annotations: { customers: 'x'.repeat(2_000) },
    }));
    const answer = await send('POST', '/grafana', { ...NOTIFICATION, alerts });
    expect({ status: answer.statusCode, body: answer.json() }).toEqual({ status: 200, body: { alerts: 1_000 } });
  });

  it('says what is wrong with another body, and refuses viewers', async () => {
    expect((await send('POST', '/grafana', {})).statusCode).toBe(400);
    fake.role = 'Viewer';
    expect((await send('POST', '/grafana', NOTIFICATION)).statusCode).toBe(403);
  });
});
