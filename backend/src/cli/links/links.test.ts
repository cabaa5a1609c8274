import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLink } from '../../http/embed/link';
import { momentFlag, variableFlag } from '../dashboards/flags';
import { linkFor } from './command';
import { embedOptions } from './embed-options';
import { readOrMakeSecret, readSecret, secretPlace } from './secret';

const NOW = Date.UTC(2026, 0, 1);
const DASHBOARDS = join(process.cwd(), '..', 'dashboards');
const LONG = 'x'.repeat(32);

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-link-'));
  file = join(folder, 'kept', 'secret');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret of links', () => {
  it('is made once, for its owner alone, and read from then on', async () => {
    expect(await readSecret({ file })).toBeUndefined();
    const secret = await readOrMakeSecret({ file });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readOrMakeSecret({ file })).toBe(secret);
    expect(await readSecret({ file })).toBe(secret);
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
  });

  it('is refused where others may read it, or where it is too short', async () => {
    file = join(folder, 'secret');
    writeFileSync(file, LONG, { mode: 0o644 });
    chmodSync(file, 0o644);
    await expect(readSecret({ file })).rejects.toMatchObject({ hint: `Run: chmod 600 ${file}` });
    chmodSync(file, 0o600);
    expect(await readSecret({ file })).toBe(LONG);
    writeFileSync(file, 'short');
    await expect(readOrMakeSecret({ file })).rejects.toThrow('too short: 5 characters');
    await expect(readSecret({ file, text: 'short' })).rejects.toThrow('CHURNWATCH_LINK_SECRET is too short');
  });

  it('comes from the flag before the environment, and from there before the file of the checkout', () => {
    const environment = { CHURNWATCH_LINK_SECRET: LONG, CHURNWATCH_LINK_SECRET_FILE: '/b' };
    expect(secretPlace('/a', environment)).toEqual({ text: undefined, file: '/a' });
    expect(secretPlace(undefined, environment).file).toBe('/b');
    expect(secretPlace(undefined, { CHURNWATCH_LINK_SECRET: LONG }).text).toBe(LONG);
    expect(secretPlace(undefined, {}).file).toMatch(/\.churnwatch.link-secret$/);
  });
});

describe('flags', () => {
  it('collect variables, and refuse what is none', () => {
    const one = variableFlag('state=SP', {});
    expect(variableFlag('state=a=b', one)).toEqual({ state: ['SP', 'a=b'] });
    expect(() => variableFlag('state', {})).toThrow('name=value');
    expect(() => variableFlag('st ate=SP', {})).toThrow('name=value');
  });

  it('take moments as they are written', () => {
    expect(momentFlag('now-90d')).toBe('now-90d');
    expect(() => momentFlag('last week')).toThrow('2018-01-31');
  });

  it('name whom the server lets in', () => {
    const flags = { embedOrigin: ['https://a.example'], embedHost: ['b.example'] };
    expect(embedOptions(flags)).toMatchObject({ origins: ['https://a.example'], hosts: ['b.example'] });
    expect(() => embedOptions({ ...flags, embedOrigin: ["'none'; script-src *"] })).toThrow('is no origin');
    expect(() => embedOptions({ ...flags, embedHost: ['localhost'] })).toThrow('this machine itself');
  });
});

describe('a link', () => {
  const flags = {
    dashboard: 'executive-overview',
    var: {},
    free: [],
    expires: 60,
    ids: 'masked' as const,
    base: 'https://figures.example.com/churn',
  };
  const claimsOf = (address: string) => {
    const token = new URL(address).searchParams.get('token') ?? '';
    return verifyLink(token, readFileSync(file, 'utf8').trim(), NOW);
  };

  it('leads to the dashboard or panel, and says what it allows', async () => {
    const address = await linkFor(
      { ...flags, panel: 9, var: { state: ['SP'] }, free: ['time'], secretFile: file },
      NOW,
      DASHBOARDS,
    );
    expect(address).toMatch(/^https:\/\/figures\.example\.com\/churn\/embed\/churnwatch-executive-overview\/9\?token=/);
    expect(claimsOf(address)).toMatchObject({
      dashboard: 'churnwatch-executive-overview',
      panel: 9,
      expires: NOW / 1_000 + 60,
      variables: { state: ['SP'] },
      free: ['time'],
      fullIds: false,
    });
  });

  it.each([
    ['dashboard', { dashboard: 'nope' }, 'There is no dashboard "nope".'],
    ['path as a dashboard', { dashboard: '../../package' }, 'There is no dashboard'],
    ['panel', { panel: 999 }, 'has no panel 999'],
    ['variable', { var: { planet: ['Mars'] } }, 'has no variable "planet"'],
    ['free variable', { free: ['planet'] }, 'has no variable "planet"'],
    ['variable that nobody may set', { var: { datasource: ['x'] } }, 'has no variable "datasource"'],
    ['range', { from: '2018-02-01', to: '2018-01-01' }, 'ends before it begins'],
  ])('is not made for an unknown %s', async (_, change, words) => {
    await expect(linkFor({ ...flags, ...change, secretFile: file }, NOW, DASHBOARDS)).rejects.toThrow(words);
  });
});
