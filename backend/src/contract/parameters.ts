import { ALERT_KIND_SPECS } from './alerts/parameters';
import { ANNOTATION_KIND_SPECS } from './annotations/parameters';
import { BASE_KIND_SPECS, MOVED_PARAMETERS, PAST_PARAMETERS } from './base/parameters';
import { CHURN_KIND_SPECS } from './churn/parameters';
import { CUSTOMER_NUMBERS } from './conditions';
import { EVENT_LIMITS } from './events/limits';
import { FORECAST_KIND_SPECS } from './forecast/parameters';
import { OPERATIONS_KIND_SPECS } from './operations/parameters';
import { SQL_KIND_SPECS } from './sql/parameters';
import {
  BREAKDOWN_SORTS,
  CUSTOMER_SORTS,
  DIMENSIONS,
  GRAINS,
  HEADLINE_TOPICS,
  KPI_KEYS,
  SALES_DIMENSIONS,
  SALES_MEASURES,
  SEGMENT_MEASURES,
  VALUE_DIMENSIONS,
  VALUE_SCOPES,
  type QueryKind,
} from './kinds';
import {
  choices,
  compareWithBefore,
  descending,
  limit,
  MAX_ROWS,
  numberConditions,
  pageOffset,
  searchCustomer,
  sortBy,
  statusChoices,
  type FilterSpec,
  type KindSpec,
  type ParameterSpec,
} from './parameter-specs';

const measure = (help: string): ParameterSpec => ({
  name: 'measure',
  label: 'Measure',
  help,
  type: 'choice',
  choices: choices(SALES_MEASURES),
  default: 'revenue',
});

const SALES_MEASURE = measure('Revenue is what was paid; orders and customers are counted once each. Purchases only.');

export const AS_OF_PARAMETER: ParameterSpec = {
  name: 'asOf',
  label: 'As of',
  help: 'Day (YYYY-MM-DD) as of which customers are judged. Empty: the end of the time range, held inside the data.',
  type: 'day',
};

export const FILTER_SPECS: readonly FilterSpec[] = [
  { name: 'state', label: 'State', help: "State of the customer's address.", dimension: 'state' },
  { name: 'category', label: 'Category', help: 'Product category of the items ordered.', dimension: 'category' },
  { name: 'payment_type', label: 'Payment type', help: 'How the order was paid.', dimension: 'payment_type' },
  { name: 'segment', label: 'Segment', help: 'RFM segment of the customer at the as-of date.', dimension: 'segment' },
  { name: 'band', label: 'Risk band', help: 'Churn risk of the customer at the as-of date.', dimension: 'band' },
];

export const KIND_SPECS: Record<QueryKind, KindSpec> = {
  headline: {
    label: 'Headline',
    help: 'One sentence that says what matters in this time range, computed from the data.',
    parameters: [
      {
        name: 'topic',
        label: 'About',
        help: 'Sales in the time range, the churn risk of active customers, how good the churn model is, the sales to expect, how segments move, where customers are, or how the service fares.',
        type: 'choice',
        choices: choices(HEADLINE_TOPICS),
        default: 'sales',
      },
    ],
  },
  kpis: {
    label: 'Key figures',
    help: 'The eight key figures, each with its value one period before and the change.',
    parameters: [
      {
        name: 'measures',
        label: 'Figures',
        help: 'Empty: all eight.',
        type: 'choices',
        choices: choices(KPI_KEYS),
      },
      {
        name: 'trend',
        label: 'Trend',
        help: 'On: a time series from the period before to now, for a stat panel with a sparkline. Off: a row per figure.',
        type: 'boolean',
        default: false,
      },
    ],
  },
  sales: {
    label: 'Sales over time',
    help: 'Revenue, orders or customers by day, week or month, optionally split by one dimension.',
    parameters: [
      SALES_MEASURE,
      {
        name: 'grain',
        label: 'Grain',
        help: 'Length of one step. Automatic: by the length of the time range and the width of the panel.',
        type: 'choice',
        choices: choices(GRAINS),
        default: 'auto',
      },
      {
        name: 'by',
        label: 'Split by',
        help: 'One series for each value of this dimension. Empty: one series.',
        type: 'choice',
        choices: choices(SALES_DIMENSIONS),
      },
      limit(10, 200, 'The largest so many values; the rest is summed as "Other".', 'by'),
      compareWithBefore(
        'Adds the period of the same length just before the time range, moved onto it: dashed, “(period before)”.',
      ),
    ],
  },
  breakdown: {
    label: 'Breakdown',
    help: 'Revenue, orders or customers by one dimension, largest first.',
    parameters: [
      SALES_MEASURE,
      {
        name: 'by',
        label: 'By',
        help: 'Dimension to break down by.',
        type: 'choice',
        choices: choices(DIMENSIONS),
        default: 'state',
      },
      sortBy(BREAKDOWN_SORTS, 'value', 'By the measure, or by name.'),
      descending('On: largest first, or Z to A. Off: smallest first, or A to Z.'),
      limit(
        undefined,
        10_000,
        'Only the largest so many values; sorted by value and not descending, the smallest. Empty: all.',
      ),
      compareWithBefore(
        'Adds the value in the period of the same length just before the time range, and the change since.',
      ),
    ],
  },
  rfm_segments: {
    label: 'RFM segments',
    help: 'Customers by recency, frequency and monetary value at the as-of date, in eleven named segments.',
    parameters: [
      {
        name: 'measure',
        label: 'Measure',
        help: 'One number per segment, as an alert rule needs it. Empty: a table of all measures.',
        type: 'choice',
        choices: choices(SEGMENT_MEASURES),
      },
      sortBy(SEGMENT_MEASURES, undefined, 'Empty: segments from the best to the most endangered.'),
      descending('Largest first.', 'sort'),
    ],
  },
  customers: {
    label: 'Customers',
    help: 'One row per customer: recency, frequency, monetary value, scores, segment, status, state and last order.',
    parameters: [
      searchCustomer,
      statusChoices,
      numberConditions(CUSTOMER_NUMBERS),
      ...PAST_PARAMETERS,
      ...MOVED_PARAMETERS,
      sortBy(CUSTOMER_SORTS, 'monetary', 'Equal customers keep the same order from page to page.'),
      descending('Largest first.'),
      limit(100, MAX_ROWS, 'Rows of one page.'),
      pageOffset,
    ],
  },
  values: {
    label: 'Values',
    help: 'The values that a dimension or a parameter takes, or customers, for dashboard variables.',
    parameters: [
      {
        name: 'dimension',
        label: 'Values of',
        help: 'What to list: values in the data, customers, or what a parameter can be set to.',
        type: 'choice',
        choices: choices(VALUE_DIMENSIONS),
        default: 'state',
      },
      {
        name: 'within',
        label: 'Of',
        help: 'All that there ever were, or those with a purchase in the time range (then let the variable refresh with it).',
        type: 'choice',
        choices: choices(VALUE_SCOPES),
        default: 'all_time',
      },
      {
        name: 'search',
        label: 'Search',
        help: 'Values that hold this text; customers whose id begins with it. $__searchFilter: what is typed into the drop-down.',
        type: 'text',
        maxLength: EVENT_LIMITS.idLength,
      },
      limit(undefined, 10_000, 'The most frequent so many; customers who paid most. Empty: 5,000, of customers 500.'),
    ],
  },
  ...CHURN_KIND_SPECS,
  ...FORECAST_KIND_SPECS,
  ...BASE_KIND_SPECS,
  ...OPERATIONS_KIND_SPECS,
  ...ANNOTATION_KIND_SPECS,
  ...ALERT_KIND_SPECS,
  ...SQL_KIND_SPECS,
};
