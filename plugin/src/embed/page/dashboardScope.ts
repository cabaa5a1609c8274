import type { InterpolateFunction } from '@grafana/data';
import type { VariableSource } from '../../datasource/query/variables';
import type { DataDays } from '../time/dataRange';
import type { Scope } from '../variables/replace';

/** What every panel of a dashboard needs to know of it. */
export interface DashboardScope extends Scope {
  replace: InterpolateFunction;
  source: VariableSource;
  /** What the data covers; undefined while nobody knows. */
  days?: DataDays;
  /** Names of the variables that have no value yet: what depends on them cannot be asked. */
  pending: readonly string[];
  /** True where nobody can scroll: tables take the room of their rows, up to a screenful. */
  onPaper?: boolean;
  /** Changes when everything is to be asked again. */
  refresh: string;
}
