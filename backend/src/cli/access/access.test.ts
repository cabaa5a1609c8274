import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPage } from '../../http/audit/read';
import { WarehouseError } from '../../warehouse';
import type { AccessFlags } from './flags';
import { resolveAccess } from './resolve';
import { selfSigned } from './testing/self-signed';
import { certificate, httpsFactory } from './tls';
import { addToken, listTokens, revokeToken } from './token-command';
import { readTokenFile, watchTokenFile } from './token-file';

const SECRET = 'a secret that is long enough to be one';
let folder: string;
let tokensFile: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-access-'));
  tokensFile = join(folder, 'private', 'tokens.json');
  out = join(folder, 'warehouse');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (name: string, more: object = {}) => addToken(name, { role: 'viewer', tokensFile, out, ...more });
const write = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};
const refusal = async (work: Promise<unknown>): Promise<WarehouseError> => {
  const error = await work.then(
    () => new Error('It was taken.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof WarehouseError) return error;
  throw error;
};

describe('churnwatch token', () => {
  it('shows a token once, and keeps it where its owner alone may read it', async () => {
    const text = await add('n8n', { role: 'operator' });
    expect(text).toMatch(/^churnwatch_/);
    expect(statSync(tokensFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(tokensFile, 'utf8')).not.toContain(text.slice(11));
    expect(await listTokens({ tokensFile })).toMatch(/^n8n {2}operator {2}made \d{4}-\S+Z\n$/);
  });

  it('lets tokens end', async () => {
    await add('ana', { expires: 1 });
    expect(await listTokens({ tokensFile })).toContain(', until ');
    expect(await listTokens({ tokensFile }, new Date(Date.now() + 2 * 86_400_000))).toContain(', expired ');
  });

  it('revokes them, and says what it means when none is left', async () => {
    await add('ana');
    await add('bo');
    expect(await revokeToken('ana', { tokensFile, out })).toBe('The token for ana is no longer good.\n');
    expect(await revokeToken('bo', { tokensFile, out })).toContain('None is left: delete');
    expect(await listTokens({ tokensFile })).toContain('There are no tokens in');
  });

  it('tells the audit log, of what fails too, and no secret', async () => {
    const text = await add('ana');
    expect((await refusal(add('ana'))).message).toContain('already');
    await revokeToken('ana', { tokensFile, out });
    expect((await refusal(revokeToken('ana', { tokensFile, out }))).message).toContain('no token');
    const { entries } = await readPage(join(out, 'audit'), 10);
    expect(entries.map(({ action, target, outcome }) => [action, target, outcome])).toEqual([
      ['token.revoke', 'ana', 'failed'],
      ['token.revoke', 'ana', 'done'],
      ['token.add', 'ana (viewer)', 'failed'],
      ['token.add', 'ana (viewer)', 'done'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(text.slice(11));
  });

  it('loses none of several that are made at once', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => add(name)));
    expect((await readTokenFile(tokensFile))?.map(({ name }) => name).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the tokens’ file', () => {
  it('is read anew when it changes, and lets nobody in when it is gone', async () => {
    const kept = watchTokenFile(tokensFile);
    await add('ana');
    expect((await kept()).size).toBe(1);
    await add('bo');
    expect((await kept()).size).toBe(2);
    rmSync(tokensFile);
    expect((await kept()).size).toBe(0);
  });

  it.each([0o644, 0o640, 0o604, 0o620, 0o602])('is refused when others may use it: %o', async (mode) => {
    await add('ana');
    const kept = watchTokenFile(tokensFile);
    await kept();
    chmodSync(tokensFile, mode);
    expect(await refusal(kept())).toMatchObject({ code: 'io', hint: `Run: chmod 600 ${tokensFile}` });
    expect(await refusal(add('bo'))).toMatchObject({ code: 'io' });
  });

  it('is refused when it is damaged, and not written over', async () => {
    await add('ana');
    writeFileSync(tokensFile, '{"tokens":[{}]}');
    expect(await refusal(add('bo'))).toMatchObject({ code: 'corrupt' });
    expect(readFileSync(tokensFile, 'utf8')).toBe('{"tokens":[{}]}');
  });
});

describe('what the command line says of access', () => {
  const flags = (more: Partial<AccessFlags> = {}): AccessFlags => ({
    host: '127.0.0.1',
    name: [],
    behindProxy: false,
    tokensFile,
    corsOrigin: [],
    rateLimit: 100,
    jwtRoleClaim: 'role',
    jwtRole: [],
    ...more,
  });
  const jwt = () => ({
    jwtSecretFile: write('secret', SECRET),
    jwtIssuer: 'https://id.example',
    jwtAudience: 'churnwatch',
    tokensFile: undefined,
  });
  const resolve = (more: Partial<AccessFlags> = {}) => resolveAccess(flags(more), []);

  beforeEach(() => add('ana'));

  it('asks everybody where there are tokens, on this machine too', async () => {
    expect((await resolve()).signIn?.verifiers).toHaveLength(1);
    expect((await resolve(jwt())).signIn?.verifiers.length).toBeGreaterThan(0);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'churn.example.com'])(
    'opens %s with a proxy or a certificate',
    async (host) => {
      expect(await resolve({ host, behindProxy: true })).toMatchObject({ secure: true, hosts: { anyAddress: true } });
      expect(await refusal(resolve({ host }))).toMatchObject({ message: expect.stringContaining('readable to all') });
      const { cert, key } = selfSigned('churn.example.com');
      const tls = { tlsCert: write('cert.pem', cert, 0o644), tlsKey: write('key.pem', key) };
      expect(await resolve({ host, ...tls })).toMatchObject({ secure: true, certificate: { cert, key } });
    },
  );

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('takes %s for this machine', async (host) => {
    expect(await resolve({ host })).toMatchObject({ secure: false, hosts: { anyAddress: false } });
  });

  it('refuses to let nobody in, or a file of tokens that is not there', async () => {
    await revokeToken('ana', { tokensFile, out });
    expect((await refusal(resolve())).message).toContain('Nobody could sign in');
    expect((await refusal(resolve({ tokensFile: join(folder, 'none.json') }))).code).toBe('missing');
  });

  it.each([
    ['a name that is an address', { name: ['https://x.example'] }, 'is no host name'],
    ['an origin with a star', { corsOrigin: ['https://*.example'] }, 'name each origin'],
    ['an origin with a path', { corsOrigin: ['https://x.example/y'] }, 'is no origin'],
    ['half a certificate', { tlsCert: 'c.pem' }, 'needs --tls-cert and --tls-key'],
    ['a certificate that is not there', { tlsCert: '/none/c.pem', tlsKey: '/none/k.pem' }, 'cannot be read'],
    ['an issuer without a key', { jwtIssuer: 'x' }, 'need a key'],
    ['keys by http', { jwks: 'http://id.example/keys' }, 'by https only'],
    ['a file of keys that is not there', { jwks: '/none/keys.json' }, 'is no set of public keys'],
  ])('refuses %s', async (_, more, message) => {
    expect((await refusal(resolve(more))).message).toContain(message);
  });

  it('refuses JSON Web Tokens that are not checked for whom they are, or that anybody could sign', async () => {
    for (const less of [{ jwtIssuer: undefined }, { jwtAudience: undefined }]) {
      expect((await refusal(resolve({ ...jwt(), ...less }))).message).toContain('--jwt-issuer');
    }
    expect((await refusal(resolve({ ...jwt(), jwtSecretFile: write('short', 'short') }))).message).toContain(
      'too short',
    );
    expect((await refusal(resolve({ ...jwt(), jwtSecretFile: write('open', SECRET, 0o644) }))).code).toBe('io');
    expect((await refusal(resolve({ ...jwt(), jwks: 'https://id.example/keys' }))).message).toContain('not both');
    expect((await refusal(resolve({ ...jwt(), jwtRole: ['sales=boss'] }))).message).toContain('sales=boss');
    const oct = write('keys.json', '{"keys":[{"kty":"oct","k":"AAAA"}]}');
    expect((await refusal(resolve({ ...jwt(), jwtSecretFile: undefined, jwks: oct }))).message).toContain(
      'no set of public',
    );
  });
});

describe('a certificate', () => {
  const files = ({ cert, key }: { cert: string; key: string }, mode = 0o600): [string, string] => [
    write('cert.pem', cert, 0o644),
    write('key.pem', key, mode),
  ];

  it('has a key that its owner alone may read, and that is its own', async () => {
    const own = selfSigned('localhost');
    expect((await refusal(certificate(...files(own, 0o644)))).hint).toContain('chmod 600');
    const other = { cert: own.cert, key: selfSigned('localhost').key };
    const { message } = await refusal(certificate(...files(other)));
    expect(message).toContain('are no certificate with its key');
    expect(message).not.toContain('PRIVATE');
    expect((await refusal(certificate(...files({ ...own, cert: 'hello' })))).code).toBe('usage');
  });

  it('serves by TLS 1.2 or later', async () => {
    const own = await certificate(...files(selfSigned('localhost')));
    const server = httpsFactory(own ?? { cert: '', key: '' })((_, response) => response.end('hello'), {});
    expect(server).toBeInstanceOf(createServer().constructor);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const asked = (maxVersion: 'TLSv1.1' | 'TLSv1.2') =>
      new Promise<number | string | undefined>((resolve) => {
        const options = {
          port,
          host: '127.0.0.1',
          rejectUnauthorized: false,
          minVersion: 'TLSv1' as const,
          maxVersion,
          ciphers: 'DEFAULT@SECLEVEL=0',
        };
        request(options, ({ statusCode }) => resolve(statusCode))
          .on('error', () => resolve('refused'))
          .end();
      });
    expect(await asked('TLSv1.2')).toBe(200);
    expect(await asked('TLSv1.1')).toBe('refused');
    await new Promise((done) => server.close(done));
  });
});
