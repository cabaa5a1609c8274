import Fastify, { type FastifyInstance } from 'fastify';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { listenNear } from './listen';

/** Of this machine as well, but none that people open. */
const OTHER = '127.0.0.2';
const CONNECTIONS = 700;
/** Opens many connections at once, and says how many came about before a refused one would be tried again. */
const CONNECT = `
  const { connect } = require('node:net');
  let open = 0;
  const end = () => { process.stdout.write(String(open)); process.exit(); };
  for (let i = 0; i < ${CONNECTIONS}; i++) {
    connect(Number(process.argv[1]), '127.0.0.1', () => { if (++open === ${CONNECTIONS}) end(); }).on('error', () => {});
  }
  setTimeout(() => setImmediate(end), 900);
`;

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

const newApp = (): FastifyInstance => {
  const app = Fastify({ forceCloseConnections: true });
  apps.push(app);
  return app;
};
const portOf = (app: FastifyInstance): number => (app.server.address() as AddressInfo).port;

/** How many connections the system keeps for a busy server at the most; 0 where it does not say. */
const kept = (): number => {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'));
  } catch {
    return 0;
  }
};

describe('listening', () => {
  it('takes the next port of this machine when the wanted one is busy', async () => {
    const first = newApp();
    await listenNear(first, 0);
    const second = newApp();
    const address = await listenNear(second, portOf(first));
    expect(portOf(second)).not.toBe(portOf(first));
    expect(address).toBe(`http://127.0.0.1:${portOf(second)}`);
  });

  it('says so when the port of another address is busy', async () => {
    const first = newApp();
    await listenNear(first, 0, OTHER);
    await expect(listenNear(newApp(), portOf(first), OTHER)).rejects.toThrow(
      `Port ${portOf(first)} of ${OTHER} is taken by another process.`,
    );
  });

  (kept() > CONNECTIONS ? it : it.skip)('lets hundreds of connections wait while it is busy', async () => {
    const app = newApp();
    await listenNear(app, 0);
    // Nothing of this process runs meanwhile.
    const { stdout } = spawnSync(process.execPath, ['-e', CONNECT, String(portOf(app))], { encoding: 'utf8' });
    expect(Number(stdout)).toBe(CONNECTIONS);
  });
});
