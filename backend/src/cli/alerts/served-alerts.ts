import { DEFAULT_LANGUAGE, type Language, type ResolvedSettings, type Text, type WarningNews } from '../../contract';
import type { EventStore } from '../../events/store/store';
import type { ScoredBase } from '../../events/warnings/rescoring/base';
import { openWarnings, type Warnings, type WarningsOptions } from '../../events/warnings/warnings';
import { AnswerError } from '../../http/ask';
import type { ServedAlerts } from '../../http/served';
import type { WarningAccess } from '../../queries/alerts';

export interface AlertsOptions {
  settings: ResolvedSettings;
  /** What queues news for other tools, once the store is open. */
  queueIn?(store: EventStore): WarningsOptions['queue'];
  onFault(message: string, error: unknown): void;
}

/** Calls `use` with everyone scored, whose warehouse stays open meanwhile. */
export type WithBase = (use: (base: ScoredBase) => Promise<unknown>) => Promise<unknown>;

/** The early warnings of one warehouse, from when its store of events is open. */
export interface AlertsPart extends ServedAlerts {
  /** The store is open now. @returns the warnings in it, whose watcher belongs to the processor of events */
  open(store: EventStore): Warnings;
  /** Where query kinds read warnings from. */
  access(): WarningAccess;
  /** Compares everyone with where they last stood, when this generation and model have not done so. Never rejects. @returns whether that is done */
  rescore(withBase: WithBase): Promise<boolean>;
  /** The store is about to be closed. */
  close(): void;
}

const MISSING: Text = {
  en: 'Early warnings are not kept by this process: there is no warehouse yet, another process holds its events, or they cannot be opened. The log says why.',
  'pt-BR':
    'Os alertas antecipados não são guardados por este processo: ainda não há armazém de dados, outro processo mantém os eventos dele, ou eles não podem ser abertos. O log diz por quê.',
};

/** Early warnings for the routes, the query kinds and those who listen. */
export function serveAlerts({ settings, queueIn, onFault }: AlertsOptions): AlertsPart {
  let open: { store: EventStore; warnings: Warnings } | undefined;
  const listeners = new Set<(news: WarningNews) => void>();
  const asked = async <T>(
    work: (warnings: Warnings) => Promise<T>,
    language: Language = DEFAULT_LANGUAGE,
  ): Promise<T> => {
    if (!open) throw new AnswerError(503, MISSING[language]);
    return work(open.warnings);
  };
  return {
    list: (filter, fullIds, language) => asked((one) => one.list(filter, fullIds, language), language),
    one: (id, fullIds, language) => asked((one) => one.one(id, fullIds, language), language),
    change: (id, change, who, fullIds, language) =>
      asked((one) => one.change(id, change, who, fullIds, language), language),
    takeGrafana: (alerts) => asked((one) => one.takeGrafana(alerts)),
    since: (seq, limit) => asked((one) => one.since(seq, limit)),
    lastSeq: () => asked((one) => one.lastSeq()),
    onWarning: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open: (store) => {
      const { earlyWarnings: rules, riskBands: bands, horizonDays } = settings;
      const warnings = openWarnings({ store, rules, bands, horizonDays, queue: queueIn?.(store), onFault });
      warnings.onWarning((news) => {
        for (const listener of listeners) listener(news);
      });
      open = { store, warnings };
      return warnings;
    },
    access: () => {
      if (!open) return { missing: MISSING };
      const { store, warnings } = open;
      return { source: { rows: (sql, parameters) => store.rows(sql, parameters), lastSeq: () => warnings.lastSeq() } };
    },
    rescore: async (withBase) => {
      const { warnings } = open ?? {};
      if (!warnings) return false;
      try {
        await withBase((base) => warnings.rescore(base));
        return true;
      } catch (error) {
        if (open) onFault('early warnings of everyone could not be made', error);
        return false;
      }
    },
    close: () => {
      open = undefined;
    },
  };
}
