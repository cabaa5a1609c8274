import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { WarehouseError } from '../errors';

interface LockHolder {
  pid: number;
  host: string;
  /** When the process started, in the kernel's ticks: tells it from a later one of the same pid. */
  processStart: string;
  /** RFC 3339. */
  since: string;
}

export interface BuildLock {
  release(): Promise<void>;
}

const LOOK_AGAIN_MS = 200;
/** Locks that this process holds: a container's pid may be the same at each start. */
const held = new Set<string>();

/**
 * Takes the build lock of a warehouse folder; one left by a dead process is taken over.
 *
 * @param waitMs how long to wait for another build to end
 * @throws WarehouseError `busy` naming the process that builds
 */
export async function takeBuildLock(path: string, waitMs = 0, signal?: AbortSignal): Promise<BuildLock> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const holder = await tryLock(path);
    if (holder === undefined) {
      held.add(path);
      return { release: () => release(path) };
    }
    if (isGone(path, holder)) {
      await removeStale(path, holder);
      continue;
    }
    if (Date.now() >= deadline) throw busy(path, holder);
    await sleep(Math.min(LOOK_AGAIN_MS, Math.max(1, deadline - Date.now())), undefined, { signal });
  }
}

/** Makes the lock file, whole from its first moment; when there is one, answers whose it is. */
async function tryLock(path: string): Promise<LockHolder | undefined> {
  const own: LockHolder = {
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
    since: new Date().toISOString(),
  };
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    await link(draft, path);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readHolder(path)) ?? tryLock(path);
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
  const nobody: LockHolder = { pid: 0, host: hostname(), processStart: '', since: '' };
  try {
    return { ...nobody, ...(JSON.parse(text) as Partial<LockHolder>) };
  } catch {
    return nobody;
  }
}

function isGone(path: string, holder: LockHolder): boolean {
  // Another machine's processes cannot be seen from here.
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(path);
  return !isAlive(holder.pid) || processStart(holder.pid) !== holder.processStart;
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process's start time as Linux gives it (proc(5), stat field 22); empty where it cannot be known. */
function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Removes a dead process's lock, but not one that another process has put in its place meanwhile. */
async function removeStale(path: string, stale: LockHolder): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && (moved.pid !== stale.pid || moved.since !== stale.since)) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

async function release(path: string): Promise<void> {
  held.delete(path);
  await rm(path, { force: true });
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
