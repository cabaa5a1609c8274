import type { RiskBand, ValueBasis, ValueClass } from '@contract';
import type { LinkModel } from '@grafana/data';

/** A class of value from an amount upwards and below another; null where it has no end. In R$. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** The customers of one class of value and one risk band. Shares are of all that the matrix holds; money in R$. */
export interface ValueCell extends Bounds {
  /** `high_value/medium`. */
  key: string;
  value: ValueClass;
  band: RiskBand;
  customers: number;
  customerShare: number;
  /** All that they have paid. */
  revenue: number;
  revenueShare: number;
  /** Revenue at stake within the horizon. */
  atRisk: number;
  atRiskShare: number;
  expected: number;
  /** Mean churn probability; null where nobody is. */
  churn: number | null;
  /** 1: to act on first; null where nothing is at stake. */
  priority: number | null;
  /** Data links of the cell. */
  links: LinkModel[];
}

export interface ValueModel {
  /** From the highest value to the lowest, each from the highest risk to the lowest. */
  cells: ValueCell[];
  customers: number;
  atRisk: number;
  /** What customers are worth by. */
  basis: ValueBasis;
  horizonDays: number | null;
  /** `YYYY-MM-DD`. */
  asOf?: string;
}

/** What a panel's frames hold. */
export type ValueReading =
  { state: 'ready'; model: ValueModel } | { state: 'empty' } | { state: 'missing'; fields: string[] };

export const keyOf = (value: string, band: string): string => `${value}/${band}`;
