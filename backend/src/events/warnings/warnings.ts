import {
  DEFAULT_LANGUAGE,
  type AlertChanged,
  type AlertDetail,
  type AlertFilter,
  type AlertRow,
  type BandThresholds,
  type GrafanaAlert,
  type Language,
  type Text,
  type WarningChange,
  type WarningNews,
  type WarningRules,
} from '../../contract';
import type { EventStore, Statements } from '../store/store';
import type { ProfileWatcher } from '../watcher';
import { listAlerts, oneAlert } from './alert-rows';
import { changeWarning } from './change';
import { WarningFeed, type WarningListener } from './feed';
import { noteGrafanaAlerts } from './grafana-alerts';
import { lastNews, newsSince } from './news';
import type { Rescored, ScoredBase } from './rescoring/base';
import { rescore } from './rescoring/rescore';
import { warningWatcher } from './watcher';

export interface WarningsOptions {
  store: EventStore;
  rules: WarningRules;
  bands: BandThresholds;
  horizonDays: number;
  /** Queues what is to be sent out, in the transaction that writes it. */
  queue?(statements: Statements, news: readonly WarningNews[]): Promise<void>;
  onFault(message: string, error: unknown): void;
}

/** The early warnings of one warehouse. */
export interface Warnings {
  /** Makes warnings of newly scored customers. */
  readonly watcher: ProfileWatcher;
  /**
   * Compares everyone with where they last stood, once for each generation and model; one such comparison at a time.
   *
   * @returns undefined where it has been done before
   */
  rescore(base: ScoredBase): Promise<Rescored | undefined>;
  /**
   * Calls the listener with what is made and changed from now on, once it is on the disk, in the order of `seq`.
   *
   * @returns what ends the listening
   */
  onWarning(listener: WarningListener): () => void;
  /** What came after the last news that somebody saw, the oldest first; with each the warning as it is now. */
  since(seq: number, limit: number): Promise<WarningNews[]>;
  /** The number of the last news; 0: there have been none. */
  lastSeq(): Promise<number>;
  /** A page of early warnings and of Grafana's alerts; one more than asked for where there are more; in English unless said otherwise. */
  list(filter: AlertFilter, fullIds: boolean, language?: Language): Promise<AlertRow[]>;
  /** An alert with its history; undefined where there is none of that id. */
  one(id: string, fullIds: boolean, language?: Language): Promise<AlertDetail | undefined>;
  /** Changes a warning on behalf of somebody. */
  change(id: string, change: WarningChange, who: string, fullIds: boolean, language?: Language): Promise<AlertChanged>;
  /** Notes what Grafana says of its own alerts. */
  takeGrafana(alerts: readonly GrafanaAlert[]): Promise<void>;
}

const GONE: Text = { en: 'The early warning is gone.', 'pt-BR': 'O alerta antecipado não existe mais.' };

/** Early warnings over a store that is open. */
export function openWarnings(options: WarningsOptions): Warnings {
  const { store, rules, bands, horizonDays, onFault } = options;
  const queue = options.queue ?? (() => Promise.resolve());
  const feed = new WarningFeed(onFault);
  const tell = (news: readonly WarningNews[]): void => feed.tell(news);
  const parts = { rules, bands, horizonDays, queue, tell };
  let last: Promise<unknown> = Promise.resolve();
  return {
    rescore: (base) => {
      const done = last.then(() => rescore({ store, ...parts }, base, Date.now()));
      last = done.catch(() => undefined);
      return done;
    },
    watcher: warningWatcher(parts),
    onWarning: (listener) => feed.listen(listener),
    since: (seq, limit) => newsSince(store, seq, limit),
    lastSeq: () => lastNews(store),
    list: (filter, fullIds, language) => listAlerts({ store, fullIds, language }, filter),
    one: (id, fullIds, language) => oneAlert({ store, fullIds, language }, id),
    change: async (id, change, who, fullIds, language = DEFAULT_LANGUAGE) => {
      const at = Date.now();
      const changed = await store.transaction(async (statements) => {
        const result = await changeWarning(statements, id, change, who, at);
        if ('news' in result && result.news) await queue(statements, [result.news]);
        return result;
      });
      if ('error' in changed) return { status: changed.status, error: changed.error[language] };
      if (changed.news) tell([changed.news]);
      const alert = await oneAlert({ store, fullIds, language }, id);
      return alert ? { alert } : { status: 404, error: GONE[language] };
    },
    takeGrafana: (alerts) => store.transaction((statements) => noteGrafanaAlerts(statements, alerts)),
  };
}
