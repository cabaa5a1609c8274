import type { DataLink, DataTransformerConfig, FieldConfigSource } from '@grafana/data';

/** Place of a panel on Grafana's grid: 24 columns wide, rows of 30 px with gaps of 8 px. */
export interface GridPos {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One query of a panel: `kind` and its parameters, as the data source's editor saves them. */
export interface Target {
  refId: string;
  hide?: boolean;
  [parameter: string]: unknown;
}

export interface Panel {
  id: number;
  type: string;
  title: string;
  description: string;
  transparent: boolean;
  gridPos: GridPos;
  options: Record<string, unknown>;
  fieldConfig: FieldConfigSource;
  targets: Target[];
  transformations: DataTransformerConfig[];
  links: DataLink[];
  maxDataPoints?: number;
}

/** The panels between two row headings; the first section of a dashboard may have no heading. */
export interface Section {
  heading?: { id: number; title: string; collapsed: boolean };
  panels: Panel[];
}

export interface DashboardLink {
  type: 'link' | 'dashboards';
  title: string;
  tooltip: string;
  url: string;
  tags: string[];
  targetBlank: boolean;
  keepTime: boolean;
  includeVars: boolean;
}

export interface Dashboard {
  uid: string;
  title: string;
  description: string;
  tags: string[];
  /** `utc`, `browser` or an IANA name. */
  timezone: string;
  time: { from: string; to: string };
  refresh: string;
  refreshIntervals?: string[];
  sections: Section[];
  variables: Variable[];
  links: DashboardLink[];
}

export const VARIABLE_TYPES = ['query', 'custom', 'textbox', 'constant', 'datasource'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export interface VariableOption {
  value: string;
  text: string;
}

export interface Variable {
  type: VariableType;
  name: string;
  label: string;
  description: string;
  /** Shown to the reader? Constants and data source variables never are. */
  shown: boolean;
  multi: boolean;
  includeAll: boolean;
  /** What "All" stands for in a text, when the dashboard names something. */
  allValue?: string;
  /** `query`: the query object; `custom`: its options; `textbox` and `constant`: the text. */
  query: unknown;
  options: VariableOption[];
  /** The values that the dashboard was saved with; empty: none. */
  saved: string[];
}
