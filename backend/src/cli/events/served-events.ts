import { type EventLog, LogKeeper, type LogKeeperOptions, NO_EVENTS, OverloadedError } from '../../events/log';
import { Folding, type FoldingOptions } from '../../events/fold/folding';
import { AnswerError } from '../../http/ask';
import type { ServedEvents } from '../../http/served';
import { adviceOf, messageOf, WarehouseError } from '../../warehouse';

export interface EventsOptions extends Omit<LogKeeperOptions, 'onFault'>, Pick<FoldingOptions, 'rebuild' | 'onFault'> {
  /** Told that another process, or another data source of this one, takes the events of this warehouse: no fault. */
  onElsewhere?(detail: string): void;
}

/** The taking of events for one warehouse, and their way into its builds. */
export interface EventsPart extends ServedEvents {
  /** The log once it is open; undefined while another process holds it, or it cannot be opened. */
  opened(): EventLog | undefined;
  /** Opens the log, so that what waits in it comes on its way; tried again when events come. Never rejects. */
  start(): Promise<void>;
  /** Runs a build of the warehouse with all events that are there. */
  during: Folding['during'];
  /** See `Folding.isSettled`. */
  isSettled(): boolean;
  /** The generation of the last build serves now. @returns whether nothing but events was new in it */
  serves(): boolean;
  close(): Promise<void>;
}

/** Events are taken by the process that serves a warehouse. */
export function serveEvents(options: EventsOptions): EventsPart {
  const { out, rebuild, onFault } = options;
  let log: EventLog | undefined;
  let folding: Folding | undefined;
  const keeper = new LogKeeper({
    ...options,
    onOpened: (opened) => {
      log = opened;
      folding = new Folding({ log: opened, out, rebuild, onFault });
      options.onOpened?.(opened);
    },
  });
  const asked = async <T>(work: (log: EventLog) => Promise<T>): Promise<T> => {
    try {
      return await work(await keeper.log());
    } catch (error) {
      throw inWords(error);
    }
  };
  return {
    append: (events, source) => asked((one) => one.append(events, source)),
    letters: (page) =>
      asked(async ({ letters }) => ({ ...(await letters.count()), letters: await letters.list(page) })),
    removeLetters: (seqs) => asked(({ letters }) => letters.remove(seqs)),
    retryLetters: (seqs) => asked(({ letters }) => letters.retry(seqs)),
    status: () => keeper.status(),
    opened: () => log,
    start: async () => {
      await keeper.log().catch((error: unknown) => {
        if (error instanceof WarehouseError && error.code === 'busy') options.onElsewhere?.(error.message);
        else onFault('events cannot be taken', error);
      });
    },
    isSettled: () => folding?.isSettled ?? true,
    during: (build, onProgress) => (folding ? folding.during(build, onProgress) : build()),
    serves: () => {
      const own = folding?.isOwn ?? false;
      void folding?.serves();
      return own;
    },
    close: async () => {
      folding?.close();
      log = undefined;
      await keeper.close();
    },
  };
}

/** What a caller is told who asks a process that takes no events, such as one that draws a report. */
export function noEvents(): EventsPart {
  const refuse = (): Promise<never> => Promise.reject(new AnswerError(503, 'This process takes no events.'));
  return {
    append: refuse,
    letters: refuse,
    removeLetters: refuse,
    retryLetters: refuse,
    status: () => ({ state: 'off', ...NO_EVENTS }),
    opened: () => undefined,
    start: () => Promise.resolve(),
    isSettled: () => true,
    during: (build) => build(),
    serves: () => false,
    close: () => Promise.resolve(),
  };
}

function inWords(error: unknown): unknown {
  if (error instanceof OverloadedError) return new AnswerError(429, error.message, error.retryAfter);
  if (error instanceof WarehouseError) return new AnswerError(503, adviceOf(error));
  return error instanceof Error ? error : new Error(messageOf(error));
}
