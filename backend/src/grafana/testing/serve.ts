import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PluginHandlers } from '../handlers';
import { createLogger } from '../log/logger';
import { createPluginServer } from '../server';
import { connectPlugin, type PluginClient } from './client';

export interface TestPlugin extends PluginClient {
  /** What was logged, parsed. */
  logged: Record<string, unknown>[];
  shutdowns: () => number;
  connectionsLost: () => number;
  stop(): Promise<void>;
}

/** Serves handlers in this process; those that a test does not give fail. */
export async function servePart(given: Partial<PluginHandlers>): Promise<TestPlugin> {
  const folder = mkdtempSync(join(tmpdir(), 'churnwatch-test-'));
  const logged: TestPlugin['logged'] = [];
  const counts = { shutdowns: 0, lost: 0 };
  const server = createPluginServer(
    Promise.resolve({ ...MISSING, ...given }),
    { onShutdown: () => counts.shutdowns++, onConnectionLost: () => counts.lost++ },
    createLogger((line) => logged.push(JSON.parse(line))),
  );
  const listener = createServer((connection) => server.serve(connection));
  const path = join(folder, 'socket');
  await new Promise<void>((resolve) => listener.listen(path, resolve));
  const client = connectPlugin(path);
  return {
    ...client,
    logged,
    shutdowns: () => counts.shutdowns,
    connectionsLost: () => counts.lost,
    stop: async () => {
      client.close();
      server.stop();
      await new Promise((resolve) => listener.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const missing = (): Promise<never> => Promise.reject(new Error('this test gives no such handler'));
const MISSING: PluginHandlers = {
  query: missing,
  health: missing,
  metrics: missing,
  resource: missing,
  shutdown: missing,
};
