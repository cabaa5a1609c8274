import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, SignJWT, type JWK } from 'jose';
import type { Identity } from './identity';
import { jwtVerifier } from './jwt';

const MINUTE_MS = 60_000;
const claims = { iss: 'https://id.example', aud: 'churnwatch', sub: 'ana', role: 'analyst' };
const pairs = new Map<string, { jwk: JWK; privateKey: KeyObject }>();
const keysAnswer = (...names: string[]): string =>
  JSON.stringify({ keys: names.map((name) => ({ ...pairs.get(name)?.jwk, kid: name })) });

let server: Server;
let answer: RequestListener;
let asked: number;
let now: number;
let faults: string[];
let verify: (credential: string) => Promise<Identity | undefined>;

beforeAll(async () => {
  for (const name of ['old', 'new', 'foreign']) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    pairs.set(name, { jwk: await exportJWK(publicKey), privateKey });
  }
  server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = 0;
  now = Date.UTC(2026, 0, 1);
  faults = [];
  answer = answering(keysAnswer('old'));
  const { port } = server.address() as AddressInfo;
  const verifier = jwtVerifier(
    {
      keys: { jwksUrl: new URL(`http://127.0.0.1:${port}/keys?client=secret`) },
      issuer: claims.iss,
      audience: claims.aud,
      roleClaim: 'role',
      roles: new Map(),
      onFault: (message, error) => void faults.push(`${message}: ${String(error)}`),
    },
    () => now,
    () => now,
  );
  verify = (credential) => verifier.verify(credential);
});

const answering =
  (text: string, status = 200, headers = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(text);

async function eventually(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries++) await sleep(10);
}

/** A token, good for a day, by a key under another name or none. */
function token(by: string, kid: string | undefined = by): Promise<string> {
  const header = { alg: 'ES256', ...(kid === '' ? {} : { kid }) };
  const exp = now / 1_000 + 86_400;
  return new SignJWT({ ...claims, exp }).setProtectedHeader(header).sign(pairs.get(by)!.privateKey);
}

it('knows a key that is new at once, and one that is withdrawn for ten minutes', async () => {
  expect(await verify(await token('old'))).toMatchObject({ caller: { name: 'ana' } });
  answer = answering(keysAnswer('new'));
  now += MINUTE_MS;
  expect(await verify(await token('new'))).toBeDefined();
  expect(await verify(await token('old'))).toBeUndefined();
  answer = answering(keysAnswer('old'));
  now += 8 * MINUTE_MS;
  expect(await verify(await token('new'))).toBeDefined();
  // However long nobody has come with a token.
  now += 40 * MINUTE_MS;
  expect(await verify(await token('new'))).toBeUndefined();
  expect(await verify(await token('old'))).toBeDefined();
  expect(asked).toBe(3);
});

it('asks the provider now and then only, whatever keys tokens name', async () => {
  for (let i = 0; i < 20; i++) expect(await verify(await token('new', `k${i}`))).toBeUndefined();
  expect(asked).toBe(1);
});

it.each([
  ['a status', () => answering('{"error":"broken"}', 500), 'it answers with status 500'],
  ['another place', () => answering('', 302, { location: '/elsewhere' }), 'it answers with status 302'],
  ['a page', () => answering('<html></html>'), 'JSON'],
  ['no keys', () => answering('{"keys":[]}'), 'no object with a list "keys"'],
  ['keys that are none', () => answering('{"keys":[null]}'), 'malformed'],
  ['without an end', () => answering(' '.repeat(2 * 1024 * 1024)), 'more than a MiB'],
  ['nothing', (): RequestListener => (request) => request.socket.destroy(), 'no keys can be had'],
])('fails with a provider that answers %s, asks it every few seconds, and goes on by itself', async (_, make, why) => {
  answer = make();
  const mine = await token('old');
  for (let i = 0; i < 20; i++) {
    const failed = await verify(mine).catch((error: unknown) => String(error));
    expect(failed).toContain(why);
    expect(failed).not.toContain('secret');
  }
  expect(asked).toBe(1);
  answer = answering(keysAnswer('old'));
  now += 6_000;
  expect(await verify(mine)).toBeDefined();
});

it('goes on with the keys that it knows for an hour, and tells of it once', async () => {
  const mine = await token('old');
  await verify(mine);
  answer = answering('', 503);
  for (let minute = 1; minute < 60; minute++) {
    now += MINUTE_MS;
    expect(await verify(mine)).toBeDefined();
  }
  await eventually(() => faults.length > 0);
  expect(faults).toEqual([expect.stringContaining('cannot be fetched anew')]);
  await expect(verify(await token('new'))).rejects.toThrow('status 503');
  now += 2 * MINUTE_MS;
  await expect(verify(mine)).rejects.toThrow('status 503');
});

it('tries all keys where neither they nor the token have a name', async () => {
  answer = answering(JSON.stringify({ keys: ['old', 'new'].map((name) => pairs.get(name)?.jwk) }));
  expect(await verify(await token('old', ''))).toBeDefined();
  expect(await verify(await token('new', ''))).toBeDefined();
  expect(await verify(await token('foreign', ''))).toBeUndefined();
});
