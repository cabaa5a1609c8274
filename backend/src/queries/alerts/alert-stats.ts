import { ALERT_FIGURES, type AlertFigure, type AlertStatsQuery, type Frame, type FrameType } from '../../contract';
import { DAY_MS, dayOf, startOf } from '../../contract';
import { noData, numberColumn, timeColumn } from '../../frames';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, where, type Condition } from '../filters';
import { narrowingCondition, narrowingNotices, rangeCondition } from './conditions';
import { configOf } from './field-config';
import { differenceOf, readOut, readOutFrame, shareOf } from './read-out';
import { missingNotice, type WarningSource } from './source';

const TYPES = { figures: 'numeric-wide', history: 'timeseries-wide', read_out: 'table' } as const satisfies Record<
  string,
  FrameType
>;

/** How early warnings are worked on and what they bring: one frame named as the view. */
export async function alertStats(query: AlertStatsQuery, context: QueryContext): Promise<Frame[]> {
  const { view = 'figures', measure } = query;
  const { warnings, asked, language } = context;
  if ('missing' in warnings) {
    return [withNotices(noData(view, TYPES[view]), [missingNotice(warnings.missing, language)])];
  }
  const { source } = warnings;
  const own = narrowingCondition(query);
  const conditions = [rangeCondition(asked), own];
  const notices = narrowingNotices(query, language);
  if (view === 'read_out') return [withNotices(readOutFrame(await readOut(source, conditions), language), notices)];
  if (view === 'history') return [withNotices(await history(source, conditions), notices)];
  const values = await figures(source, conditions, own, Date.now());
  const shown = measure === undefined ? ALERT_FIGURES : [measure];
  const fields = shown.map((name) => ({ column: numberColumn(name, [values[name]]), config: configOf(name) }));
  return [withNotices({ name: view, meta: { type: TYPES[view] }, fields }, notices)];
}

function withNotices(frame: Frame, notices: ReturnType<typeof narrowingNotices>): Frame {
  return notices.length === 0 ? frame : { ...frame, meta: { ...frame.meta, notices } };
}

/** What was done before its warning was made, by a clock that was set back, took no time. */
const MEDIAN_HOURS = (moment: string): string =>
  `median(greatest(epoch(${moment}) - epoch(created_at), 0)) FILTER (${moment} IS NOT NULL) / 3600`;

async function figures(
  source: WarningSource,
  conditions: readonly Condition[],
  own: Condition,
  now: number,
): Promise<Record<AlertFigure, number | null>> {
  const shown = where('NOT held_out', ...conditions.map((one) => one.sql));
  const [of] = await source.rows(
    `SELECT count(*) AS warnings, coalesce(sum(revenue_at_risk), 0) AS revenue_at_risk,
      ${MEDIAN_HOURS('acknowledged_at')} AS response_hours, ${MEDIAN_HOURS('acted_at')} AS acting_hours,
      count(*) FILTER (acted_at IS NOT NULL) / nullif(count(*), 0) AS acted_share,
      count(*) FILTER (warning_state = 'false_alarm') / nullif(count(*), 0) AS false_alarm_share
    FROM warnings ${shown}`,
    bind({}, ...conditions),
  );
  const [today] = await source.rows(
    `SELECT count(*) FILTER (warning_state IN ('new', 'acknowledged')) AS open_warnings,
      count(*) FILTER (warning_state = 'new') AS unacknowledged_warnings,
      count(*) FILTER (created_at >= $today::TIMESTAMP) AS new_today
    FROM warnings ${where('NOT held_out', own.sql)}`,
    bind({ today: dayOf(now) }, own),
  );
  const suppressed = await suppressedIn(source, conditions[0]);
  const { acted, held_out } = await readOut(source, conditions);
  const counted: Row = { ...of, ...today, ...suppressed };
  const values = ALERT_FIGURES.map((name) => [name, typeof counted[name] === 'number' ? counted[name] : null]);
  return {
    ...(Object.fromEntries(values) as Record<AlertFigure, number | null>),
    acted_return_share: shareOf(acted),
    held_out_return_share: shareOf(held_out),
    return_difference: differenceOf(acted, held_out),
  };
}

/** Who was not warned of in the time range, by why; filters other than of time do not reach them. */
async function suppressedIn(source: WarningSource, range: Condition | undefined): Promise<Row> {
  const [row] = await source.rows(
    `SELECT coalesce(sum(customers) FILTER (reason = 'daily_limit'), 0)::INTEGER AS suppressed_by_limit,
      coalesce(sum(customers) FILTER (reason = 'cool_down'), 0)::INTEGER AS suppressed_by_cool_down
    FROM suppressed ${where(range?.sql ?? '')}`,
    bind({}, ...(range ? [range] : [])),
  );
  return row ?? {};
}

/** Warnings by the day of data that they know of, from the first to the last day that has any. */
async function history(source: WarningSource, conditions: readonly Condition[]): Promise<Frame> {
  const rows = await source.rows(
    `SELECT as_of, count(*) AS warnings, count(acted_at) AS acted, sum(revenue_at_risk) AS revenue_at_risk
    FROM warnings ${where('NOT held_out', ...conditions.map((one) => one.sql))} GROUP BY as_of ORDER BY as_of`,
    bind({}, ...conditions),
  );
  const [first, last] = [rows[0]?.as_of, rows.at(-1)?.as_of].map((day) => startOf(String(day)));
  if (rows.length === 0 || first === undefined || last === undefined) return noData('history', TYPES.history);
  const byDay = new Map(rows.map((row) => [String(row.as_of), row]));
  const days = Array.from({ length: (last - first) / DAY_MS + 1 }, (_, i) => first + i * DAY_MS);
  const field = (name: string): Frame['fields'][number] => ({
    column: numberColumn(
      name,
      days.map((day) => Number(byDay.get(dayOf(day))?.[name] ?? 0)),
    ),
    config: configOf(name),
  });
  return {
    name: 'history',
    meta: { type: TYPES.history },
    fields: [{ column: timeColumn('time', days) }, ...['warnings', 'acted', 'revenue_at_risk'].map(field)],
  };
}
