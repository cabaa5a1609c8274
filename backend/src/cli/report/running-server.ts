import { setTimeout as sleep } from 'node:timers/promises';
import type { StatusBody } from '../../contract';
import { frameFromJson, type FrameJson } from '../../frames';
import type { Answer, Question } from '../../queries/question';
import { messageOf, WarehouseError } from '../../warehouse';
import type { ReportFlags } from './flags';
import { kindIn, noAnswer, pageOf, type ReportServer } from './server';

/** What takes so long and fails was cut off: the server gives forecasts up on which nobody would wait any longer. */
const CUT_OFF_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

interface QueryResult {
  status?: number;
  frames?: FrameJson[];
  error?: string;
}

/**
 * A server that runs, as what a report is made from: nothing is opened, built or computed twice, and its early warnings
 * are at hand.
 *
 * @throws WarehouseError when it cannot be reached, lets nobody in, or has nothing to show
 */
export async function runningServer(base: string, flags: ReportFlags): Promise<ReportServer> {
  const token = flags.token ?? process.env.CHURNWATCH_TOKEN;
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const patienceEnds = (): number => performance.now() + flags.patience * 1_000;
  const ask = (path: string, init: RequestInit, until: number, signal?: AbortSignal): Promise<Response> => {
    const inTime = AbortSignal.timeout(Math.max(1, Math.ceil(until - performance.now())));
    return fetch(`${base}/api${path}`, {
      ...init,
      headers: { ...headers, 'content-type': 'application/json' },
      signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
    });
  };
  const startEnds = patienceEnds();
  const status = await readyStatus(base, () => ask('/status', {}, startEnds), startEnds);
  const answerOnce = async (question: Question, until: number, signal?: AbortSignal): Promise<Answer> => {
    const { model, range, maxDataPoints, fullIds } = question;
    const query = { ...(model as object), refId: REF_ID, maxDataPoints };
    const body = JSON.stringify({ ...range, queries: [query], ...(fullIds ? {} : { ids: 'short' }) });
    try {
      const response = await ask('/query', { method: 'POST', body }, until, signal);
      if (!response.ok) return noAnswer(model, response.status, await troubleIn(response));
      const { results } = (await response.json()) as { results: Record<string, QueryResult> };
      const { status: code = 500, frames = [], error } = results[REF_ID] ?? {};
      return { kind: kindIn(model), status: code, frames: frames.map(frameFromJson), error };
    } catch (error) {
      return noAnswer(model, 503, reasonOf(error));
    }
  };
  return {
    served: {
      status: () => status,
      // What of a forecast was ready before it was cut off is kept there: the next one goes on from that.
      answer: async (question, signal) => {
        for (const until = patienceEnds(); ;) {
          const began = performance.now();
          const answer = await answerOnce(question, until, signal);
          const now = performance.now();
          if (answer.error === undefined || now - began < CUT_OFF_MS || now >= until) return answer;
        }
      },
    },
    addressOf: (uid) => Promise.resolve(pageOf(base, uid, flags)),
    headers,
    close: () => Promise.resolve(),
  };
}

const REF_ID = 'A';

/** What the server serves, once it serves anything. */
async function readyStatus(base: string, ask: () => Promise<Response>, until: number): Promise<StatusBody> {
  for (;;) {
    const status = await statusNow(base, ask);
    const isLate = performance.now() + LOOK_EVERY_MS >= until;
    // Without the first model half of the panels are empty.
    if (status.generation && (isLate || status.model?.state !== 'training')) return status;
    if (status.state === 'failed' || isLate) {
      const why =
        status.error ?? 'Its warehouse is still being built: try again later, or wait longer with --patience.';
      throw new WarehouseError('missing', `${base} has nothing to report yet.`, why);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

async function statusNow(base: string, ask: () => Promise<Response>): Promise<StatusBody> {
  const response = await ask().catch((cause: unknown) => {
    throw new WarehouseError('io', `${base} does not answer: ${reasonOf(cause)}`, 'Does it run (npm start)?', {
      cause,
    });
  });
  if (response.status === 401 || response.status === 403) {
    throw new WarehouseError(
      'usage',
      `${base} does not let this caller in: ${await troubleIn(response)}`,
      'Name a token with --token or CHURNWATCH_TOKEN: "churnwatch token add" makes one.',
    );
  }
  const body = response.ok ? await response.json().catch(() => undefined) : undefined;
  if (isStatus(body)) return body;
  throw new WarehouseError('io', `What answers at ${base} is no Churnwatch.`, 'Name the address of "npm start".');
}

const isStatus = (body: unknown): body is StatusBody => typeof body === 'object' && body !== null && 'state' in body;

const reasonOf = (error: unknown): string => messageOf(error instanceof Error && error.cause ? error.cause : error);

async function troubleIn(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return String((JSON.parse(text) as { error?: unknown }).error ?? text);
  } catch {
    return `${response.status} ${text.slice(0, 200)}`;
  }
}
