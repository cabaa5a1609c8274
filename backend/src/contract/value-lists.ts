import { RISK_MEASURES } from './churn/kinds';
import { FORECAST_MODELS } from './forecast/kinds';
import {
  DIMENSIONS,
  GRAINS,
  KPI_KEYS,
  SALES_MEASURES,
  SEGMENT_MEASURES,
  STATUSES,
  VALUE_LISTS,
  type ValueDimension,
  type ValueList,
} from './kinds';

/** What stands in each closed list, in the order of the query editor. */
export const LISTED_VALUES: Readonly<Record<ValueList, readonly string[]>> = {
  sales_measure: SALES_MEASURES,
  key_figure: KPI_KEYS,
  breakdown_dimension: DIMENSIONS,
  grain: GRAINS,
  segment_measure: SEGMENT_MEASURES,
  risk_measure: RISK_MEASURES,
  forecast_model: FORECAST_MODELS,
  status: STATUSES,
};

/** True for a closed list, which is the same whatever the data. */
export const isValueList = (dimension: ValueDimension): dimension is ValueList =>
  VALUE_LISTS.some((list) => list === dimension);
