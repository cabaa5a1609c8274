import {
  narrowingOf,
  readColumn,
  type Frame,
  type HeadlineQuery,
  type HeadlineTopic,
  type InLanguages,
} from '../contract';
import { textColumn } from '../frames';
import { segmentSentences } from './base/segment-sentences';
import { breakdown } from './breakdown';
import { modelSentences } from './churn/model-sentences';
import { placeSentences } from './churn/place-sentences';
import { riskSentences } from './churn/risk-sentences';
import type { QueryContext } from './context';
import { forecastSentences } from './forecast/forecast-sentences';
import { keyFigures, type KeyFigures } from './kpis';
import { changeOf, type Change } from './kpis/change';
import { KPI_DEFINITIONS } from './kpis/definitions';
import { operationsSentences } from './operations/operations-sentences';
import { SALES_WORDS } from './headline-words/sales';

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

const SAMPLE: InLanguages<string> = {
  en: 'Sample data, not a real shop.',
  'pt-BR': 'Dados de exemplo, não de uma loja real.',
};

/** One row with one text: what an executive should know first about the topic. */
export async function headline(query: HeadlineQuery, context: QueryContext): Promise<Frame[]> {
  const sentences = [
    ...(context.generation.sample ? [SAMPLE[context.language]] : []),
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
  return [salesSentence(figures, context), churnSentence(figures, context), placeSentence(figures, states[0], context)];
}

function salesSentence({ current, compare }: KeyFigures, { language }: QueryContext): string {
  const words = SALES_WORDS[language];
  if (!current.orders) return words.nothing;
  const change = changeOf(KPI_DEFINITIONS.revenue, compare('revenue'), language);
  return words.revenue(current.revenue ?? 0, current.orders, current.active_customers ?? 0, textOf(change));
}

function churnSentence({ path, current, compare }: KeyFigures, { settings, asOf, language }: QueryContext): string {
  if (current.churned_share === null) return '';
  const change = changeOf(KPI_DEFINITIONS.churned_share, compare('churned_share'), language);
  return SALES_WORDS[language].churned(
    asOf,
    current.churned_share,
    path.customerBase,
    settings.churnDays,
    textOf(change),
  );
}

const textOf = ({ value, text }: Change): string => (value === null ? '' : text);

/** The state with the most revenue, unless there is just one. */
function placeSentence({ current }: KeyFigures, states: Frame | undefined, { language }: QueryContext): string {
  const [names, values] = states?.fields.map((field) => field.column) ?? [];
  if (!names || !values || values.length < 2 || !current.revenue) return '';
  return SALES_WORDS[language].place(String(readColumn(names)[0]), Number(values.values[0]) / current.revenue);
}
