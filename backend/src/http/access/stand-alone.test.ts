import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedApp, type GuardedApp } from '../testing/guarded-app';
import { newToken } from './tokens';

let guarded: GuardedApp;
let viewer: string;
let admin: string;

/** Each test comes from an address of its own. */
let remoteAddress = '';
let tests = 0;

let shared: GuardedApp;
const others: GuardedApp[] = [];
/** Goes on with a server of other options. */
const use = async (...options: Parameters<typeof guardedApp>): Promise<void> => {
  guarded = await guardedApp(...options);
  others.push(guarded);
};

beforeAll(async () => {
  shared = await guardedApp();
});
afterAll(() => shared.close());
afterEach(() => Promise.all(others.splice(0).map((one) => one.close())));
beforeEach(() => {
  remoteAddress = `198.51.100.${++tests}`;
  guarded = shared;
  guarded.reset();
  viewer = guarded.token('ana', 'viewer');
  admin = guarded.token('root', 'admin');
});

/** Caches look at the time once in a millisecond. */
const noticed = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

/** Asks a minute later by the clock that nobody sets; the other one was set back meanwhile. */
async function aMinuteLater<T>(ask: () => Promise<T>): Promise<T> {
  const timer = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  await noticed();
  const answer = await ask();
  timer.mockRestore();
  clock.mockRestore();
  await noticed();
  return answer;
}

const get = (url: string, headers: Record<string, string> = {}) => guarded.app.inject({ url, headers, remoteAddress });
const as = (token: string) => ({ authorization: `Bearer ${token}` });
const train = (headers: Record<string, string> = {}) =>
  guarded.app.inject({ method: 'POST', url: '/api/model/train', headers, remoteAddress });

describe('whoever has no token', () => {
  it.each(['/api/status', '/api/customers', '/api/openapi.json', '/api/dashboards', '/metrics', '/api/audit', '/'])(
    'gets nothing of %s',
    async (url) => {
      const { statusCode, headers, body } = await get(url);
      expect(statusCode).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer realm="Churnwatch"');
      expect(JSON.parse(body).error).toContain('Sign in first');
    },
  );

  it('writes nothing', async () => {
    expect((await train()).statusCode).toBe(401);
    expect(guarded.served.audit.entries).toMatchObject([
      { action: 'model.train', actor: 'unknown', outcome: 'refused' },
    ]);
  });

  it('gets the code of the pages, which says nothing of the shop', async () => {
    expect((await get('/assets/main.js')).body).toBe('assets/main.js');
  });

  it('is told that a page of an embedded dashboard needs a link', async () => {
    expect((await get('/embed/shop')).statusCode).toBe(401);
    expect((await get('/embed/shop', as(viewer))).statusCode).toBe(200);
  });
});

describe('a token', () => {
  it('lets in by its role', async () => {
    expect((await get('/api/status', as(viewer))).statusCode).toBe(200);
    expect((await train(as(viewer))).statusCode).toBe(403);
    expect((await train(as(admin))).statusCode).toBe(202);
    expect((await get('/api/customers', as(viewer))).body).toContain('aaaaaaaa…');
    expect((await get('/api/customers', as(guarded.token('bo', 'analyst')))).body).toContain('aaaaaaaa11');
  });

  it('is no longer good at once when it is revoked', async () => {
    guarded.revoke('ana');
    expect((await get('/api/status', as(viewer))).statusCode).toBe(401);
  });

  it.each([
    ['Basic cm9vdDpyb290', 401],
    ['Bearer', 401],
    ['Bearer  ', 401],
    ['Bearer a b', 401],
    ['Bearer x, Bearer y', 401],
    ['bearer TOKEN', 200],
    ['TOKEN', 401],
  ])('in the header "%s" answers %d', async (authorization, status) => {
    const { statusCode } = await get('/api/status', { authorization: authorization.replace('TOKEN', viewer) });
    expect(statusCode).toBe(status);
  });

  it('does not count in an address, where logs would keep it', async () => {
    for (const name of ['token', 'access_token', 'auth']) {
      expect((await get(`/api/status?${name}=${viewer}`)).statusCode).toBe(401);
    }
  });

  it('is looked at in vain while tokens cannot be read, and nobody is let in', async () => {
    // Of its own, as it tells the same once a minute.
    await use();
    guarded.broken = true;
    const { statusCode, body } = await get('/api/status', as(viewer));
    expect(statusCode).toBe(503);
    expect(body).not.toContain('the file is gone');
    await get('/api/status', as(viewer));
    // Once, not with each request: anybody can send many.
    expect(guarded.faults).toEqual([expect.stringContaining('the file is gone')]);
  });

  it('is one: two headers are refused, whichever a proxy in front has looked at', async () => {
    await guarded.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = guarded.app.server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = ['host', '127.0.0.1', 'authorization', `Bearer ${viewer}`, 'Authorization', `Bearer ${admin}`];
      httpRequest({ port, host: '127.0.0.1', path: '/api/status', headers }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });
});

describe('who tries out tokens', () => {
  const tries = async (count: number, headers: () => Record<string, string>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n++) statuses.push((await get('/api/status', headers())).statusCode);
    return statuses;
  };

  it('has to wait after ten, as has whoever signs in from there', async () => {
    expect(await tries(12, () => as(newToken()))).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const response = await get('/api/status', as(viewer));
    expect(response.statusCode).toBe(429);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('stands in the audit log, and fills it from no number of networks', async () => {
    await use();
    const told = () => guarded.served.audit.entries.filter(({ action }) => action === 'sign-in');
    for (let n = 0; n < 200; n++) {
      remoteAddress = `2001:db8:ffff:${n.toString(16)}::1`;
      await get('/api/status', as(newToken()));
    }
    expect(told()).toHaveLength(20);
    expect(told()[0]).toMatchObject({ address: '2001:db8:ffff:0::1', outcome: 'refused', status: 401 });
    await guarded.close();
    expect(told().slice(20)).toMatchObject([{ outcome: 'refused', status: 401, count: 180 }]);
  });

  it('may try again after a minute, also when the clock was set back', async () => {
    expect((await tries(11, () => as(newToken()))).at(-1)).toBe(429);
    expect(await aMinuteLater(async () => (await get('/api/status', as(viewer))).statusCode)).toBe(200);
  });

  it('is told from a tool that goes on sending its revoked token', async () => {
    guarded.revoke('ana');
    expect(new Set(await tries(30, () => as(viewer)))).toEqual(new Set([401]));
    expect((await get('/api/status', as(admin))).statusCode).toBe(200);
    expect(guarded.served.audit.entries).toHaveLength(1);
  });

  it('cannot do so from ever another address of their own invention', async () => {
    let n = 0;
    const statuses = await tries(12, () => ({ ...as(newToken()), 'x-forwarded-for': `10.0.0.${n++}` }));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it('cannot do so from all the addresses of an IPv6 network', async () => {
    let n = 0;
    const statuses = await tries(12, () => {
      remoteAddress = `2001:db8:${tests}:1::${++n}`;
      return as(newToken());
    });
    expect(statuses.slice(10)).toEqual([429, 429]);
    remoteAddress = `2001:db8:${tests}:2::1`;
    expect((await get('/api/status', as(viewer))).statusCode).toBe(200);
  });
});

it('tells addresses apart by what the proxy adds, where there is one', async () => {
  await use({ behindProxy: true, secure: true });
  viewer = guarded.token('ana', 'viewer');
  for (let n = 0; n < 11; n++)
    await get('/api/status', { ...as(newToken()), 'x-forwarded-for': `10.0.0.${n}, 192.0.2.1` });
  expect((await get('/api/status', { ...as(viewer), 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(429);
  expect((await get('/api/status', { ...as(viewer), 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(200);
});

describe('callers who ask too much', () => {
  it('are told to wait, each for themselves', async () => {
    await use({}, 3);
    const [ana, bo] = [guarded.token('ana', 'viewer'), guarded.token('bo', 'viewer')];
    for (let n = 0; n < 3; n++) expect((await get('/api/status', as(ana))).statusCode).toBe(200);
    const { statusCode, headers, body } = await get('/api/status', as(ana));
    expect(statusCode).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toContain('more than 3 requests a minute');
    expect((await get('/api/status', as(bo))).statusCode).toBe(200);
    expect(await aMinuteLater(async () => (await get('/api/status', as(ana))).statusCode)).toBe(200);
  });

  it('are told to wait by the network of their address, where nobody has signed in', async () => {
    await use({}, 3);
    for (let n = 0; n < 5; n++) {
      remoteAddress = `2001:db8:${tests}:1::${n}`;
      expect((await get('/sign-in')).statusCode).toBe(n < 3 ? 200 : 429);
    }
  });
});

describe('browsers', () => {
  it('are told what protects them on every answer', async () => {
    for (const url of ['/api/status', '/', '/sign-in']) {
      const { headers } = await get(url, as(viewer));
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('keep files whose names change with their content, and ask for pages anew', async () => {
    const kept = async (url: string) => (await get(url, as(viewer))).headers['cache-control'];
    expect(await kept('/assets/main.js')).toBe('public, max-age=31536000, immutable');
    for (const url of ['/', '/d/shop', '/embed/shop']) expect(await kept(url)).toBe('no-cache');
  });

  it('are told the same with a refusal', async () => {
    const { statusCode, headers } = await get('/api/status', { host: 'elsewhere.example' });
    expect(statusCode).toBe(403);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('are told to come by https only where that is how they come', async () => {
    await use({ secure: true });
    expect((await get('/api/status')).headers['strict-transport-security']).toContain('max-age=');
  });

  it('let pages of origins that are named ask, without cookies, and no others', async () => {
    const preflight = (origin: string) =>
      guarded.app.inject({
        method: 'OPTIONS',
        url: '/api/model/train',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    expect((await preflight('https://tool.example')).headers).not.toHaveProperty('access-control-allow-origin');
    await use({ origins: ['https://tool.example'] });
    const allowed = await preflight('https://tool.example');
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers['access-control-allow-origin']).toBe('https://tool.example');
    expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials');
    for (const origin of ['https://tool.example.evil', 'http://tool.example', 'null']) {
      expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    }
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://tool.example' };
    expect((await train({ ...as(guarded.token('tool', 'operator')), ...foreign })).statusCode).toBe(202);
  });
});

describe('the name by which it is asked', () => {
  it.each([
    ['churn.example.com', 200],
    ['CHURN.example.com:8443', 200],
    ['localhost', 200],
    ['evil.example', 403],
    ['192.168.1.5', 403],
    ['figures.example.com', 404],
  ])('%s: %d', async (host, status) => {
    expect((await get('/api/status', { ...as(viewer), host })).statusCode).toBe(status);
  });

  it('may be an address where it listens on one', async () => {
    await use({ hosts: { own: [], visitors: [], anyAddress: true } });
    const token = guarded.token('ana', 'viewer');
    const statusOf = async (host: string) => (await get('/api/status', { ...as(token), host })).statusCode;
    expect(await statusOf('192.168.1.5:4680')).toBe(200);
    expect(await statusOf('[2001:db8::1]:4680')).toBe(200);
    expect(await statusOf('1.2.3.4.evil.example')).toBe(403);
  });
});

it('tells no log, no answer and no audit entry a secret', async () => {
  await use();
  [viewer, admin] = [guarded.token('ana', 'viewer'), guarded.token('root', 'admin')];
  const wrong = newToken();
  const secrets = [viewer, admin, wrong];
  const answers = [
    await get(`/api/nothing?token=${viewer}`, as(admin)),
    await get('/api/status', as(wrong)),
    await get('/api/status', { authorization: `Basic ${wrong}` }),
    await train(as(viewer)),
    await guarded.app.inject({ method: 'POST', url: '/sign-in', payload: { token: wrong, next: '/' } }),
    await guarded.app.inject({ method: 'POST', url: '/api/query', headers: as(admin), payload: { broken: admin } }),
  ];
  guarded.broken = true;
  answers.push(await get('/api/status', as(viewer)));
  expect(guarded.faults).not.toEqual([]);
  const told = [...answers.map(({ body }) => body), ...guarded.faults, JSON.stringify(guarded.served.audit.entries)];
  for (const secret of secrets) expect(told.filter((text) => text.includes(secret.slice(11)))).toEqual([]);
});

it('knows of a stream that goes on whether its caller is let in still', async () => {
  await use();
  viewer = guarded.token('ana', 'viewer');
  const seen: boolean[] = [];
  const { app, access } = guarded;
  app.addHook('onSend', async (request) => {
    seen.push(await access.holdsStill(request));
    guarded.revoke('ana');
    seen.push(await access.holdsStill(request));
  });
  await get('/api/status', as(viewer));
  expect(seen).toEqual([true, false]);
});
