import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReceivers } from './load';
import { parseWebhooks } from './parse';

const one = (entry: string): string => `version: 1\nreceivers:\n  - {${entry}}`;
const GOOD = 'name: crm, url: "https://hooks.example.com/a?b=c", secretEnv: CRM';

it('reads a receiver with all of its keys', () => {
  expect(
    parseWebhooks(
      one(`${GOOD}, events: [warning.created], segments: [At risk], fromBands: [low], ids: full, allowPrivate: true`),
      'w.yaml',
    ),
  ).toEqual([
    {
      name: 'crm',
      url: new URL('https://hooks.example.com/a?b=c'),
      secret: { secretEnv: 'CRM' },
      events: ['warning.created'],
      segments: ['At risk'],
      fromBands: ['low'],
      ids: 'full',
      allowPrivate: true,
    },
  ]);
  expect(parseWebhooks('version: 1\nreceivers: []', 'w.yaml')).toEqual([]);
});

it.each([
  ['', 'w.yaml: this is no YAML: expected a document'],
  ['[]', 'w.yaml: there must be a mapping'],
  ['receivers: []', 'w.yaml, version: there must be "version: 1".'],
  ['version: 1\nreceivers: {}', 'w.yaml, receivers: there must be a list'],
  ['version: 1\n bad: [', 'w.yaml, line 2: this is no YAML'],
  ['version: 1\nreceivers: [&a {}, *a]', 'this is no YAML'],
  ['version: 1\nreceivers: !!js/function "function () {}"', 'this is no YAML'],
  [`version: 1\nreceivers: ${'['.repeat(50)}${']'.repeat(50)}`, 'this is no YAML'],
  ['#'.repeat(70_000), 'w.yaml: the file is larger than 64 KiB.'],
  [`version: 1\nreceivers:\n  - {${GOOD}}\n  - {${GOOD}}`, 'w.yaml, receiver 2, name: there is another "crm"'],
  [one('name: "a b"'), 'w.yaml, receiver 1, name: "a b" must be a text of 1 to 40 letters'],
  [one(`${GOOD}, secret: x`), 'w.yaml, receiver 1: the key "secret" is not known'],
  [one(`${GOOD}, secretFile: /s`), 'w.yaml, receiver 1 "crm": there must be one of secretEnv'],
  [one('name: crm, url: "https://a.example"'), 'there must be one of secretEnv'],
  [one('name: crm, url: "https://a.example", secretFile: s'), 'secretFile: there must be the absolute path'],
  [one(`${GOOD}, events: [warning.deleted]`), 'events: "warning.deleted" is not known; it may be warning.created'],
  [one(`${GOOD}, events: all`), 'events: there must be a list'],
  [one(`${GOOD}, allowPrivate: "yes"`), 'allowPrivate: "yes" must be true or false.'],
  [one('name: crm, url: "ftp://a.example", secretEnv: A'), 'url: there must be an address such as'],
  [one('name: crm, url: 7, secretEnv: A'), 'url: there must be an address such as'],
  [
    one('name: crm, url: "http://a.example", secretEnv: A'),
    'http://a.example is a private address or without encryption',
  ],
])('says of %j what is wrong', (yaml, message) => {
  expect(() => parseWebhooks(yaml, 'w.yaml')).toThrow(expect.objectContaining({ name: 'WebhooksError' }));
  expect(() => parseWebhooks(yaml, 'w.yaml')).toThrow(message);
});

it.each(['127.0.0.1', '0x7f.1', '10.1.2.3', '169.254.169.254', '[::1]', '[::ffff:8.8.8.8]', '[fd00::1]', 'localhost'])(
  'takes %s for private',
  (host) => {
    expect(() => parseWebhooks(one(`name: crm, url: "https://${host}/", secretEnv: A`), 'w.yaml')).toThrow('private');
  },
);

it('repeats neither a secret nor what may be one', () => {
  const secret = 'hunter2 hunter2';
  for (const entry of [
    `name: crm, url: "https://a.example", secretEnv: "${secret}"`,
    `name: crm, url: "https://me:${encodeURIComponent(secret)}@a.example", secretEnv: A`,
    `name: crm, url: "http://10.0.0.1/${encodeURIComponent(secret)}", secretEnv: A`,
  ]) {
    const reading = (): unknown => parseWebhooks(one(entry), 'w.yaml');
    expect(reading).toThrow(/w\.yaml/);
    expect(reading).not.toThrow(/hunter2/);
  }
});

describe('secrets', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'churnwatch-webhooks-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const load = async (source: string) => {
    const file = join(folder, 'w.yaml');
    await writeFile(file, one(`name: crm, url: "https://a.example", ${source}`));
    const env = { CRM: 'from the environment', WEAK: 'weak' };
    return loadReceivers(file, { env, secure: { crmSecret: 'from secure settings' }, fullIds: true });
  };

  it('come from the environment, a file or the secure settings', async () => {
    await writeFile(join(folder, 'secret'), 'from a file, with a line end\n');
    expect(await load('secretEnv: CRM')).toMatchObject([{ key: 'from the environment', fullIds: true }]);
    expect(await load('secretKey: crmSecret')).toMatchObject([{ key: 'from secure settings' }]);
    expect(await load(`secretFile: ${join(folder, 'secret')}, ids: short`)).toMatchObject([
      { key: 'from a file, with a line end', fullIds: false },
    ]);
  });

  it('that are missing or weak are refused', async () => {
    await expect(load('secretEnv: NONE')).rejects.toThrow('its secret (secretEnv NONE) is not set');
    await expect(load('secretEnv: WEAK')).rejects.toThrow('its secret (secretEnv WEAK) is shorter than 16');
    await expect(load(`secretFile: ${folder}`)).rejects.toThrow('is no file');
    await expect(load(`secretFile: ${folder}/none`)).rejects.toThrow(/cannot be read \(.*ENOENT/);
    await expect(loadReceivers(join(folder, 'none.yaml'), { env: {}, secure: {}, fullIds: false })).rejects.toThrow(
      'none.yaml: the webhooks file cannot be read',
    );
  });
});
