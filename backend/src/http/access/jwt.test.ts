import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { exportJWK, exportSPKI, SignJWT, type JSONWebKeySet } from 'jose';
import { jwtVerifier, type JwtKeys } from './jwt';

const SECRET = 'a secret that is long enough to be one';
const NOW = Date.UTC(2026, 0, 1);
const S = NOW / 1_000;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const claims = { iss: 'https://id.example', aud: 'churnwatch', sub: 'ana', exp: S + 60, role: 'analyst' };
const verifierOf = (keys: JwtKeys, roleClaim = 'role') =>
  jwtVerifier(
    { keys, issuer: claims.iss, audience: claims.aud, roleClaim, roles: new Map([['sales', 'viewer']]) },
    () => NOW,
  );
const bySecret = verifierOf({ secret: SECRET });
const signed = (payload: object, header: object = {}, secret = SECRET): Promise<string> =>
  new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256', ...header }).sign(Buffer.from(secret));
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let jwks: () => Promise<JSONWebKeySet>;
beforeAll(async () => {
  const key = { ...(await exportJWK(publicKey)), kid: 'k1' };
  jwks = () => Promise.resolve({ keys: [key] });
});

it('knows whose a token is, with which role and until when', async () => {
  expect(await bySecret.verify(await signed(claims))).toMatchObject({
    caller: { name: 'ana', role: 'Editor' },
    expires: (S + 90) * 1_000,
  });
  expect(bySecret.knows(await signed(claims))).toBe(true);
  expect(bySecret.knows('churnwatch_abc')).toBe(false);
});

it.each([
  ['a\ud800b', 'a\ufffdb'],
  [`${'a'.repeat(127)}\u{1f600}`, `${'a'.repeat(127)}\ufffd`],
])('keeps no half of a character of the subject %j', async (sub, name) => {
  expect(await bySecret.verify(await signed({ ...claims, sub }))).toMatchObject({ caller: { name } });
});

it.each([
  ['one that has expired', { exp: S - 31 }],
  ['one without an end', { exp: undefined }],
  ['one that is not good yet', { nbf: S + 60 }],
  ['one of another issuer', { iss: 'https://evil.example' }],
  ['one without an issuer', { iss: undefined }],
  ['one for somebody else', { aud: 'another tool' }],
  ['one without an audience', { aud: undefined }],
  ['one of nobody', { sub: undefined }],
  ['one of an empty name', { sub: '' }],
  ['one without a role', { role: undefined }],
  ['one with an unknown role', { role: 'root' }],
  ['one whose role is an object', { role: { admin: true } }],
  ['one whose role is what all objects have', { role: 'constructor' }],
])('refuses %s', async (_, change) => {
  expect(await bySecret.verify(await signed({ ...claims, ...change }))).toBeUndefined();
});

it('forgives clocks that differ by half a minute', async () => {
  expect(await bySecret.verify(await signed({ ...claims, exp: S - 29 }))).toBeDefined();
});

it.each([
  ['another secret', () => signed(claims, {}, `${SECRET}!`)],
  ['no signature, said to be none', async () => `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
  ['no signature, written otherwise', async () => `${encoded({ alg: 'nOnE' })}.${encoded(claims)}.AA`],
  ['another algorithm of secrets', () => signed(claims, { alg: 'HS512' })],
  ['a critical header that nobody knows', () => rawly({ alg: 'HS256', crit: ['exp'], exp: 1 })],
  ['a key of its own', () => rawly({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, 'AA')],
  ['a name of a key that leads to a file', () => rawly({ alg: 'HS256', kid: '../../dev/null' }, '')],
  ['a payload that is no object', () => rawly({ alg: 'HS256' }, SECRET, '[]')],
  ['absurd length', async () => `${encoded({ alg: 'HS256' })}.${'A'.repeat(9_000)}.AA`],
])('refuses a token with %s', async (_, make) => {
  expect(await bySecret.verify(await make())).toBeUndefined();
});

it('refuses a token that was changed after it was signed', async () => {
  const [header, , signature] = (await signed(claims)).split('.');
  expect(await bySecret.verify(`${header}.${encoded({ ...claims, role: 'admin' })}.${signature}`)).toBeUndefined();
});

describe('with public keys', () => {
  const byKey = (payload: object, header = { alg: 'RS256', kid: 'k1' }): Promise<string> =>
    new SignJWT({ ...payload }).setProtectedHeader(header).sign(privateKey);

  it('takes what the private key has signed', async () => {
    const verifier = verifierOf({ jwks: () => jwks() });
    expect(await verifier.verify(await byKey(claims))).toMatchObject({ caller: { name: 'ana' } });
    expect(await verifier.verify(await byKey({ ...claims, exp: S - 60 }))).toBeUndefined();
  });

  it('never takes the public key for a secret', async () => {
    const verifier = verifierOf({ jwks: () => jwks() });
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(await exportJWK(publicKey))]) {
      expect(await verifier.verify(await signed(claims, { kid: 'k1' }, secret))).toBeUndefined();
    }
  });

  it('refuses a key that is not among them', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const text = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other);
    expect(await verifierOf({ jwks: () => jwks() }).verify(text)).toBeUndefined();
    expect(
      await verifierOf({ jwks: () => jwks() }).verify(await byKey(claims, { alg: 'RS256', kid: 'k2' })),
    ).toBeUndefined();
  });

  it('refuses a hash that is no longer safe', async () => {
    const content = `${encoded({ alg: 'RS1', kid: 'k1' })}.${encoded(claims)}`;
    const signature = createSign('RSA-SHA1').update(content).sign(privateKey).toString('base64url');
    expect(await verifierOf({ jwks: () => jwks() }).verify(`${content}.${signature}`)).toBeUndefined();
  });

  it('says that it cannot look, rather than that the token is wrong, when the keys cannot be had', async () => {
    const broken = verifierOf({ jwks: () => Promise.reject(new Error('no such file')) });
    await expect(broken.verify(await byKey(claims))).rejects.toThrow('no such file');
    const unreachable = verifierOf({ jwksUrl: new URL('http://127.0.0.1:1/jwks.json') });
    await expect(unreachable.verify(await byKey(claims))).rejects.toThrow();
  });
});

describe('the role', () => {
  it.each([
    ['role', { role: ['viewer', 'operator'] }, 'Operator'],
    ['role', { role: 'sales' }, 'Viewer'],
    ['realm_access.roles', { realm_access: { roles: ['offline_access', 'admin'] } }, 'Admin'],
    ['https://shop.example/roles', { 'https://shop.example/roles': ['analyst'] }, 'Editor'],
  ])('in %s of %j is %s', async (path, payload, role) => {
    const identity = await verifierOf({ secret: SECRET }, path).verify(
      await signed({ ...claims, role: undefined, ...payload }),
    );
    expect(identity?.caller.role).toBe(role);
  });

  it.each(['__proto__.role', 'constructor.name', 'role.length'])('is not looked for in %s', async (path) => {
    expect(await verifierOf({ secret: SECRET }, path).verify(await signed(claims))).toBeUndefined();
  });
});

function rawly(header: object, secret = SECRET, payload = JSON.stringify(claims)): Promise<string> {
  const content = `${encoded(header)}.${Buffer.from(payload).toString('base64url')}`;
  return Promise.resolve(`${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`);
}
