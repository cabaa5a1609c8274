import type { Move } from '@contract';
import type { LinkModel } from '@grafana/data';

/** Which way a flow leads; who is gone or back is counted besides. */
export type Way = Exclude<Move, 'gone' | 'back'>;

/** The customers who were in one segment then and are in one now. */
export interface Flow {
  key: string;
  from: string;
  to: string;
  way: Way;
  customers: number;
  /** Of the customers who were in `from` then, 0 to 1. */
  share: number;
  /** All that they have paid, in R$. */
  revenue: number;
  /** Of them, who were active then and count as churned now. */
  gone: number;
  /** Of them, who counted as churned then and are active now. */
  back: number;
  links: LinkModel[];
}

/** Segments that are chosen; empty: any. */
export interface Choice {
  from: string;
  to: string;
}

export interface MovementModel {
  /** From the best segment then to the most endangered, each likewise by the segment now. */
  flows: Flow[];
  customers: number;
  /** The day that moves are counted from and the one up to which, `YYYY-MM-DD`. */
  before?: string;
  asOf?: string;
  /** How many days lie between. */
  days?: number;
}

/** What a panel's frames hold. */
export type MovementReading =
  { state: 'ready'; model: MovementModel } | { state: 'empty' } | { state: 'missing'; fields: string[] };

export const flowKey = (from: string, to: string): string => `${from} → ${to}`;
