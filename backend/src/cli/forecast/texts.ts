import { labelOf } from '../../contract';
import { table } from '../../churn/training/format-training';
import type { QualityRow } from '../../queries/forecast/quality';
import type { SumsRow } from '../../queries/forecast/sums-rows';
import { amountText, longDay, share } from '../../queries/wording';
import type { Forecasted } from './with-forecast';

const NOTHING = '–';

/** The expected sums as a table for a terminal, with the model of each series and how far off it was. */
export function sumsText({ sums, asOf, measure, by, horizonDays, level }: Forecasted): string {
  const amount = (value: string | number | null): string =>
    typeof value === 'number' ? amountText(measure, value) : NOTHING;
  const change = (value: string | number | null): string =>
    typeof value === 'number' ? `${value > 0 ? '+' : ''}${share(value)}` : NOTHING;
  const cells = sums.map((row) => [
    String(row.series),
    amount(row.expected_sum),
    `${amount(row.lower_sum)} to ${amount(row.upper_sum)}`,
    `${amount(row.lower_sum_95)} to ${amount(row.upper_sum_95)}`,
    amount(row.period_before),
    change(row.change_period_before),
    amount(row.last_year),
    change(row.change_last_year),
  ]);
  const head = [
    labelOf(by ?? 'series'),
    'Expected',
    `${level}% band`,
    '95% band',
    `${horizonDays} days before`,
    'Change',
    'Last year',
    'Change',
  ];
  const days = horizonDays === 1 ? 'day' : `${horizonDays} days`;
  return [
    `${labelOf(measure)} of the ${days} after ${longDay(asOf)}`,
    ...table([head, ...cells], 1),
    ...sums.map((row) => modelText(row)),
  ].join('\n');
}

const modelText = ({ series, model, sentence }: SumsRow): string => `${series}: ${model}. ${sentence}`;

/** How far off the forecasts of the past were, as a table for a terminal: models by horizons. */
export function backtestText({ scores, asOf, measure, by, notes: _ }: Forecasted): string {
  if (scores.length === 0)
    return 'No forecast of the past can be judged: the history is too short, or too little of it follows the origins.';
  const cells = scores.map((row) => [
    ...(by ? [row.series] : []),
    row.label.en,
    row.role,
    String(row.horizonDays),
    ratio(row.mase),
    ...[row.smape, row.wape, row.bias, row.coverage80, row.coverage95].map(percent),
    String(row.origins),
  ]);
  const figures = ['Days', 'MASE', 'sMAPE', 'WAPE', 'Bias', '80% holds', '95% holds', 'Origins'];
  const head = [...(by ? [labelOf(by)] : []), 'Model', 'Role', ...figures];
  return [
    `Forecasts of daily ${labelOf(measure).toLowerCase()} in the past, known up to ${longDay(asOf)}`,
    ...table([head, ...cells], by ? 3 : 2),
  ].join('\n');
}

const ratio = (value: QualityRow['mase']): string => (value === undefined ? NOTHING : value.toFixed(3));
const percent = (value: number | undefined): string => (value === undefined ? NOTHING : share(value));
