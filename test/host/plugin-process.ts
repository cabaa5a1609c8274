import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { connectPlugin, type PluginClient } from '../../backend/src/grafana/testing/client';
import { eventually } from '../../backend/src/grafana/testing/eventually';

/** Everything that Grafana puts into the environment of a plugin: no PATH, no HOME. */
export const GRAFANA_ENVIRONMENT = {
  GF_VERSION: '12.4.0',
  GF_EDITION: 'Open Source',
  grafana_plugin_type: 'datasource',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '2',
};

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface PluginProcess extends PluginClient {
  pid: number;
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** The handshake line, without its end. */
  handshake: string;
  socket: string;
  /** All that was written so far, in lines. */
  stdout(): string[];
  stderr(): string[];
  exited: Promise<Exit>;
  /** Kills the process, if it still runs. */
  kill(): Promise<void>;
}

/** Starts an executable as Grafana does. */
export function spawnPlugin(executable: string, environment: NodeJS.ProcessEnv = GRAFANA_ENVIRONMENT) {
  const child = spawn(executable, { env: environment, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const exited = once(child, 'close').then(([code, signal]): Exit => ({ code, signal }));
  return { child, output, exited };
}

/** Starts a plugin, shakes hands with it and connects to it. */
export async function startPlugin(executable: string, environment?: NodeJS.ProcessEnv): Promise<PluginProcess> {
  const { child, output, exited } = spawnPlugin(executable, environment);
  const ended = exited.then(({ code }) => {
    throw new Error(`the plugin ended with ${code} before its handshake: ${output.stderr}`);
  });
  ended.catch(() => undefined);
  await Promise.race([eventually(() => output.stdout.includes('\n')), ended]);
  const [handshake = ''] = output.stdout.split('\n');
  const socket = handshake.split('|')[3] ?? '';
  const client = connectPlugin(socket);
  return {
    ...client,
    pid: child.pid ?? 0,
    child,
    handshake,
    socket,
    stdout: () => linesOf(output.stdout),
    stderr: () => linesOf(output.stderr),
    exited,
    kill: async () => {
      client.close();
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);
