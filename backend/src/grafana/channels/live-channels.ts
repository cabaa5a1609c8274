import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveSource } from '../../contract';
import { frameToJson, type FrameJson } from '../../frames';
import { maskedEvent } from '../../queries/masked-event';
import type { ChannelHandlers, PluginContext } from '../handlers';
import { ChannelError } from '../rpc/errors';
import { channelAt, type Channel } from './channel-path';
import { liveFrame } from './frames';

/** Rows that a new subscriber begins with. */
const LATEST = 50;
/** Rows of one packet, and how long is waited before the next, so that browsers can draw. */
const MOST_ROWS = 500;
const PAUSE_MS = 250;

/** Grafana asks again at once when a stream fails: it is waited a while for a source that is being opened. */
const SOURCE_TRIES = 5;
const SOURCE_MS = 1_000;

const ELSEWHERE =
  'Early warnings are not kept by this process: there is no warehouse yet, another process holds them, or they cannot be opened.';
const LEFT_OUT = 'Predictions were left out: more came than Grafana took.';

export interface LiveChannelsOptions {
  /**
   * Where the events of a data source come from; undefined where this process does not keep them.
   *
   * @throws Error when its settings cannot be used
   */
  sourceOf(context: PluginContext): Promise<LiveSource | undefined>;
  pauseMs?: number;
  /** How long is waited before a missing source is asked for again. */
  sourceMs?: number;
}

/**
 * The data source's live channels, `ds/<uid>/alerts` and `ds/<uid>/predictions` with filters behind. Who may query the
 * data source may subscribe. Customer ids are shortened: Grafana tells all subscribers what it was told once.
 */
export function liveChannels(options: LiveChannelsOptions): ChannelHandlers {
  const { sourceOf, pauseMs = PAUSE_MS } = options;
  return {
    subscribe: async ({ context, path }) => {
      const [channel, source] = [channelAt(path), await sourceOf(context)];
      if (!channel || !source) return { status: 'not found' };
      const latest = await source.latest(channel.topic, channel.filters, LATEST);
      return { status: 'ok', data: frameToJson(liveFrame(channel.topic, latest.map(maskedEvent))) };
    },
    // What is told here happens in the shop; nobody makes it up.
    publish: () => Promise.resolve({ status: 'permission denied' }),
    run: async function* ({ context, path }, signal) {
      const channel = channelAt(path);
      if (!channel) throw new ChannelError(`There is no live channel "${path}".`);
      const source = await sourceIn(options, context, signal);
      // What happened while nothing ran, as when the process before this one died, was told to nobody: whoever follows
      // learns by a packet without rows that they may have missed something.
      yield frameToJson(liveFrame(channel.topic, []));
      let again = true;
      while (again && !signal.aborted) again = yield* packets(channel, source, signal, pauseMs);
    },
  };
}

/** Where events come from, which another instance may hold for a moment, e.g. while settings change. @throws ChannelError */
async function sourceIn(
  { sourceOf, sourceMs = SOURCE_MS }: LiveChannelsOptions,
  context: PluginContext,
  signal: AbortSignal,
): Promise<LiveSource> {
  for (let tries = 1; ; tries++) {
    const source = await sourceOf(context);
    if (source) return source;
    if (tries >= SOURCE_TRIES || signal.aborted) throw new ChannelError(ELSEWHERE);
    await sleep(sourceMs, undefined, { signal }).catch(() => undefined);
  }
}

/** @returns whether to begin anew, as Grafana has not kept up; false when the source has ended, or nobody listens */
async function* packets(
  { topic, filters }: Channel,
  source: LiveSource,
  signal: AbortSignal,
  pauseMs: number,
): AsyncGenerator<FrameJson, boolean> {
  const follower = source.follower();
  const close = (): void => follower.close();
  signal.addEventListener('abort', close);
  try {
    follower.follow(topic, filters);
    for (;;) {
      const items = await follower.next(MOST_ROWS);
      if (follower.behind.aborted) {
        yield frameToJson(liveFrame(topic, [], [{ severity: 'warning', text: LEFT_OUT }]));
        return true;
      }
      if (items.length === 0) return false;
      yield frameToJson(liveFrame(topic, items.map(maskedEvent)));
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    signal.removeEventListener('abort', close);
    follower.close();
  }
}
