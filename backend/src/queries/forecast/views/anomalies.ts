import {
  ANOMALY_COLUMNS,
  DAY_MS,
  labelOf,
  startOf,
  type Frame,
  type FrameField,
  type InLanguages,
  type SalesMeasure,
  type SalesForecastQuery,
  type Text,
} from '../../../contract';
import { textColumn, timeColumn } from '../../../frames';
import type { QueryContext } from '../../context';
import type { FixedGrain } from '../../time-buckets';
import { portugueseName } from '../../in-language/frames';
import { wordingIn } from '../../wording';
import { bucketSums } from '../bucket-sums';
import { field, finiteColumn } from '../cells';
import type { Expected, ExpectedSeries } from '../expected';
import { amountOf } from '../field-config';
import { lastDayOf, wholeBuckets } from '../grain';
import type { Holiday } from '../holidays';
import { nothingSold } from '../nothing-sold';
import { askedPicture } from '../picture';

type Side = 'high' | 'low';

interface Anomaly {
  start: string;
  end: string;
  series: string;
  actual: number;
  expected: number;
  holidays: Text[];
}

/** What is said of a bucket; `start` is a day in words, `holidays` a list or empty. */
interface AnomalyWords {
  title(side: Side, measure: SalesMeasure): string;
  text(actual: string, when: string, expected: string, holidays: string): string;
  when: Record<FixedGrain, (start: string) => string>;
}

const WORDS: InLanguages<AnomalyWords> = {
  en: {
    title: (side, measure) => `Unusually ${side} ${labelOf(measure).toLowerCase()}`,
    text: (actual, when, expected, holidays) => `${actual} on ${when}, where ${expected} was expected${holidays}.`,
    when: {
      day: (start) => start,
      week: (start) => `the week from ${start}`,
      month: (start) => `the month from ${start}`,
    },
  },
  'pt-BR': {
    title: (side, measure) =>
      `${portugueseName(labelOf(measure))} fora do normal: ${side === 'high' ? 'acima' : 'abaixo'} do esperado`,
    text: (actual, when, expected, holidays) => `${actual} ${when}, quando se esperava ${expected}${holidays}.`,
    when: {
      day: (start) => `em ${start}`,
      week: (start) => `na semana de ${start}`,
      month: (start) => `no mês de ${start}`,
    },
  },
};

/** What was out of the ordinary inside the time range. */
export interface Unusual {
  /** Oldest first. */
  rows: UnusualRow[];
  expected: Expected;
}

/** A bucket whose actual lay outside the wide band, also in words. */
export interface UnusualRow extends Anomaly {
  /** First and last ms. */
  time: number;
  timeEnd: number;
  title: string;
  text: string;
  tags: string[];
}

/** A row per bucket whose actual lay outside the wide band (table), newest last, in the form of Grafana's annotations. */
export async function anomaliesView(query: SalesForecastQuery, context: QueryContext): Promise<Frame[]> {
  const unusual = await unusualBuckets(query, context);
  if (!unusual) return [nothingSold('anomalies', 'table', query, context)];
  const { rows, expected } = unusual;
  const meta = { type: 'table' as const, notices: expected.notices };
  return [{ name: 'anomalies', meta, fields: rows.length === 0 ? [] : fieldsOf(rows, expected) }];
}

/**
 * The buckets whose actual lay outside the wide band; undefined where nothing was sold.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export async function unusualBuckets(query: SalesForecastQuery, context: QueryContext): Promise<Unusual | undefined> {
  const { expected, grain, shownFrom } = await askedPicture(query, context);
  if (!expected) return undefined;
  const shown = new Set(wholeBuckets(shownFrom, context.asOf, grain));
  const holidays = expected.calendar.between(shownFrom, context.asOf);
  const rows = expected.series
    .flatMap((one) => anomaliesOf(one, shown, grain, holidays))
    .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
    .map((row) => inWords(row, expected, grain));
  return { rows, expected };
}

function anomaliesOf(
  { name, daily, forecast: { past } }: ExpectedSeries,
  shown: ReadonlySet<string>,
  grain: FixedGrain,
  holidays: readonly Holiday[],
): Anomaly[] {
  const sums = bucketSums(daily, grain);
  return past.starts.flatMap((start, i) => {
    if (!past.anomalous[i] || !shown.has(start)) return [];
    const end = lastDayOf(start, grain);
    const within = holidays.filter(({ day }) => day >= start && day <= end).map((one) => one.called);
    const anomaly = { start, end, series: name, actual: sums.get(start) ?? 0, expected: past.expected[i] ?? 0 };
    return [{ ...anomaly, holidays: within }];
  });
}

function inWords(row: Anomaly, { measure, language }: Expected, grain: FixedGrain): UnusualRow {
  const { start, end, series, actual, expected } = row;
  const [side, words, { amount, longDay }] = [sideOf(row), WORDS[language], wordingIn(language)];
  const holidays = row.holidays.map((called) => called[language]);
  const within = holidays.length > 0 ? ` (${holidays.join(', ')})` : '';
  const when = words.when[grain](longDay(start));
  return {
    ...row,
    time: startOf(start),
    timeEnd: startOf(end) + DAY_MS - 1,
    title: `${words.title(side, measure)}${series ? `: ${series}` : ''}`,
    text: words.text(amount(measure, actual), when, amount(measure, expected), within),
    tags: ['forecast', 'anomaly', side, ...(series ? [series] : [])],
  };
}

function fieldsOf(rows: readonly UnusualRow[], { measure, by }: Expected): FrameField[] {
  return ANOMALY_COLUMNS.map((name) => {
    if (name === 'time' || name === 'timeEnd') {
      const times = rows.map((row) => row[name]);
      return field(timeColumn(name, times), {});
    }
    if (name === 'actual' || name === 'expected') {
      const amounts = rows.map((row) => row[name]);
      return field(finiteColumn(name, amounts), { ...amountOf(measure), displayNameFromDS: labelOf(name) });
    }
    const texts = rows.map((row) => (name === 'tags' ? row.tags.join(',') : row[name]));
    return field(textColumn(name, texts), { displayNameFromDS: labelOf(name === 'series' && by ? by : name) });
  });
}

const sideOf = ({ actual, expected }: Anomaly): Side => (actual > expected ? 'high' : 'low');
