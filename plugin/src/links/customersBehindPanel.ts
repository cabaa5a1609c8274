import type { DataQuery, RawTimeRange, ScopedVars } from '@grafana/data';
import { isAllSelected } from '../datasource/query/allSelected';
import { expandList, type VariableSource } from '../datasource/query/variables';
import { DATASOURCE_ID } from '../ids';
import { customersPath, FILTER_NAMES, type CustomersPlace, type FilterValues } from '../pages/customers/address';
import type { TemplateSrv } from '@grafana/runtime';

/** What Grafana tells an extension of a dashboard's panel, or of Explore, as far as it is needed here. */
export interface LinkContext {
  title?: string;
  timeRange: RawTimeRange;
  targets: readonly DataQuery[];
  scopedVars?: ScopedVars;
}

/** Kinds whose numbers no customers stand behind: about the model, the service, the future or work, or free SQL. */
const WITHOUT_CUSTOMERS = [
  'values',
  'operations',
  'sql',
  'model_quality',
  'what_if',
  'churn_score',
  'annotations',
  'alerts',
  'alert_stats',
];
/** Kinds that count what was bought in the time range: behind them are those who bought in it. */
const OF_BUYERS = ['sales', 'kpis', 'breakdown'];

type Query = DataQuery & Readonly<Record<string, unknown>>;

/**
 * The address of the customers behind a panel's number: those that its first query about customers keeps, in its time
 * range and with the dashboard's variables in it. Undefined where the panel asks none of our data sources, or nothing
 * about customers.
 */
export function customersBehindPanel(
  { title, timeRange, targets, scopedVars = {} }: LinkContext,
  templates: TemplateSrv,
): string | undefined {
  const query = targets.find(isAboutCustomers);
  if (!query) return undefined;
  const source: VariableSource = {
    replace: (text, format) => templates.replace(text, scopedVars, format),
    isAll: (name) => isAllSelected(name, scopedVars, templates.getVariables()),
  };
  const uid = query.datasource?.uid;
  const place: Partial<CustomersPlace> = {
    source: uid && templates.replace(uid, scopedVars),
    behind: title && templates.replace(title, scopedVars),
    filters: filtersIn(query.filters, source),
    exclude: filtersIn(query.exclude, source),
    status: textsIn(query.status, source),
    from: momentOf(timeRange.from),
    to: momentOf(timeRange.to),
    buyers: OF_BUYERS.includes(String(query.kind)),
    asOf: textsIn(query.asOf, source)[0],
  };
  return customersPath(place);
}

function isAboutCustomers(target: DataQuery): target is Query {
  if (target.datasource?.type !== DATASOURCE_ID || target.hide === true) return false;
  const kind = String('kind' in target ? target.kind : '');
  return kind !== '' && !kind.startsWith('forecast') && !WITHOUT_CUSTOMERS.includes(kind);
}

function filtersIn(value: unknown, source: VariableSource): FilterValues {
  const given = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const filters = FILTER_NAMES.map((name) => [name, textsIn(given.get(name), source)] as const);
  return Object.fromEntries(filters.filter(([, values]) => values.length > 0));
}

function textsIn(value: unknown, source: VariableSource): string[] {
  const texts = [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return expandList(texts, source);
}

const momentOf = (moment: RawTimeRange['from']): string =>
  typeof moment === 'string' ? moment : String(moment.valueOf());
