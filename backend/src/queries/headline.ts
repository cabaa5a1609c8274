import { narrowingOf, readColumn, type Frame, type HeadlineQuery, type HeadlineTopic } from '../contract';
import { textColumn } from '../frames';
import { segmentSentences } from './base/segment-sentences';
import { breakdown } from './breakdown';
import { modelSentences } from './churn/model-sentences';
import { placeSentences } from './churn/place-sentences';
import { riskSentences } from './churn/risk-sentences';
import type { QueryContext } from './context';
import { forecastSentences } from './forecast/forecast-sentences';
import { keyFigures, type KeyFigures } from './kpis';
import { changeOf } from './kpis/change';
import { KPI_DEFINITIONS } from './kpis/definitions';
import { operationsSentences } from './operations/operations-sentences';
import { count, longDay, money, share } from './wording';

type Sentences = (query: HeadlineQuery, context: QueryContext) => Promise<string[]>;

const SENTENCES: Record<HeadlineTopic, Sentences> = {
  sales: salesSentences,
  risk: riskSentences,
  model: (_query, context) => modelSentences(context),
  forecast: forecastSentences,
  segments: segmentSentences,
  places: placeSentences,
  operations: (_query, context) => Promise.resolve(operationsSentences(context, Date.now())),
};

/** One row with one text: what an executive should know first about the topic. */
export async function headline(query: HeadlineQuery, context: QueryContext): Promise<Frame[]> {
  const sentences = [
    ...(context.generation.sample ? ['Sample data, not a real shop.'] : []),
    ...(await SENTENCES[query.topic ?? 'sales'](query, context)),
  ];
  return [
    {
      name: 'headline',
      meta: { type: 'table' },
      fields: [{ column: textColumn('text', [sentences.filter((one) => one !== '').join(' ')]) }],
    },
  ];
}

async function salesSentences(query: HeadlineQuery, context: QueryContext): Promise<string[]> {
  const [figures, states] = await Promise.all([
    keyFigures(query, context, 1),
    breakdown({ kind: 'breakdown', by: 'state', measure: 'revenue', ...narrowingOf(query) }, context),
  ]);
  return [salesSentence(figures), churnSentence(figures, context), placeSentence(figures, states[0])];
}

function salesSentence({ current, compare }: KeyFigures): string {
  if (!current.orders) return 'There were no purchases in this time range.';
  const change = changeOf(KPI_DEFINITIONS.revenue, compare('revenue'));
  const customers = `${count(current.active_customers ?? 0)} ${current.active_customers === 1 ? 'customer' : 'customers'}`;
  return (
    `${money(current.revenue ?? 0)} of revenue from ${count(current.orders)} purchases by ${customers}` +
    `${change.value === null ? '' : ` (${change.text})`}.`
  );
}

function churnSentence({ path, current, compare }: KeyFigures, { settings, asOf }: QueryContext): string {
  if (current.churned_share === null) return '';
  const change = changeOf(KPI_DEFINITIONS.churned_share, compare('churned_share'));
  return (
    `As of ${longDay(asOf)}, ${share(current.churned_share)} of ${count(path.customerBase)} customers have bought nothing ` +
    `for ${settings.churnDays} days${change.value === null ? '' : ` (${change.text})`}.`
  );
}

/** The state with the most revenue, unless there is just one. */
function placeSentence({ current }: KeyFigures, states: Frame | undefined): string {
  const [names, values] = states?.fields.map((field) => field.column) ?? [];
  if (!names || !values || values.length < 2 || !current.revenue) return '';
  return `${String(readColumn(names)[0])} brings ${share(Number(values.values[0]) / current.revenue)} of the revenue.`;
}
