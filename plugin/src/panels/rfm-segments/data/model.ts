import type { LinkModel } from '@grafana/data';

/** One segment's figures; null where the answer holds none. */
export interface SegmentRow {
  segment: string;
  customers: number;
  /** Share of all customers, 0 to 1. */
  customerShare: number;
  /** In reais. */
  revenue: number;
  /** Share of all revenue, 0 to 1. */
  revenueShare: number;
  /** Share of the segment's customers who count as churned, 0 to 1. */
  churnedShare: number | null;
  meanRecencyDays: number | null;
  meanFrequency: number | null;
  /** In reais. */
  meanMonetary: number | null;
  /** Data links of the segment's field. */
  links: LinkModel[];
}

/** The customers with one pair of scores, each 1 to 5. */
export interface GridCell {
  recency: number;
  frequency: number;
  segment: string;
  customers: number;
  /** In reais. */
  revenue: number;
}

export interface SegmentsModel {
  /** From the best segment to the most endangered. */
  rows: SegmentRow[];
  /** Null when the answer holds no frame of scores. */
  cells: GridCell[] | null;
  /** The last day that the answer knows of, `YYYY-MM-DD`, where it says so. */
  asOf?: string;
}

/** What a panel's frames hold. */
export type SegmentsReading =
  { state: 'ready'; model: SegmentsModel } | { state: 'empty' } | { state: 'missing'; fields: string[] };
