import type { PredictionUpdate, WarningNews, WarningRecord } from '../../../contract';
import type { FeedOptions } from '../feed';

const WARNING: WarningRecord = {
  id: 'w000000000001',
  created_at: '2018-08-02T10:00:00.000Z',
  as_of: '2018-08-02',
  customer_id: 'aaaaaaaa11112222',
  from_band: 'medium',
  band: 'high',
  churn_probability: 0.99,
  relative_odds: 0.5,
  segment: 'At risk',
  state: 'SP',
  monetary: 200,
  value_if_returns: 100,
  revenue_at_risk: 99,
  last_order: '2018-01-01',
  reasons: ['Last order 212 days ago.'],
  action: 'Call',
  trigger: 'event',
  generation: 'g1',
  model: 'm1',
  warning_state: 'new',
  owner: null,
  version: 1,
  acknowledged_at: null,
  acted_at: null,
  closed_at: null,
  horizon_end: '2019-01-29',
  returned_on: null,
};

/** News of a warning as tests want it. */
export function newsOf(seq: number, given: Partial<WarningRecord> = {}, note: string | null = null): WarningNews {
  const warning = { ...WARNING, ...given };
  const updated = warning.warning_state !== 'new';
  return {
    seq,
    type: updated ? 'warning.updated' : 'warning.created',
    warning,
    step: {
      seq,
      at: '2018-08-02T10:00:00.000Z',
      who: 'ana',
      from_state: updated ? 'new' : null,
      to_state: warning.warning_state,
      owner: null,
      note,
    },
  };
}

export const updateOf = (customer_id: string, given: Partial<PredictionUpdate> = {}): PredictionUpdate => ({
  customer_id,
  from_band: 'medium',
  band: 'high',
  churn_probability: 0.98,
  relative_odds: 0.6,
  segment: 'At risk',
  state: 'SP',
  revenue_at_risk: 50,
  value_if_returns: 60,
  as_of: '2018-08-02',
  generation: 'g1',
  model: 'm1',
  at: '2018-08-02T10:00:00.000Z',
  ...given,
});

/** Warnings that are kept as a store keeps them, and told when tests say so. */
export class FakeNews {
  /** What the store has. */
  readonly stored: WarningNews[] = [];
  /** From where the store was read. */
  readonly reads: number[] = [];
  private readonly hearing = new Set<(news: WarningNews) => void>();
  private readonly predicting = new Set<(updates: readonly PredictionUpdate[]) => void>();

  readonly options: FeedOptions = {
    warnings: {
      onWarning: (listener) => {
        this.hearing.add(listener);
        return () => void this.hearing.delete(listener);
      },
      since: async (seq, limit) => {
        this.reads.push(seq);
        return this.stored.filter((one) => one.seq > seq).slice(0, limit);
      },
      lastSeq: async () => this.stored.at(-1)?.seq ?? 0,
    },
    onPrediction: (listener) => {
      this.predicting.add(listener);
      return () => void this.predicting.delete(listener);
    },
  };

  get listeners(): number {
    return this.hearing.size + this.predicting.size;
  }

  /** Keeps and tells news of a warning. */
  warn(seq: number, given: Partial<WarningRecord> = {}, note: string | null = null): void {
    const news = newsOf(seq, given, note);
    this.stored.push(news);
    for (const listener of this.hearing) listener(news);
  }

  predict(...updates: PredictionUpdate[]): void {
    for (const listener of this.predicting) listener(updates);
  }
}
