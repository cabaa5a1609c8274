// Runs Grafana's part against the packaged executable, by a host program built on the official Go SDK:
//   node test/conform/run.mjs PATH_OF_HOST_PROGRAM
// Prints a line per check and jest-like totals; ends with 1 when a check failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const host = process.argv[2];
const goArch = { x64: 'amd64', arm64: 'arm64' }[arch()] ?? arch();
const plugin = fileURLToPath(
  new URL(`../../plugin/dist/datasource/gpx_churnwatch_${platform()}_${goArch}`, import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'churnwatch-conform-'));

const warehouseFolder = join(folder, 'warehouse');
const contextOf = (role, settings = {}) => ({
  user: { login: role.toLowerCase(), role },
  dataSource: { uid: 'conform', name: 'Churnwatch', jsonData: { warehouseFolder, ...settings } },
});

function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const ALL_TIME = { from: '2016-09-01T00:00:00Z', to: '2018-09-05T00:00:00Z' };

function queryFile(name, role, models, timeRange = ALL_TIME, settings = {}) {
  const queries = models.map((model, i) => ({ refId: String.fromCharCode(65 + i), maxDataPoints: 800, model }));
  return write(name, { pluginContext: contextOf(role, settings), timeRange, queries });
}

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(host, [command, '-plugin', plugin, ...args], { encoding: 'utf8' });
  const result = stdout.trim().startsWith('{') ? JSON.parse(stdout).result : undefined;
  return { status, result, stderr: stderr.trim() };
}

const kinds = [
  { kind: 'headline' },
  { kind: 'kpis' },
  { kind: 'kpis', trend: true },
  { kind: 'sales', by: 'state' },
  { kind: 'breakdown', by: 'category' },
  { kind: 'rfm_segments' },
  { kind: 'rfm_segments', measure: 'churned_share' },
  { kind: 'customers', limit: 1_000_000 },
  { kind: 'values', dimension: 'segment' },
  { kind: 'headline', topic: 'forecast' },
  { kind: 'sales_forecast', by: 'state', limit: 3 },
  { kind: 'sales_forecast', view: 'sums' },
  { kind: 'sales_forecast', view: 'backtest' },
  { kind: 'sales_forecast', view: 'anomalies' },
  { kind: 'forecast_quality' },
  { kind: 'forecast_quality', figure: 'mase' },
  { kind: 'forecast_shortfall' },
  { kind: 'forecast_shortfall', by: 'state', limit: 3 },
  { kind: 'cohorts' },
  { kind: 'cohorts', measure: 'retention' },
  { kind: 'lifecycle' },
  { kind: 'lifecycle', figure: 'churn_rate' },
  { kind: 'risk_watch', by: 'segment', texts: true },
  { kind: 'sales_forecast', view: 'deviations' },
  { kind: 'segment_moves' },
  { kind: 'geography' },
  { kind: 'geography', by: 'city' },
  { kind: 'customers', moved: ['down'] },
  { kind: 'operations' },
  { kind: 'operations', view: 'queries' },
  { kind: 'operations', view: 'load' },
];

const context = write('context.json', contextOf('Admin'));
const all = queryFile('all.json', 'Admin', kinds);
const bad = queryFile('bad.json', 'Viewer', [{ kind: 'salez' }, { kind: 'kpis' }, { kind: 'sales', limit: -1 }]);
const alertKinds = [
  { kind: 'rfm_segments', measure: 'churned_share' },
  { kind: 'forecast_shortfall', by: 'state', limit: 3 },
];
const alert = queryFile('alert.json', 'Admin', alertKinds, { from: 'now-10m', to: 'now' });

/** The statuses of the answers to one statement of a caller of that role, and to one that may never run. */
function sqlStatuses(role, sqlMode) {
  const models = ['SELECT customer_id FROM dim_customers LIMIT 1', "SELECT * FROM read_text('/etc/passwd')"];
  const asked = models.map((rawSql) => ({ kind: 'sql', rawSql }));
  const file = queryFile(`sql-${role}-${sqlMode}.json`, role, asked, ALL_TIME, { sqlMode });
  const { result } = run('query', '-file', file);
  return ['A', 'B'].map((refId) => result?.responses?.[refId]?.status).join();
}

/** How following a channel went: subscribing, packets until so many came or the time was over, and leaving. */
function followed(path, role, count, time) {
  const file = write(`stream-${role}.json`, contextOf(role));
  const { status, result } = run('stream', '-path', path, '-n', count, '-for', time, '-context', file);
  return status === 0 ? [result?.subscribeStatus, result?.packets?.length, result?.ended].join() : 'broken';
}

const responses = ({ result }) => Object.entries(result?.responses ?? {});

const checks = {
  'handshake as Grafana expects it': () => run('handshake').status === 0,
  'the sample is built by itself, and health says so': () => {
    for (let tries = 0; tries < 20; tries++) {
      const { status, result } = run('health', '-context', context);
      if (status !== 0) return false;
      if (result?.message?.startsWith('Generated sample data')) return true;
    }
    return false;
  },
  'a model is trained for it': () => {
    // Each question below is asked of a process of its own, which ends before it could have trained one.
    const churnwatch = fileURLToPath(new URL('../../backend/bin/churnwatch.mjs', import.meta.url));
    return spawnSync(process.execPath, [churnwatch, 'train', '--out', warehouseFolder]).status === 0;
  },
  'every kind answers': () => {
    const answer = run('query', '-strict', '-file', all);
    const wrong = responses(answer).flatMap(([refId, { status, error }]) =>
      status === 200 ? [] : `${JSON.stringify(kinds[refId.charCodeAt(0) - 65])}: ${error}`,
    );
    if (answer.status !== 0) process.stdout.write(`${[...wrong, answer.stderr].join('\n')}\n`);
    return answer.status === 0 && responses(answer).length === kinds.length;
  },
  'a wrong query costs only its own answer': () => {
    const answer = run('query', '-file', bad);
    const statuses = responses(answer).map(([refId, { status }]) => `${refId}${status}`);
    return answer.status === 0 && statuses.sort().join() === 'A400,B200,C400';
  },
  'SQL is refused unless it is switched on, and then goes by the role': () =>
    sqlStatuses('Admin', 'off') === '403,403' &&
    sqlStatuses('Viewer', 'editors') === '403,403' &&
    sqlStatuses('Editor', 'editors') === '200,400' &&
    sqlStatuses('Viewer', 'everybody') === '200,400',
  'an alert about now meets data of the past': () => {
    const answer = run('query', '-strict', '-file', alert);
    return answer.status === 0 && responses(answer).every(([, { frames }]) => frames[0]?.rows > 0);
  },
  'metrics are Prometheus text': () => run('metrics').status === 0,
  'resources answer': () => {
    const { status, result } = run('resource', '-path', 'status', '-context', context);
    return status === 0 && result?.code === 200;
  },
  'an unknown resource is not found': () =>
    run('resource', '-path', '../../etc/passwd', '-context', context).result?.code === 404,
  'an unknown stream is refused properly': () => run('stream', '-path', 'nothing', '-for', '2s').status === 0,
  'live channels are followed by whoever may query, and end when they leave': () =>
    ['Viewer', 'Admin'].every((role) => followed('alerts', role, '1', '20s') === 'OK,1,count') &&
    followed('alerts/segment/at-risk/band/high', 'Viewer', '9', '2s') === 'OK,1,timeout' &&
    followed('predictions', 'Viewer', '1', '20s') === 'OK,1,count',
  'nobody publishes into a channel': () =>
    run('publish', '-path', 'alerts', '-data', '{}', '-context', context).result?.status === 'PERMISSION_DENIED',
  'it ends in every way that Grafana or a machine may end it': () => run('kill', '-mode', 'all').status === 0,
  'many callers at once': () => run('bench', '-file', alert, '-n', '200', '-c', '20').status === 0,
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const ok = check();
  if (!ok) failed++;
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name}\n`);
}
rmSync(folder, { recursive: true, force: true });
const total = Object.keys(checks).length;
process.stdout.write(`Tests:       ${failed} failed, ${total - failed} passed, ${total} total\n`);
process.exitCode = failed === 0 ? 0 : 1;
