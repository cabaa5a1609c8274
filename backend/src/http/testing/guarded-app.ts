import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { RoleName } from '../access/role-names';
import { standAloneAccess, type Access, type StandAloneOptions } from '../access/stand-alone';
import { hashOf, newToken, tokenVerifier, type KeptToken } from '../access/tokens';
import { createApp } from '../app';
import type { LiveOptions } from '../live';
import { Metrics } from '../metrics';
import { addPages } from '../pages';
import { fakeServed, type FakeServed } from './fake-served';

export interface GuardedApp {
  app: FastifyInstance;
  access: Access;
  served: FakeServed;
  faults: string[];
  /** Makes a token. */
  token(name: string, role: RoleName): string;
  revoke(name: string): void;
  /** While true, the tokens cannot be read. */
  broken: boolean;
  /** Forgets tokens, faults and audit log. */
  reset(): void;
  close(): Promise<void>;
}

/** The stand-alone server over a fake shop, where one has to sign in. */
export async function guardedApp(
  change: Partial<StandAloneOptions> = {},
  perMinute = 1_000,
  live?: Pick<LiveOptions, 'source' | 'limits'>,
): Promise<GuardedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'churnwatch-guarded-'));
  for (const name of ['viewer', 'viewer/assets', 'dashboards']) mkdirSync(join(folder, name));
  for (const name of ['index.html', 'embed.html', 'assets/main.js']) writeFileSync(join(folder, 'viewer', name), name);
  const served = fakeServed();
  const faults: string[] = [];
  const onFault = (message: string, error: unknown): void => void faults.push(`${message}: ${String(error)}`);
  const tokens = new Map<string, KeptToken>();
  const kept = async (): Promise<ReadonlyMap<string, KeptToken>> => {
    if (guarded.broken) throw new Error('the file is gone');
    return tokens;
  };
  const access = standAloneAccess({
    hosts: { own: ['churn.example.com'], visitors: ['figures.example.com'], anyAddress: false },
    signIn: { verifiers: [tokenVerifier(kept)], perMinute },
    secure: false,
    behindProxy: false,
    origins: [],
    audit: served.audit,
    onFault,
    ...change,
  });
  const told = live && { ...live, access, settings: served.settings };
  const app = createApp({ served, version: '1.2.3', onFault, ...access, live: told });
  await addPages(app, {
    served,
    viewerFolder: join(folder, 'viewer'),
    dashboardFolder: join(folder, 'dashboards'),
    metrics: new Metrics(() => new Map()),
    isUser: (request) => access.callerIfAny(request) !== undefined,
  });
  const guarded: GuardedApp = {
    app,
    access,
    served,
    faults,
    broken: false,
    token: (name, role) => {
      const text = newToken();
      tokens.set(hashOf(text), { name, role, sha256: hashOf(text), created: '' });
      return text;
    },
    revoke: (name) => {
      for (const [hash, token] of tokens) if (token.name === name) tokens.delete(hash);
    },
    reset: () => {
      guarded.broken = false;
      tokens.clear();
      faults.length = 0;
      served.audit.entries.length = 0;
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return guarded;
}
