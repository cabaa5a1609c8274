import { guardedApp, type GuardedApp } from '../../testing/guarded-app';
import { newToken } from '../tokens';
import { localPath } from './page';

let shared: GuardedApp;
let guarded: GuardedApp;
let token: string;
/** Each test comes from an address of its own. */
let remoteAddress = '';
let tests = 0;

beforeAll(async () => {
  shared = await guardedApp();
});
afterAll(() => shared.close());
beforeEach(() => {
  remoteAddress = `198.51.100.${++tests}`;
  guarded = shared;
  guarded.reset();
  token = guarded.token('ana', 'operator');
});

const HTML = { accept: 'text/html,*/*;q=0.8' };
const get = (url: string, headers: Record<string, string> = {}) => guarded.app.inject({ url, headers, remoteAddress });
const signIn = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  guarded.app.inject({
    method: 'POST',
    url: '/sign-in',
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const cookieOf = (response: { headers: Record<string, unknown> }): string => String(response.headers['set-cookie']);
const signedIn = async (): Promise<{ cookie: string }> => ({
  cookie: cookieOf(await signIn({ token })).split(';')[0] ?? '',
});

describe('somebody who opens a page without having signed in', () => {
  it('is led to the sign-in, and from there back', async () => {
    const page = await get('/d/overview?var-state=SP', HTML);
    expect(page.statusCode).toBe(303);
    expect(page.headers.location).toBe('/sign-in?next=%2Fd%2Foverview%3Fvar-state%3DSP');
    expect((await get(String(page.headers.location))).body).toContain('value="/d/overview?var-state=SP"');
    const { statusCode, headers } = await signIn({ token: ` ${token}\n`, next: '/d/overview?var-state=SP' });
    expect([statusCode, headers.location]).toEqual([303, '/d/overview?var-state=SP']);
  });

  it('has the page open itself again when a link elsewhere led here: only then the browser sends its cookie', async () => {
    const { statusCode, body, headers } = await get('/d/overview', { ...HTML, 'sec-fetch-site': 'cross-site' });
    expect(statusCode).toBe(200);
    expect(body).toContain('http-equiv="refresh"');
    expect(body).not.toContain('index.html');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('is not led anywhere by what scripts ask', async () => {
    expect((await get('/api/status', HTML)).statusCode).toBe(401);
  });
});

describe('the page', () => {
  it('holds no script, and nothing of what its address says but a path', async () => {
    const { body, headers } = await get(`/sign-in?next=${encodeURIComponent('/"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script');
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('speaks Portuguese where that is asked for', async () => {
    expect((await get('/sign-in', { 'accept-language': 'pt-BR,en;q=0.5' })).body).toContain('Para entrar');
    expect((await get('/sign-in', { 'accept-language': 'de' })).body).toContain('To sign in');
    const refused = await signIn({ token: 'nobody' }, { 'accept-language': 'pt-BR' });
    expect(refused.statusCode).toBe(401);
    expect(refused.body).toContain('Este token não é válido');
    expect(refused.body).not.toContain('This token');
  });

  it.each([
    ['/d/one?a=b', '/d/one?a=b'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/d\\..\\x', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/a\r\nset-cookie: x=1', '/'],
    ['/\tx', '/'],
    [['/a', '/b'], '/'],
    [undefined, '/'],
  ])('goes on from %j to %s', (wanted, path) => {
    expect(localPath(wanted)).toBe(path);
  });
});

describe('the cookie', () => {
  it('cannot be read by scripts, nor be used by other sites', async () => {
    const cookie = cookieOf(await signIn({ token }));
    expect(cookie).toMatch(/^churnwatch=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(token);
  });

  it('travels by https alone where that is how people come', async () => {
    guarded = await guardedApp({ secure: true });
    token = guarded.token('ana', 'operator');
    expect(cookieOf(await signIn({ token }))).toMatch(
      /^__Host-churnwatch=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    await guarded.close();
  });

  it('lets in by the role of its token, and says who one is', async () => {
    const cookie = await signedIn();
    expect((await get('/api/status', cookie)).statusCode).toBe(200);
    expect((await get('/', { ...HTML, ...cookie })).body).toBe('index.html');
    expect((await get('/api/audit', cookie)).statusCode).toBe(403);
    expect((await get('/sign-in/caller', cookie)).json()).toEqual({ name: 'ana', role: 'operator' });
    expect((await get('/sign-in/caller')).json()).toEqual({ name: null, role: null });
    expect((await get('/sign-in?next=/d/x', cookie)).headers.location).toBe('/d/x');
  });

  it('ends when its token is revoked', async () => {
    const cookie = await signedIn();
    guarded.revoke('ana');
    expect((await get('/api/status', cookie)).statusCode).toBe(401);
  });

  it('ends with the sign-out, on the server too', async () => {
    const cookie = await signedIn();
    const out = await guarded.app.inject({ method: 'POST', url: '/sign-out', headers: cookie });
    expect(cookieOf(out)).toMatch(/^churnwatch=; Max-Age=0; /);
    expect((await get('/api/status', cookie)).statusCode).toBe(401);
  });

  it('is ended on a page of its own, which says who one is', async () => {
    const cookie = await signedIn();
    expect((await get('/sign-out', cookie)).body).toContain('signed in as <strong>ana</strong>');
    expect((await get('/api/status', cookie)).statusCode).toBe(200);
    expect((await get('/sign-out')).headers.location).toBe('/sign-in');
  });

  it('is another one after each sign-in, so that nobody can be given one that somebody else knows', async () => {
    const planted = await signedIn();
    const after = cookieOf(await signIn({ token }, planted)).split(';')[0];
    expect(after).not.toBe(planted.cookie);
    expect((await get('/api/status', planted)).statusCode).toBe(401);
  });

  it.each(['x', '', `churnwatch=${'A'.repeat(43)}`, 'churnwatch=__proto__', 'churnwatch=%00; churnwatch=x'])(
    'is not %j',
    async (cookie) => {
      expect((await get('/api/status', { cookie })).statusCode).toBe(401);
    },
  );

  it('does not let a page of another site or port act through it', async () => {
    const cookie = await signedIn();
    const act = async (site: string) =>
      (
        await guarded.app.inject({
          method: 'POST',
          url: '/api/model/train',
          headers: { ...cookie, 'sec-fetch-site': site },
        })
      ).statusCode;
    expect(await act('cross-site')).toBe(403);
    expect(await act('same-site')).toBe(403);
    expect(await act('same-origin')).toBe(202);
  });
});

describe('a sign-in that fails', () => {
  it('says why on the page, sets no cookie, and stands in the audit log', async () => {
    const { statusCode, body, headers } = await signIn({ token: newToken(), next: '/d/one' });
    expect(statusCode).toBe(401);
    expect(body).toContain('role="alert"');
    expect(body).toContain('value="/d/one"');
    expect(headers).not.toHaveProperty('set-cookie');
    expect(guarded.served.audit.entries).toMatchObject([{ action: 'sign-in', actor: 'unknown', outcome: 'refused' }]);
  });

  it.each([{}, { token: '' }, { token: 'x'.repeat(10_000) }])('is one with %j', async (fields) => {
    expect((await signIn(fields as Record<string, string>)).statusCode).toBe(401);
  });

  it('has to wait after many', async () => {
    for (let n = 0; n < 10; n++) await signIn({ token: newToken() });
    const { statusCode, headers } = await signIn({ token });
    expect(statusCode).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is what a page of another site gets that signs somebody in as somebody else', async () => {
    for (const [name, value] of Object.entries({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })) {
      const { statusCode, headers } = await signIn({ token }, { [name]: value });
      expect(statusCode).toBe(403);
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  it('is not what our own page gets, whose origin browsers keep back', async () => {
    expect((await signIn({ token }, { origin: 'null' })).statusCode).toBe(303);
  });

  it('is what bodies without measure or form get', async () => {
    const large = await signIn({ token: 'x'.repeat(20_000) });
    expect([large.statusCode, large.body]).toEqual([413, expect.stringContaining('larger than 16 KiB')]);
    const other = await signIn({ token }, { 'content-type': 'text/plain' });
    expect(other.body).toContain('must be application/x-www-form-urlencoded or application/json, not text/plain');
    const odd = await guarded.app.inject({ method: 'POST', url: '/sign-in', payload: { token: ['a'], next: {} } });
    expect(odd.statusCode).toBe(401);
  });
});
