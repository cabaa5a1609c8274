import {
  labelOf,
  startOf,
  type ColumnSet,
  type FieldConfig,
  type FrameField,
  type InLanguages,
  type SalesQuery,
  type TimeRange,
} from '../contract';
import { numberColumn } from '../frames';
import type { QueryContext } from './context';
import { bind, IN_RANGE, lineCondition, where } from './filters';
import { descriptionIn } from './in-language/frames';
import { MEASURE_CONFIG, MEASURE_SQL } from './measures';
import { periodText, type PeriodBefore } from './period-before';
import { bucketSql, valuesBySeries, OTHER } from './sales-series';
import { fill } from './template';
import beforeSql from './sql/sales-before.sql';
import type { FixedGrain } from './time-buckets';

const DASHED: FieldConfig = { custom: { lineStyle: { fill: 'dash', dash: [8, 8] } } };

const MOVED: InLanguages<(what: string, period: string) => string> = {
  en: (what, period) => `${what} In ${period}, moved onto the time range.`,
  'pt-BR': (what, period) => `${what} Durante ${period}, deslocado para o período mostrado.`,
};

export interface ShownSales {
  query: SalesQuery;
  /** The part of the range that is shown. */
  range: TimeRange;
  grain: FixedGrain;
  /** First days of the buckets. */
  starts: readonly string[];
  /** Names of the series, the largest first. */
  names: readonly string[];
}

/**
 * The series of the period before, moved onto the range: as many and in the same order, zero where nothing was sold, null
 * before the data begins.
 */
export async function seriesBefore(
  shown: ShownSales,
  before: PeriodBefore,
  context: QueryContext,
  customers?: string,
): Promise<FrameField[]> {
  const { language } = context;
  const { query, starts, names } = shown;
  const bySeries =
    before.covered === 'nothing' ? new Map() : valuesBySeries(await load(shown, before, context, customers));
  const known = startOf(before.firstDay) + before.shift;
  const measure = query.measure ?? 'revenue';
  const all = [...names, ...(query.by && bySeries.has(OTHER) && !names.includes(OTHER) ? [OTHER] : [])];
  return all.map((name) => {
    const values = bySeries.get(name);
    const ends = [...starts.slice(1).map(startOf), Infinity];
    const column = numberColumn(
      measure,
      starts.map((start, i) =>
        before.covered === 'nothing' || (ends[i] ?? 0) <= known ? null : (values?.get(start) ?? 0),
      ),
    );
    return {
      column,
      labels: { ...(query.by ? { [query.by]: name } : {}), period: 'before' },
      config: {
        ...MEASURE_CONFIG[measure],
        ...DASHED,
        displayNameFromDS: `${query.by ? name : labelOf(measure)} (period before)`,
        description: MOVED[language](
          descriptionIn(language, MEASURE_CONFIG[measure].description ?? ''),
          periodText(before, language),
        ),
      },
    };
  });
}

function load(
  { query, range, grain, names }: ShownSales,
  before: PeriodBefore,
  { engine, signal }: QueryContext,
  customers?: string,
): Promise<ColumnSet> {
  const lines = lineCondition(query, customers);
  const sql = fill(beforeSql, {
    bucket: bucketSql(grain),
    measure: MEASURE_SQL[query.measure ?? 'revenue'],
    series: query.by
      ? `CASE WHEN ${query.by} IN (SELECT unnest($shown::VARCHAR[])) THEN ${query.by} ELSE '${OTHER}' END`
      : "''",
    where: where(...IN_RANGE, lines.sql),
  });
  const own = {
    shift: before.shift,
    from: range.from - before.shift,
    to: Math.min(range.to - before.shift, before.range.to),
    shown: names,
  };
  return engine.columns(sql, bind(own, lines), signal);
}
