import type { ChurnAlertEvent, Frame, LiveItem, LiveTopic, Notice, PredictionEvent } from '../../contract';
import { numberColumn, textColumn, timeColumn } from '../../frames';

/**
 * Live events as a table: of alerts, one row per change of a warning; of predictions, one per customer scored anew. Each
 * has the time at which it happened first, as Grafana wants it of streams.
 */
export function liveFrame(topic: LiveTopic, items: readonly LiveItem[], notices: readonly Notice[] = []): Frame {
  const columns =
    topic === 'alerts' ? alertColumns(items.filter(isAlert)) : predictionColumns(items.filter(isPrediction));
  const fields = columns.map((column) => ({ column }));
  return { name: topic, meta: { type: 'table', ...(notices.length > 0 ? { notices: [...notices] } : {}) }, fields };
}

const isAlert = (item: LiveItem): item is ChurnAlertEvent & { id: string } => item.type === 'churn_alert';
const isPrediction = (item: LiveItem): item is PredictionEvent & { id: string } => item.type === 'prediction_update';

const alertColumns = (items: readonly (ChurnAlertEvent & { id: string })[]) => [
  timeColumn(
    'time',
    items.map(({ step }) => Date.parse(step.at)),
  ),
  ...texts(items, {
    event_id: ({ id }) => id,
    change: ({ change }) => change,
    id: ({ alert }) => alert.id,
    customer_id: ({ alert }) => alert.customer_id,
    from_band: ({ alert }) => alert.from_band,
    band: ({ alert }) => alert.band,
    segment: ({ alert }) => alert.segment,
    state: ({ alert }) => alert.state,
    reason: ({ alert }) => alert.reasons[0] ?? null,
    action: ({ alert }) => alert.action,
    warning_state: ({ alert }) => alert.warning_state,
    owner: ({ alert }) => alert.owner,
  }),
  ...numbers(items, {
    churn_probability: ({ alert }) => alert.churn_probability,
    relative_odds: ({ alert }) => alert.relative_odds,
    revenue_at_risk: ({ alert }) => alert.revenue_at_risk,
    value_if_returns: ({ alert }) => alert.value_if_returns,
  }),
];

const predictionColumns = (items: readonly (PredictionEvent & { id: string })[]) => [
  timeColumn(
    'time',
    items.map(({ prediction }) => Date.parse(prediction.at)),
  ),
  ...texts(items, {
    event_id: ({ id }) => id,
    customer_id: ({ prediction }) => prediction.customer_id,
    from_band: ({ prediction }) => prediction.from_band,
    band: ({ prediction }) => prediction.band,
    segment: ({ prediction }) => prediction.segment,
    state: ({ prediction }) => prediction.state,
  }),
  ...numbers(items, {
    churn_probability: ({ prediction }) => prediction.churn_probability,
    relative_odds: ({ prediction }) => prediction.relative_odds,
    revenue_at_risk: ({ prediction }) => prediction.revenue_at_risk,
    value_if_returns: ({ prediction }) => prediction.value_if_returns,
  }),
];

const texts = <Item>(items: readonly Item[], columns: Readonly<Record<string, (item: Item) => string | null>>) =>
  Object.entries(columns).map(([name, read]) => textColumn(name, items.map(read)));

const numbers = <Item>(items: readonly Item[], columns: Readonly<Record<string, (item: Item) => number>>) =>
  Object.entries(columns).map(([name, read]) => numberColumn(name, items.map(read)));
