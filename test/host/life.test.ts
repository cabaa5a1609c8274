import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../../backend/src/grafana/testing/eventually';
import { pluginExecutable } from './executable';
import { GRAFANA_ENVIRONMENT, spawnPlugin, startPlugin, type PluginProcess } from './plugin-process';

const executable = pluginExecutable();

let plugin: PluginProcess | undefined;
afterEach(async () => {
  await plugin?.kill();
  plugin = undefined;
});

const start = async (environment?: NodeJS.ProcessEnv): Promise<PluginProcess> =>
  (plugin = await startPlugin(executable, environment));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the start', () => {
  it('shakes hands as Grafana expects it, on a socket that only this user can open', async () => {
    const { handshake, socket } = await start();
    expect(handshake).toMatch(/^1\|2\|unix\|\/.+\|grpc$/);
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    expect(statSync(dirname(socket)).uid).toBe(process.getuid?.());
  });

  it('serves from the first moment on', async () => {
    const { call } = await start();
    expect(await call('grpc.health.v1.Health', 'Check', { service: 'plugin' })).toEqual({ status: 1 });
  });

  it('by a person is explained', async () => {
    const { output, exited } = spawnPlugin(executable, {});
    expect(await exited).toEqual({ code: 1, signal: null });
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('Grafana starts it by itself');
    expect(output.stderr).toContain('npx churnwatch start');
  });

  it.each([
    ['another protocol', { PLUGIN_PROTOCOL_VERSIONS: '1,3' }, 'Grafana offers the plugin protocol in version 1,3'],
    ['TLS asked for', { PLUGIN_CLIENT_CERT: '-----BEGIN CERTIFICATE-----' }, 'Turn AutoMTLS off'],
    [
      'no place for its socket',
      { PLUGIN_UNIX_SOCKET_DIR: '/nowhere/at/all' },
      'cannot make its socket in /nowhere/at/all',
    ],
    ['too long a path for it', { PLUGIN_UNIX_SOCKET_DIR: `/tmp/${'x'.repeat(120)}` }, 'too long a name'],
  ])('with %s fails with a message', async (_, environment, message) => {
    const { output, exited } = spawnPlugin(executable, { ...GRAFANA_ENVIRONMENT, ...environment });
    expect(await exited).toEqual({ code: 1, signal: null });
    expect(output.stdout).toBe('');
    expect(JSON.parse(output.stderr.trim())).toMatchObject({
      '@level': 'error',
      '@message': expect.stringContaining(message),
    });
  });
});

describe('the end', () => {
  const isTidy = (socket: string): void => expect(existsSync(dirname(socket))).toBe(false);

  it('comes when Grafana asks for it', async () => {
    const { call, close, exited, socket, stdout } = await start();
    expect(await call('plugin.GRPCController', 'Shutdown')).toEqual({});
    close();
    expect(await exited).toEqual({ code: 0, signal: null });
    expect(stdout()).toHaveLength(1);
    isTidy(socket);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('comes with %s', async (signal) => {
    const { child, exited, socket } = await start();
    child.kill(signal);
    expect(await exited).toEqual({ code: 0, signal: null });
    isTidy(socket);
  });

  it('does not come with Ctrl-C, which is for Grafana', async () => {
    const { child, call, stderr } = await start();
    child.kill('SIGINT');
    await eventually(() => stderr().some((line) => line.includes('SIGINT')));
    expect(await call('grpc.health.v1.Health', 'Check', { service: 'plugin' })).toEqual({ status: 1 });
  });

  it('comes when Grafana is gone', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      const plugin = spawn(process.argv[1], { env: JSON.parse(process.argv[2]), stdio: ['ignore', 'pipe', 'ignore'] });
      plugin.stdout.on('data', (line) => process.stdout.write(plugin.pid + ' ' + line));`;
    const args = ['-e', script, executable, JSON.stringify(GRAFANA_ENVIRONMENT)];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const [pid, handshake] = line.toString().split(' ');
    expect(isAlive(Number(pid))).toBe(true);
    parent.kill('SIGKILL');
    await eventually(() => !isAlive(Number(pid)));
    isTidy(handshake!.split('|')[3]!);
  });
});

describe('a running plugin', () => {
  it('logs in the form that Grafana reads, and nothing else', async () => {
    const { child, exited, stderr } = await start();
    child.kill('SIGINT');
    child.kill('SIGTERM');
    await exited;
    const lines = stderr().map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(['debug', 'info', 'warn', 'error']).toContain(line['@level']);
      expect(typeof line['@message']).toBe('string');
    }
  });

  it('goes on when nobody reads its log any more', async () => {
    const { child, call, collect } = await start();
    child.stderr.destroy();
    child.kill('SIGINT');
    await call('pluginv2.Diagnostics', 'CheckHealth');
    await collect('pluginv2.Resource', 'CallResource', { path: 'nothing' });
    expect(await call('grpc.health.v1.Health', 'Check', { service: 'plugin' })).toEqual({ status: 1 });
  });

  it.each([
    ['HTTP/1', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['noise', '\u0000\u0001\u0002'.repeat(10_000)],
    ['half a preface', 'PRI * HTTP/2.0\r\n'],
  ])('survives a caller who speaks %s', async (_, words) => {
    const { call, socket } = await start();
    const caller = connect(socket);
    caller.on('error', () => undefined);
    await once(caller, 'connect');
    caller.end(words);
    await call('grpc.health.v1.Health', 'Check', { service: 'plugin' });
    caller.destroy();
    expect(await call('grpc.health.v1.Health', 'Check', { service: 'plugin' })).toEqual({ status: 1 });
  });

  it('leaves no folder behind that a killed one has left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'churnwatch-sockets-'));
    const environment = { ...GRAFANA_ENVIRONMENT, PLUGIN_UNIX_SOCKET_DIR: folder };
    const killed = await startPlugin(executable, environment);
    await killed.kill();
    expect(existsSync(killed.socket)).toBe(true);
    const { socket } = await start(environment);
    await eventually(() => readdirSync(folder).length === 1);
    expect(existsSync(socket)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
