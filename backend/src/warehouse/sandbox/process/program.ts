import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { QueryError } from '../../../contract';
import { messageOf } from '../../errors';
import { openSandbox, type Sandbox } from '../sandbox';
import type { Answers, FromChild, Request, ToChild } from './messages';

// The entry of the process in which statements of people's own run: one at a time, on a sandbox of its own.

const LOOK_EVERY_MS = 20;
/** DuckDB pays no heed to an asker's time: the parent keeps it, and ends this process where need be. */
const NO_LIMIT_MS = 2 ** 31 - 1;
const LOWEST_PRIORITY = 10;

let sandbox: Sandbox | undefined;
let maxRssBytes = Infinity;
const stops = new Map<number, AbortController>();

process.on('disconnect', end);
process.on('message', (message: ToChild) => {
  if ('stop' in message) stops.get(message.stop)?.abort(new QueryError('The SQL was stopped.'));
  else void serve(message.id, message.request);
});
yieldToOthers();

async function serve(id: number, request: Request): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  try {
    const answered = await answer(request, stop.signal);
    sayIfTired();
    say({ id, answer: answered });
  } catch (error) {
    sayIfTired();
    say({ id, failure: messageOf(error), query: error instanceof QueryError });
  } finally {
    stops.delete(id);
  }
}

async function answer(request: Request, signal: AbortSignal): Promise<Answers[Request['type']]> {
  if (request.type === 'open') {
    sandbox = await openSandbox(request.options);
    maxRssBytes = request.maxRssBytes;
    setInterval(endWhenTooLarge, LOOK_EVERY_MS);
    return true;
  }
  if (!sandbox) throw new Error('The sandbox is not open.');
  if (request.type === 'parse') return sandbox.parse(request.sql, { user: '' });
  const { sql, masked, maxRows, maxCells, maxBytes } = request;
  return sandbox.run(sql, { masked, maxRows, maxCells, maxBytes, signal, user: '', timeLimitMs: NO_LIMIT_MS });
}

/** DuckDB's memory limit does not count texts and lists that one call of a function makes. */
function endWhenTooLarge(): void {
  if (process.memoryUsage.rss() > maxRssBytes) process.send?.({ outOfMemory: true } satisfies FromChild, end);
}

/** Memory that is free again often stays with the process, and would count against the next statement. */
function sayIfTired(): void {
  if (process.memoryUsage.rss() > maxRssBytes / 2) say({ tired: true });
}

/** At once: an orderly exit would wait for what DuckDB's threads are at. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function say(message: FromChild): void {
  process.send?.(message);
}

/** Where the machine is short of time or memory, this process is the one to do without: not all systems know of both. */
function yieldToOthers(): void {
  for (const giveWay of [() => setPriority(LOWEST_PRIORITY), () => writeFileSync('/proc/self/oom_score_adj', '1000')]) {
    try {
      giveWay();
    } catch {
      continue;
    }
  }
}
