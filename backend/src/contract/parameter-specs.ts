import { EVENT_LIMITS } from './events/limits';
import { STATUSES, type ValueDimension } from './kinds';
import { labelOf } from './labels';

export interface Choice {
  value: string;
  label: string;
}

interface ParameterBase {
  /** Key in the query object. */
  name: string;
  label: string;
  help: string;
  /** The parameter without which this one says nothing, such as the split of which a limit keeps the largest. */
  needs?: string;
}

/** A parameter of a query kind: drives both the query editor's form field and the backend's validation. */
export type ParameterSpec = ParameterBase &
  (
    | { type: 'choice'; choices: readonly Choice[]; default?: string }
    | { type: 'choices'; choices: readonly Choice[] }
    | { type: 'text'; maxLength: number }
    | { type: 'sql'; maxLength: number }
    | { type: 'numbers' }
    | { type: 'conditions'; fields: readonly Choice[] }
    | { type: 'integer'; min: number; max: number; default?: number }
    | { type: 'number'; min: number }
    | { type: 'boolean'; default: boolean }
    | { type: 'day' }
  );

/** A filter: a list of values of one dimension; empty keeps everything. */
export interface FilterSpec {
  name: 'state' | 'category' | 'payment_type' | 'segment' | 'band';
  label: string;
  help: string;
  dimension: ValueDimension;
}

export interface KindSpec {
  label: string;
  help: string;
  parameters: readonly ParameterSpec[];
  /** False for a kind that the common filters cannot narrow. */
  takesFilters?: boolean;
  /** True for a kind that answers the same whatever the filters: dashboards may pass theirs on. */
  ignoresFilters?: boolean;
}

/** Choices with the labels of their values. */
export const choices = (values: readonly string[]): Choice[] =>
  values.map((value) => ({ value, label: labelOf(value) }));

/** Most rows that one query may ask for. */
export const MAX_ROWS = 1_000_000;

/** The parameter `limit`, at least 1. */
export const limit = (fallback: number | undefined, max: number, help: string, needs?: string): ParameterSpec => ({
  name: 'limit',
  label: 'Limit',
  help,
  type: 'integer',
  min: 1,
  max,
  default: fallback,
  needs,
});

/** The parameter `sort`; without a default, the rows come in an order of their own. */
export const sortBy = (values: readonly string[], fallback: string | undefined, help: string): ParameterSpec => ({
  name: 'sort',
  label: 'Sort by',
  help,
  type: 'choice',
  choices: choices(values),
  default: fallback,
});

/** The parameter `descending`. */
export const descending = (help: string, needs?: string): ParameterSpec => ({
  name: 'descending',
  label: 'Descending',
  help,
  type: 'boolean',
  default: true,
  needs,
});

/** The parameter `compare`. */
export const compareWithBefore = (help: string): ParameterSpec => ({
  name: 'compare',
  label: 'Compare',
  help,
  type: 'boolean',
  default: false,
});

export const pageOffset: ParameterSpec = {
  name: 'offset',
  label: 'Offset',
  help: 'Rows to skip.',
  type: 'integer',
  min: 0,
  max: 1_000_000_000,
  default: 0,
};

export const searchCustomer: ParameterSpec = {
  name: 'search',
  label: 'Search',
  help: 'A customer id or its beginning.',
  type: 'text',
  maxLength: EVENT_LIMITS.idLength,
};

/** The parameter `where`: conditions on the numbers of a row. */
export const numberConditions = (fields: readonly string[]): ParameterSpec => ({
  name: 'where',
  label: 'Where',
  help: 'Conditions on numbers of a row; all of them must hold.',
  type: 'conditions',
  fields: choices(fields),
});

export const statusChoices: ParameterSpec = {
  name: 'status',
  label: 'Status',
  help: 'Active: has ordered within the churn rule (180 days unless configured). Churned: has not. Empty: both.',
  type: 'choices',
  choices: choices(STATUSES),
};
