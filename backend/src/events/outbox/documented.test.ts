import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseWebhooks } from './parse';
import { signatureOf } from './sign';

const docs = join(process.cwd(), '..', 'docs');
const page = readFileSync(join(docs, 'webhooks.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

const SECRET = 'a secret that is shared';
const BODY = '{"id":"1","action":"Ligue já","warning":{}}';
const AT = 1_533_204_000;
const GOOD = { 'x-churnwatch-timestamp': String(AT), 'x-churnwatch-signature': signatureOf(SECRET, AT, BODY) };

/** Headers, body, time in s, and what is to be said of them. */
const CASES = [
  [GOOD, BODY, AT + 10, true],
  [GOOD, BODY, AT + 301, false],
  [GOOD, `${BODY} `, AT, false],
  [{ ...GOOD, 'x-churnwatch-timestamp': String(AT + 1) }, BODY, AT, false],
  [{ ...GOOD, 'x-churnwatch-signature': signatureOf('another secret', AT, BODY) }, BODY, AT, false],
  [{ 'x-churnwatch-signature': signatureOf(SECRET, AT, BODY) }, BODY, AT, false],
  [{}, BODY, AT, false],
] as const;

const PROGRAMS = {
  js: `${block('js')}
const cases = JSON.parse(process.argv[2]);
const said = cases.map(([headers, body, at]) => isFromChurnwatch(${JSON.stringify(SECRET)}, headers, Buffer.from(body), at * 1000));
process.stdout.write(JSON.stringify(said));`,
  python: `${block('python')}
import json, sys
cases = json.loads(sys.argv[1])
said = [is_from_churnwatch(${JSON.stringify(SECRET)}, headers, body.encode(), at) for headers, body, at, _ in cases]
print(json.dumps(said))`,
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'churnwatch-documented-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function said(command: string, file: string, program: string): unknown {
  const path = join(folder, file);
  writeFileSync(path, program);
  const { stdout, stderr } = spawnSync(command, [path, JSON.stringify(CASES)], { encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const wanted = CASES.map(([, , , good]) => good);

it('signs the timestamp, a dot and the body', () => {
  const hex = createHmac('sha256', SECRET).update(`${AT}.${BODY}`).digest('hex');
  expect(signatureOf(SECRET, AT, BODY)).toBe(`v1=${hex}`);
});

it('has its signatures checked by the documented function for Node', () => {
  expect(said(process.execPath, 'check.mjs', PROGRAMS.js)).toEqual(wanted);
});

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0;
(hasPython ? it : it.skip)(
  `has its signatures checked by the documented function for Python${hasPython ? '' : ' (skipped: no Python 3.10 found)'}`,
  () => {
    expect(said('python3', 'check.py', PROGRAMS.python)).toEqual(wanted);
  },
);

it('documents a file that can be used', () => {
  expect(parseWebhooks(block('yaml'), 'webhooks.yaml').map(({ name }) => name)).toEqual(['crm', 'n8n']);
});

describe('the workflow for n8n', () => {
  interface Condition {
    leftValue: string;
    rightValue: unknown;
    operator: { type: string; operation: string };
  }
  interface Workflow {
    nodes: {
      name: string;
      type: string;
      parameters: { jsCode?: string; conditions?: { conditions: Condition[] } };
    }[];
    connections: Record<string, { main: { node: string }[][] }>;
  }
  const { nodes, connections } = JSON.parse(
    readFileSync(join(docs, 'examples', 'n8n-early-warning.json'), 'utf8'),
  ) as Workflow;

  it('connects nodes that there are', () => {
    const names = nodes.map(({ name }) => name);
    const reached = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
    expect(Object.keys(connections).filter((name) => !names.includes(name))).toEqual([]);
    expect([...new Set(reached)].toSorted()).toEqual(names.filter((name) => name !== 'Early warning').toSorted());
  });

  it('branches by what is genuine, and by what is at stake', () => {
    const branches = nodes.filter(({ type }) => type === 'n8n-nodes-base.if');
    const operators = branches.flatMap(({ parameters }) => parameters.conditions?.conditions ?? []);
    expect(operators).toMatchObject([
      { leftValue: '={{ $json.genuine }}', operator: { type: 'boolean', operation: 'true' } },
      { leftValue: expect.stringContaining('revenue_at_risk'), rightValue: 150, operator: { operation: 'gte' } },
    ]);
    expect(branches.map(({ name }) => connections[name]?.main.length)).toEqual([2, 2]);
  });

  it('checks signatures as they are made', () => {
    const code = nodes.find(({ name }) => name === 'Check signature')?.parameters.jsCode ?? '';
    const program = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const $env = { CHURNWATCH_WEBHOOK_SECRET: ${JSON.stringify(SECRET)} };
const all = [];
for (const [headers, body, at] of JSON.parse(process.argv[2])) {
  Date.now = () => at * 1000;
  const self = { helpers: { getBinaryDataBuffer: async () => Buffer.from(body) } };
  const $input = { first: () => ({ json: { headers } }) };
  const run = async function () { ${code} };
  all.push((await run.call(self))[0].json);
}
process.stdout.write(JSON.stringify(all.map(({ genuine, id }) => genuine && id === '1')));`;
    expect(said(process.execPath, 'workflow.mjs', program)).toEqual(wanted);
  });
});
