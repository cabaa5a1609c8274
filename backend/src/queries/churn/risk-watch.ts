import {
  addDays,
  DEFAULT_WATCHED_DAYS,
  WATCH_TEXT_COLUMNS,
  type FieldConfig,
  type Frame,
  type FrameField,
  type RiskMeasure,
  type RiskWatchFigure,
  type RiskWatchQuery,
} from '../../contract';
import { noData, numberColumn, textColumn } from '../../frames';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import type { Condition } from '../filters';
import { fieldOf } from './cells';
import { GROUP_SQL, measureConfig, riskGroups, type Grouping } from './risk-groups';
import { inClass, valueCuts } from './value-cuts';
import { watchTexts } from './watch-texts';

/** The measure of risk that each figure is, or is the change of. */
const MEASURES: Record<RiskWatchFigure, RiskMeasure> = {
  customers: 'customers',
  high_risk_share: 'high_risk_share',
  high_risk_customers: 'high_risk_customers',
  high_risk_revenue: 'high_risk_revenue',
  newly_high_risk_customers: 'high_risk_customers',
  newly_high_risk_revenue: 'high_risk_revenue',
  high_risk_revenue_change: 'high_risk_revenue',
};

const isNew = (figure: RiskWatchFigure): boolean => figure.startsWith('newly_');
const isChange = (figure: RiskWatchFigure): boolean => figure.endsWith('_change');

const CHANGE: FieldConfig = {
  unit: 'percentunit',
  decimals: 1,
  description: 'Revenue at risk of the high-risk customers against so many days before; 0.1 is a tenth more.',
};

/** A number per group, null where it cannot be told, with what the groups' texts are taken from. */
interface Watched {
  values: Map<string, number | null>;
  grouping: Grouping;
}

/** One number about customers at high risk for the whole shop, or per group, for alert rules; with texts for annotations. */
export async function riskWatch(
  query: RiskWatchQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const { figure = 'high_risk_share', days = DEFAULT_WATCHED_DAYS } = query;
  const type = query.by || query.texts ? 'numeric-long' : 'numeric-wide';
  const before = addDays(context.asOf, -days);
  const compares = isNew(figure) || isChange(figure);
  if (compares && before < context.generation.firstDay) return [noData('risk_watch', type)];
  const grouping = await groupingOf(query, context, scored);
  const frameOf = async ({ values, grouping: shown }: Watched): Promise<Frame> => {
    const rows = [...values].filter(([, value]) => value !== null);
    if (rows.length === 0) return noData('risk_watch', type);
    const names = rows.map(([name]) => name);
    const texts = query.texts ? textFields(await watchTexts(shown, names, scored, context)) : [];
    const number = fieldOf(
      numberColumn(
        figure,
        rows.map(([, value]) => value),
      ),
      configOf(figure),
    );
    const groups = query.by ? [fieldOf(textColumn(query.by, names))] : [];
    return { name: 'risk_watch', meta: { type }, fields: [...groups, ...texts, number] };
  };
  const now = await numbersOf(grouping, scored.table, figure, context.asOf, context);
  if (!compares) return [await frameOf({ values: now, grouping })];
  // The table of the earlier day is there only within the call.
  return context.scored(before, async ({ table }) => [
    await frameOf(
      isNew(figure)
        ? await newSince(table, { values: now, grouping }, figure, scored, context)
        : { values: changed(now, await numbersOf(grouping, table, figure, before, context)), grouping },
    ),
  ]);
}

async function groupingOf(query: RiskWatchQuery, context: QueryContext, { table }: ScoredCustomers): Promise<Grouping> {
  const { by, value, status, filters, exclude } = query;
  const also: Condition[] = value ? [inClass(value, await valueCuts({}, table, context))] : [];
  return { dimension: by ? GROUP_SQL[by] : "'all'", filters, exclude, status, also };
}

async function numbersOf(
  grouping: Grouping,
  table: string,
  figure: RiskWatchFigure,
  asOf: string,
  context: QueryContext,
): Promise<Map<string, number | null>> {
  const rows: Row[] = await riskGroups(grouping, table, asOf, context);
  return new Map(rows.map((row) => [String(row.group_name), Number(row[MEASURES[figure]])]));
}

/** Of those at high risk, who were not in the table of an earlier day; a group without any has none, which is zero. */
async function newSince(
  before: string,
  { values, grouping }: Watched,
  figure: RiskWatchFigure,
  { table }: ScoredCustomers,
  context: QueryContext,
): Promise<Watched> {
  const sql = `band = 'high' AND customer_key NOT IN (SELECT customer_key FROM ${before} WHERE band = 'high')`;
  const newOnly = { ...grouping, also: [...(grouping.also ?? []), { sql, parameters: {} }] };
  const found = await numbersOf(newOnly, table, figure, context.asOf, context);
  return { values: new Map([...values].map(([name]) => [name, found.get(name) ?? 0])), grouping: newOnly };
}

/** Relative changes; null where there was nothing. */
function changed(now: Watched['values'], then: Watched['values']): Watched['values'] {
  return new Map(
    [...now].map(([name, value]) => {
      const earlier = then.get(name) ?? 0;
      return [name, earlier > 0 ? (value ?? 0) / earlier - 1 : null];
    }),
  );
}

const configOf = (figure: RiskWatchFigure): FieldConfig =>
  isChange(figure) ? CHANGE : measureConfig(MEASURES[figure]);

const textFields = (texts: Awaited<ReturnType<typeof watchTexts>>): FrameField[] =>
  WATCH_TEXT_COLUMNS.map((name) =>
    fieldOf(
      textColumn(
        name,
        texts.map((one) => one[name]),
      ),
    ),
  );
