import { DAY_MS } from '@contract';
import { formatCount, formatShare } from '../../../format/numbers';
import { formatDayOf } from '../../../format/dates';
import type { ExpectedTotal, ForecastModel, ForecastSeries } from '../data/model';

/**
 * The answer in a sentence: what is expected in total, within which range, beside the period before, last year and the
 * target. Empty where the answer holds no totals. Of several series the sum, without a range, as ranges do not add up.
 */
export function summaryOf(model: ForecastModel, series: readonly ForecastSeries[]): string {
  const totals = series.map(({ total }) => total).filter((total) => total !== null);
  const [first] = totals;
  if (!first || totals.length < series.length) return '';
  const alone = series.length === 1;
  const total = alone ? first : sumOf(totals);
  return `${[
    `${model.format.short(total.expected)} expected ${horizonText(model)}`,
    ...(alone ? [rangeText(total, model)] : []),
    ...comparisons(total, model),
    ...(alone ? targetText(total.expected, model) : []),
  ].join('; ')}.`;
}

function horizonText({ horizonDays, asOf }: ForecastModel): string {
  if (horizonDays === null) return 'in total';
  const end = asOf === undefined ? '' : `, to ${formatDayOf(Date.parse(asOf) + horizonDays * DAY_MS)}`;
  return horizonDays === 1
    ? `on the next day${end.replace(', to', ',')}`
    : `in the next ${formatCount(horizonDays)} days${end}`;
}

function rangeText({ lower, upper }: ExpectedTotal, { format, level }: ForecastModel): string {
  const sure = level === null ? '' : ` with ${Number(level.toFixed(1))}% certainty`;
  return `between ${format.short(lower)} and ${format.short(upper)}${sure}`;
}

function comparisons({ expected, periodBefore, lastYear }: ExpectedTotal, { horizonDays }: ForecastModel): string[] {
  const before = horizonDays === null ? 'the period before' : `the ${formatCount(horizonDays)} days before`;
  return [
    changeText(expected, periodBefore, before),
    changeText(expected, lastYear, 'the same days a year before'),
  ].filter((text) => text !== undefined);
}

function targetText(expected: number, { target, format }: ForecastModel): string[] {
  const text = changeText(expected, target, `the target of ${format.short(target)}`);
  return text === undefined ? [] : [text];
}

/** `8.1% more than last year`; undefined where there is nothing to compare with. */
export function changeText(expected: number, compared: number | null, name: string): string | undefined {
  const change = relativeChange(expected, compared);
  if (change === null) return undefined;
  if (Math.abs(change) < 0.0005) return `as much as ${name}`;
  return `${formatShare(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than ${name}`;
}

/** Expected ÷ compared − 1; null where there is nothing to compare with. */
export function relativeChange(expected: number, compared: number | null): number | null {
  return compared === null || compared <= 0 ? null : expected / compared - 1;
}

function sumOf(totals: readonly ExpectedTotal[]): ExpectedTotal {
  const add = (read: (total: ExpectedTotal) => number | null): number | null =>
    totals.reduce<number | null>((sum, total) => {
      const value = read(total);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const expected = add((total) => total.expected) ?? 0;
  return {
    expected,
    lower: expected,
    upper: expected,
    periodBefore: add((total) => total.periodBefore),
    lastYear: add((total) => total.lastYear),
  };
}

/** The model and how far off it was, in words; empty where the answer does not say. */
export function modelText(series: readonly ForecastSeries[]): string {
  const [first] = series;
  if (!first || series.length > 1) return manyModels(series);
  return [sentence(first.model && `By ${first.model}`), sentence(first.sentence)].filter(Boolean).join(' ');
}

function manyModels(series: readonly ForecastSeries[]): string {
  const models = new Set(series.map(({ model }) => model).filter(Boolean));
  if (models.size === 0) return '';
  const [only] = models;
  return models.size === 1 && only
    ? sentence(`By ${only}, for each series`)
    : `Each series by the model that forecast its own past best: ${formatCount(models.size)} different ones.`;
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
