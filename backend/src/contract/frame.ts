import type { Column } from './column';

/** Grafana's data-plane types (grafana/dataplane, docs/contract), with the versions that this backend writes. */
export type FrameType =
  | 'timeseries-wide'
  | 'timeseries-multi'
  | 'timeseries-long'
  | 'numeric-wide'
  | 'numeric-multi'
  | 'numeric-long'
  | 'table';

export interface Notice {
  severity: 'info' | 'warning' | 'error';
  text: string;
  link?: string;
}

/** What values are shown as, by Grafana's rules; the values stay what they are. */
export interface ValueMapping {
  type: 'value';
  options: Record<string, { text: string; color?: string }>;
}

/** The part of Grafana's FieldConfig that a backend sets. */
export interface FieldConfig {
  displayName?: string;
  displayNameFromDS?: string;
  description?: string;
  /** Grafana's unit id, e.g. `currencyBRL`, `percentunit`, `short`. */
  unit?: string;
  decimals?: number;
  min?: number;
  max?: number;
  color?: { mode: string; fixedColor?: string };
  mappings?: ValueMapping[];
  custom?: Record<string, unknown>;
}

export interface FrameField {
  column: Column;
  labels?: Record<string, string>;
  config?: FieldConfig;
}

/** What an answer says about itself: which data, as of when. */
export interface Provenance {
  /** The last day that the answer knows of, `YYYY-MM-DD`. */
  asOf: string;
  /** Id of the warehouse generation that answered. */
  generation: string;
  /** True when the warehouse holds generated sample data. */
  sample: boolean;
}

export interface FrameMeta {
  type?: FrameType;
  typeVersion?: [number, number];
  preferredVisualisationType?: 'graph' | 'table';
  executedQueryString?: string;
  notices?: Notice[];
  custom?: Record<string, unknown>;
}

export interface Frame {
  name: string;
  refId?: string;
  meta?: FrameMeta;
  /** None: the typed frame that says "no data". */
  fields: FrameField[];
}
