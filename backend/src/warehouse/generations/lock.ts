import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { WarehouseError } from '../errors';
import { isAlive, processStart } from './process';

interface LockHolder {
  pid: number;
  host: string;
  /** When the process started, in the kernel's ticks: tells it from a later one of the same pid. */
  processStart: string;
  /** RFC 3339. */
  since: string;
  /** Tells one taking of the lock from another by the same process. */
  token: string;
}

export interface BuildLock {
  release(): Promise<void>;
}

const LOOK_AGAIN_MS = 200;
/** Tokens of the locks that this process holds: a container's pid may be the same at each start. */
const held = new Set<string>();
/** Removing a dead process's lock takes a moment; a guard older than this was left by a crash. */
const GUARD_MS = 5_000;

/**
 * Takes the build lock of a warehouse folder; one left by a dead process is taken over.
 *
 * @param waitMs how long to wait for another build to end
 * @throws WarehouseError `busy` naming the process that builds
 */
export async function takeBuildLock(path: string, waitMs = 0, signal?: AbortSignal): Promise<BuildLock> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const { token, holder } = await tryLock(path);
    if (holder === undefined) return { release: () => release(path, token) };
    if (isGone(holder) && (await removeStale(path))) continue;
    if (performance.now() >= deadline) throw busy(path, holder);
    await sleep(Math.min(LOOK_AGAIN_MS, Math.max(1, deadline - performance.now())), undefined, { signal });
  }
}

/** Makes the lock file, whole from its first moment; when there is one, answers whose it is. */
async function tryLock(path: string): Promise<{ token: string; holder?: LockHolder }> {
  const token = randomUUID();
  const own: LockHolder = {
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
    token,
  };
  const draft = `${path}.${token}`;
  await writeFile(draft, JSON.stringify(own));
  // Known as held before others can see the lock, who would else take it for one left by an earlier process.
  held.add(token);
  try {
    await link(draft, path);
    return { token };
  } catch (error) {
    held.delete(token);
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await readHolder(path);
    return holder === undefined ? await tryLock(path) : { token, holder };
  } finally {
    await unlink(draft);
  }
}

/** Undefined when the lock has just gone. A lock file that cannot be understood was left by a crash: nobody holds it. */
async function readHolder(path: string): Promise<LockHolder | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const nobody: LockHolder = { pid: 0, host: hostname(), processStart: '', since: '', token: '' };
  try {
    return { ...nobody, ...(JSON.parse(text) as Partial<LockHolder>) };
  } catch {
    return nobody;
  }
}

function isGone(holder: LockHolder): boolean {
  // Another machine's processes cannot be seen from here.
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(holder.token);
  return !isAlive(holder.pid) || processStart(holder.pid) !== holder.processStart;
}

/**
 * Removes a dead process's lock. Only whoever holds the guard removes, after another look: so nobody ever removes a lock
 * that somebody else has just taken in the dead one's place.
 *
 * @returns whether it is worth trying again at once; false while somebody else is at it
 */
async function removeStale(path: string): Promise<boolean> {
  const guard = `${path}.guard`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const made = await stat(guard).catch(() => undefined);
    // One of a time that is still to come was made before the clock was set back.
    if (made === undefined || Math.abs(Date.now() - made.mtimeMs) <= GUARD_MS) return made === undefined;
    await rm(guard, { force: true });
    return true;
  }
  try {
    const holder = await readHolder(path);
    if (holder !== undefined && isGone(holder)) await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function release(path: string, token: string): Promise<void> {
  await rm(path, { force: true });
  held.delete(token);
}

function busy(path: string, holder: LockHolder): WarehouseError {
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return new WarehouseError(
    'busy',
    `Another build is at work in this folder: process ${holder.pid}${where}, since ${holder.since}.`,
    holder.host === hostname()
      ? 'Wait until it has ended, or end that process.'
      : `Wait until it has ended; if it no longer runs there, delete ${path}.`,
  );
}
