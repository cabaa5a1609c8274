import {
  labelOf,
  type BreakdownQuery,
  type Dimension,
  type Frame,
  type FrameField,
  type InLanguages,
  type Language,
  type SalesMeasure,
  type TimeRange,
} from '../contract';
import { noData, numberColumn, textColumn } from '../frames';
import type { Row, SqlParameters } from '../warehouse/engine';
import type { QueryContext } from './context';
import { bind, IN_RANGE, lineCondition, where } from './filters';
import { descriptionIn } from './in-language/frames';
import { MEASURE_CONFIG, MEASURE_SQL } from './measures';
import { coverageNotices, periodBefore, periodText, type PeriodBefore } from './period-before';
import { withCustomersIfNeeded } from './scope';
import { fill } from './template';
import beforeSql from './sql/breakdown-before.sql';
import breakdownSql from './sql/breakdown.sql';

/** SQL of the name of each dimension's value, of a line of `fct_sales`. */
export const DIMENSION_SQL: Record<Dimension, string> = {
  state: 'state',
  // Cities of one name lie in several states.
  city: "city || ' (' || state || ')'",
  category: 'category',
  payment_type: 'payment_type',
  // Orders without items have no seller.
  seller: "coalesce(seller_id, '(no items)')",
};

/**
 * A measure by one dimension, largest first unless said otherwise: numeric-long, so that bars, tables and alert rules
 * take it as it is. Compared with the period before: with its value there, and the change since.
 */
export function breakdown(query: BreakdownQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomersIfNeeded(query, context, async (customers) => {
    const { by = 'state', measure = 'revenue' } = query;
    const rows = await load(query, breakdownSql, context.range, context, customers);
    if (rows.length === 0) return [noData('breakdown', 'numeric-long')];
    const before = query.compare ? periodBefore(context.range, context.generation.firstDay) : undefined;
    const notices = before ? coverageNotices(before, context.language) : [];
    const names = rows.map((row) => String(row.dimension));
    const values = rows.map((row) => Number(row.value));
    return [
      {
        name: 'breakdown',
        meta: { type: 'numeric-long', ...(notices.length > 0 ? { notices } : {}) },
        fields: [
          { column: textColumn(by, names), config: { displayNameFromDS: labelOf(by) } },
          {
            column: numberColumn(measure, values),
            config: { ...MEASURE_CONFIG[measure], displayNameFromDS: labelOf(measure) },
          },
          ...(before
            ? comparedFields(
                measure,
                before,
                values,
                await valuesBefore(names, query, before, context, customers),
                context.language,
              )
            : []),
        ],
      },
    ];
  });
}

function load(
  query: BreakdownQuery,
  template: string,
  { from, to }: TimeRange,
  { engine, signal }: QueryContext,
  customers?: string,
): Promise<Row[]> {
  const lines = lineCondition(query, customers);
  const sql = fill(template, {
    dimension: DIMENSION_SQL[query.by ?? 'state'],
    measure: MEASURE_SQL[query.measure ?? 'revenue'],
    where: where(...IN_RANGE, lines.sql),
    ...orderSql(query),
    limit: query.limit === undefined ? '' : 'LIMIT $limit',
  });
  const own: SqlParameters = { from, to, ...(query.limit === undefined ? {} : { limit: query.limit }) };
  return engine.rows(sql, bind(own, lines), signal);
}

/**
 * By which values are chosen when there is a limit, and in which order they are shown: those chosen for a list by name
 * are the largest.
 */
export function orderSql({ sort = 'value', descending = true }: BreakdownQuery): { chosen: string; order: string } {
  const direction = descending ? 'DESC' : 'ASC';
  return sort === 'name'
    ? { chosen: 'value DESC', order: `dimension ${direction}` }
    : { chosen: `value ${direction}`, order: `value ${direction}, dimension` };
}

/** What was there in the period before, in the order of the names; null where nothing was. */
async function valuesBefore(
  names: readonly string[],
  query: BreakdownQuery,
  { covered, range }: PeriodBefore,
  context: QueryContext,
  customers?: string,
): Promise<(number | null)[]> {
  const rows = covered === 'nothing' ? [] : await load(query, beforeSql, range, context, customers);
  const known = new Map(rows.map((row) => [String(row.dimension), Number(row.value)]));
  return names.map((name) => known.get(name) ?? null);
}

interface ComparedWords {
  previous(what: string, period: string): string;
  change(period: string): string;
}

const COMPARED: InLanguages<ComparedWords> = {
  en: {
    previous: (what, period) => `${what} In ${period}; empty where there was nothing.`,
    change: (period) => `Change against ${period}, as a share of what it was; empty where there was nothing.`,
  },
  'pt-BR': {
    previous: (what, period) => `${what} Durante ${period}; vazio onde não havia nada.`,
    change: (period) => `Variação sobre ${period}, como parcela do que era; vazio onde não havia nada.`,
  },
};

function comparedFields(
  measure: SalesMeasure,
  before: PeriodBefore,
  values: readonly number[],
  previous: readonly (number | null)[],
  language: Language,
): FrameField[] {
  const change = values.map((value, i) => {
    const then = previous[i] ?? null;
    return then === null ? null : (value - then) / then;
  });
  const period = periodText(before, language);
  const words = COMPARED[language];
  return [
    {
      column: numberColumn('previous', [...previous]),
      config: {
        ...MEASURE_CONFIG[measure],
        displayNameFromDS: `${labelOf(measure)} (period before)`,
        description: words.previous(descriptionIn(language, MEASURE_CONFIG[measure].description ?? ''), period),
      },
    },
    {
      column: numberColumn('change', change),
      config: {
        unit: 'percentunit',
        decimals: 1,
        displayNameFromDS: 'Change',
        description: words.change(period),
      },
    },
  ];
}
