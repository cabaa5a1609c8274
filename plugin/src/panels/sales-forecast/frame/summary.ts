import { DAY_MS } from '@contract';
import { formatCount, formatShare } from '../../../format/numbers';
import { formatDayOf } from '../../../format/dates';
import { t } from '../../../language/t';
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
    t('forecast.summary', '{{amount}} expected {{horizon}}', {
      amount: model.format.short(total.expected),
      horizon: horizonText(model),
    }),
    // A range of no width is one that could not be judged, not a certainty.
    ...(alone && total.lower !== total.upper ? [rangeText(total, model)] : []),
    ...comparisons(total, model),
    ...(alone ? targetText(total.expected, model) : []),
  ].join('; ')}.`;
}

function horizonText({ horizonDays, asOf }: ForecastModel): string {
  if (horizonDays === null) return t('forecast.inTotal', 'in total');
  const day = asOf === undefined ? undefined : formatDayOf(Date.parse(asOf) + horizonDays * DAY_MS);
  if (horizonDays === 1) return nextDay(day);
  const days = formatCount(horizonDays);
  return day === undefined
    ? t('forecast.nextDays', 'in the next {{days}} days', { days })
    : t('forecast.nextDaysTo', 'in the next {{days}} days, to {{day}}', { days, day });
}

function nextDay(day: string | undefined): string {
  return day === undefined
    ? t('forecast.nextDay', 'on the next day')
    : t('forecast.nextDayOn', 'on the next day, {{day}}', { day });
}

function rangeText({ lower, upper }: ExpectedTotal, { format, level }: ForecastModel): string {
  const [from, to] = [format.short(lower), format.short(upper)];
  if (level === null) return t('forecast.between', 'between {{from}} and {{to}}', { from, to });
  const certainty = Number(level.toFixed(1));
  return t('forecast.betweenSure', 'between {{from}} and {{to}} with {{certainty}}% certainty', {
    from,
    to,
    certainty,
  });
}

function comparisons({ expected, periodBefore, lastYear }: ExpectedTotal, { horizonDays }: ForecastModel): string[] {
  const before =
    horizonDays === null
      ? t('forecast.periodBefore', 'the period before')
      : t('forecast.daysBefore', 'the {{days}} days before', {
          days: formatCount(horizonDays),
          count: horizonDays,
          defaultValue_one: 'the day before',
        });
  return [
    changeText(expected, periodBefore, before),
    changeText(expected, lastYear, t('forecast.lastYear', 'the same days a year before')),
  ].filter((text) => text !== undefined);
}

function targetText(expected: number, { target, format }: ForecastModel): string[] {
  const text = changeText(
    expected,
    target,
    t('forecast.target', 'the target of {{target}}', { target: format.short(target) }),
  );
  return text === undefined ? [] : [text];
}

/** `8.1% more than last year`; undefined where there is nothing to compare with. */
export function changeText(expected: number, compared: number | null, name: string): string | undefined {
  const change = relativeChange(expected, compared);
  if (change === null) return undefined;
  if (Math.abs(change) < 0.0005) return t('forecast.asMuch', 'as much as {{name}}', { name });
  const share = formatShare(Math.abs(change));
  return change > 0
    ? t('forecast.more', '{{share}} more than {{name}}', { share, name })
    : t('forecast.less', '{{share}} less than {{name}}', { share, name });
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
  return [sentence(first.model && t('forecast.by', 'By {{model}}', { model: first.model })), sentence(first.sentence)]
    .filter(Boolean)
    .join(' ');
}

function manyModels(series: readonly ForecastSeries[]): string {
  const models = new Set(series.map(({ model }) => model).filter(Boolean));
  if (models.size === 0) return '';
  const [only] = models;
  return models.size === 1 && only
    ? sentence(t('forecast.byEach', 'By {{model}}, for each series', { model: only }))
    : t('forecast.byMany', 'Each series by the model that forecast its own past best: {{models}} different ones.', {
        models: formatCount(models.size),
      });
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
