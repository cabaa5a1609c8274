import { filesIn, readYaml } from '../files/repository';
import type { Evaluator } from './expressions/threshold';

/** A query of our data source, or an expression. */
export interface RuleQuery {
  refId: string;
  datasourceUid: string;
  relativeTimeRange?: { from: number; to: number };
  model: {
    refId: string;
    /** Of our data source. */
    kind?: string;
    /** Of an expression: reduce, math or threshold. */
    type?: string;
    expression?: string;
    reducer?: string;
    conditions?: { evaluator: Evaluator; unloadEvaluator?: Evaluator }[];
  };
}

export interface Rule {
  uid: string;
  title: string;
  condition: string;
  data: RuleQuery[];
  for?: string;
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

export interface RuleGroup {
  name: string;
  folder: string;
  interval: string;
  rules: Rule[];
}

export const ALERTING_FILES = filesIn('provisioning/alerting', '.yaml');

export const GROUPS: readonly RuleGroup[] = ALERTING_FILES.flatMap(
  (path) => readYaml<{ groups?: RuleGroup[] }>(path).groups ?? [],
);
export const RULES: readonly Rule[] = GROUPS.flatMap(({ rules }) => rules);

export const EXPRESSIONS = '__expr__';
export const isQuery = ({ datasourceUid }: RuleQuery): boolean => datasourceUid !== EXPRESSIONS;
