import { setTimeout as sleep } from 'node:timers/promises';
import {
  BAND_STYLES,
  dayOf,
  labelOf,
  RISK_BANDS,
  startOf,
  type FieldConfig,
  type Frame,
  type FrameField,
  type InLanguages,
  type Language,
  type Notice,
  type RiskHistoryQuery,
  type RiskMeasure,
} from '../../contract';
import { noData, numberColumn, timeColumn } from '../../frames';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { monthEnds } from './month-ends';
import { changeConfig } from './risk-change';
import { GROUP_SQL, inKnownOrder, measureConfig, pastRiskGroups, riskGroups, type Grouping } from './risk-groups';

/** More than three years say little about today. */
const MOST_MONTHS = 36;
/** A sparkline says no more with more, and its number should not wait for them. */
const TREND_MONTHS = 12;
/**
 * Scoring everyone as of a past day takes a second or two in a shop of a hundred thousand customers, ten times that in one
 * of a million. Nobody waits longer than this for the past: what is there by then is shown.
 */
const PATIENCE_MS = 15_000;

interface HistoryWords {
  hindsight: string;
  coming(scored: number, wanted: number): string;
  cut(months: number): string;
}

const WORDS: InLanguages<HistoryWords> = {
  en: {
    hindsight: 'Past months are scored with today’s model, which has learned from what happened later.',
    coming: (scored, wanted) =>
      `Past months are still being scored: ${scored} of ${wanted} are here so far. Refresh in a minute to see more.`,
    cut: (months) => `Only the last ${MOST_MONTHS} month ends are shown, of ${months} in the range.`,
  },
  'pt-BR': {
    hindsight: 'Os meses passados são pontuados com o modelo de hoje, que aprendeu com o que aconteceu depois.',
    coming: (scored, wanted) =>
      `Os meses passados ainda estão sendo pontuados: ${scored} de ${wanted} já estão aqui. Atualize em um minuto para ver mais.`,
    cut: (months) => `Só os últimos ${MOST_MONTHS} fins de mês são mostrados, de ${months} no período.`,
  },
};

/** Measures of how many or how much: a group without customers has none of it, which is zero. */
const ADDS_UP: readonly RiskMeasure[] = [
  'customers',
  'expected_returners',
  'high_risk_customers',
  'revenue_at_risk',
  'high_risk_revenue',
  'expected_revenue',
];

/**
 * A risk measure at the ends of the months in the range and at the as-of day: one series, or one per group. Where past
 * months take too long to score, the latest of them; those missing are there when it is asked later.
 */
export async function riskHistory(
  query: RiskHistoryQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const ends = pastEnds(context);
  const wanted = ends.slice(-(query.trend ? TREND_MONTHS : MOST_MONTHS));
  const grouping: Grouping = { ...query, dimension: query.by ? GROUP_SQL[query.by] : "'all'" };
  const past = await latestOf(wanted, (day) => pastRiskGroups(grouping, day, context), context);
  const byDay = [...past, await riskGroups(grouping, scored.table, context.asOf, context)];
  if (byDay.every((rows) => rows.length === 0)) return [noData('risk_history', 'timeseries-wide')];
  const days = [...wanted.slice(wanted.length - past.length), context.asOf];
  const all = past.length === wanted.length;
  const words = WORDS[context.language];
  const notices = [
    ...(all ? [] : [words.coming(past.length, wanted.length)]),
    words.hindsight,
    ...(ends.length > MOST_MONTHS && !query.trend ? [words.cut(ends.length)] : []),
  ].map((text): Notice => ({ severity: 'info', text }));
  return [
    {
      name: 'risk_history',
      meta: { type: 'timeseries-wide', notices, ...(all ? {} : { custom: { incomplete: true } }) },
      fields: [{ column: timeColumn('time', days.map(startOf)) }, ...series(byDay, days, query, context.language)],
    },
  ];
}

/**
 * What is asked of each of the days, of as many as there is time for, the last ones; in the order of the days. The one that
 * is being asked when time is up is there for whoever asks next.
 */
async function latestOf(
  days: readonly string[],
  ask: (day: string) => Promise<Row[]>,
  { signal }: Pick<QueryContext, 'signal'>,
): Promise<Row[][]> {
  const began = performance.now();
  const answers: Row[][] = [];
  for (const day of days.toReversed()) {
    signal?.throwIfAborted();
    const left = PATIENCE_MS - (performance.now() - began);
    const answer = left > 0 ? await within(left, ask(day)) : undefined;
    if (answer === undefined) break;
    answers.unshift(answer);
  }
  return answers;
}

/** Undefined when it is not there after so many ms. */
async function within<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  const timeIsUp = sleep(ms, undefined, { signal: over.signal }).catch(() => undefined);
  // What fails when nobody waits for it any more is told to whoever asks next.
  coming.catch(() => undefined);
  return Promise.race([coming, timeIsUp]).finally(() => over.abort());
}

/**
 * Scores the customers as of each past day that `riskHistory` shows, the latest first.
 *
 * @param goOn asked before each of them; false: no more are scored
 */
export async function scorePastMonths(context: QueryContext, goOn: () => Promise<boolean>): Promise<void> {
  for (const day of pastEnds(context).slice(-MOST_MONTHS).reverse()) {
    if (!(await goOn())) return;
    await context.scoredTotals(day);
  }
}

/** The month ends in the range that have purchases behind them and come before the as-of day. */
function pastEnds({ range, generation, asOf }: QueryContext): string[] {
  const from = dayOf(range.from);
  return monthEnds(from > generation.firstDay ? from : generation.firstDay, asOf);
}

function series(
  byDay: readonly Row[][],
  days: readonly string[],
  query: RiskHistoryQuery,
  language: Language,
): FrameField[] {
  const { by, measure = 'high_risk_share' } = query;
  // The largest of the latest day first.
  const names = new Set([...byDay].reverse().flatMap((rows) => rows.map((row) => String(row.group_name))));
  const missing = ADDS_UP.includes(measure) ? 0 : null;
  return inKnownOrder([...names]).map((name) => {
    const values = byDay.map((rows) => {
      const own = rows.find((row) => row.group_name === name);
      return own ? Number(own[measure]) : missing;
    });
    return {
      column: numberColumn(measure, values),
      labels: by ? { [by]: name } : undefined,
      config: {
        ...measureConfig(measure),
        displayNameFromDS: by ? labelOf(name) : labelOf(measure),
        ...(by === 'band' ? bandColor(name) : {}),
        ...(query.trend && !by ? changeConfig(measure, days, values, language) : {}),
      },
    };
  });
}

/** Bands have their own colours on every panel. */
function bandColor(name: string): FieldConfig {
  const band = RISK_BANDS.find((known) => known === name);
  return band ? { color: { mode: 'fixed', fixedColor: BAND_STYLES[band].color } } : {};
}
