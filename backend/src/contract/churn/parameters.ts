import { SCORE_NUMBERS } from '../conditions';
import { EVENT_LIMITS } from '../events/limits';
import {
  choices,
  descending,
  limit,
  MAX_ROWS,
  numberConditions,
  pageOffset,
  searchCustomer,
  sortBy,
  statusChoices,
  type KindSpec,
} from '../parameter-specs';
import {
  DEFAULT_WATCHED_DAYS,
  HISTORY_DIMENSIONS,
  QUALITY_FIGURES,
  QUALITY_VIEWS,
  RISK_DIMENSIONS,
  RISK_MEASURES,
  RISK_SORTS,
  RISK_WATCH_DIMENSIONS,
  RISK_WATCH_FIGURES,
  SCORE_SORTS,
  VALUE_AT_RISK_MEASURES,
  VALUE_BASES,
  VALUE_CLASSES,
  type CHURN_KINDS,
} from './kinds';

const MEASURE_HELP = 'Revenue at risk: what would be lost within the horizon, weighted with the churn probability.';

/** The parameters of the churn kinds. */
export const CHURN_KIND_SPECS: Record<(typeof CHURN_KINDS)[number], KindSpec> = {
  churn_scores: {
    label: 'Churn scores',
    help: 'One row per customer: churn probability, risk band, revenue at risk, main reason and recommended action.',
    parameters: [
      searchCustomer,
      statusChoices,
      numberConditions(SCORE_NUMBERS),
      sortBy(SCORE_SORTS, 'revenue_at_risk', 'Equal customers keep the same order from page to page.'),
      descending('Largest first.'),
      limit(100, MAX_ROWS, 'Rows of one page.'),
      pageOffset,
    ],
  },
  churn_score: {
    label: 'Churn score of one customer',
    help: 'Churn probability with reasons, percentiles, value, recommended action, past scores and orders of one customer.',
    ignoresFilters: true,
    parameters: [
      {
        name: 'customer',
        label: 'Customer',
        help: 'The customer id, or a beginning that only one customer has; or “most at stake”.',
        type: 'text',
        maxLength: EVENT_LIMITS.idLength,
      },
    ],
  },
  what_if: {
    label: 'What if',
    help: 'The score of a customer with some features changed, or of a customer described by features alone.',
    ignoresFilters: true,
    parameters: [
      {
        name: 'customer',
        label: 'Customer',
        help: 'The customer to change. Empty: a customer described by the values alone.',
        type: 'text',
        maxLength: EVENT_LIMITS.idLength,
      },
      {
        name: 'changes',
        label: 'Values',
        help: 'Features and their values, such as recency_days = 30, frequency = 2, monetary = 250.',
        type: 'numbers',
      },
    ],
  },
  risk_summary: {
    label: 'Risk by group',
    help: 'Customers, mean churn probability, high-risk share and revenue at risk per segment, state, city or band.',
    parameters: [
      {
        name: 'by',
        label: 'By',
        help: 'What to group customers by.',
        type: 'choice',
        choices: choices(RISK_DIMENSIONS),
        default: 'segment',
      },
      {
        name: 'measure',
        label: 'Measure',
        help: `One number per group, as an alert rule needs it. Empty: a table of all measures. ${MEASURE_HELP}`,
        type: 'choice',
        choices: choices(RISK_MEASURES),
      },
      statusChoices,
      sortBy(RISK_SORTS, undefined, 'A measure, or the name. Empty: the measure, without one revenue at risk.'),
      descending('On: largest first, or Z to A. Off: smallest first, or A to Z.'),
      limit(
        undefined,
        10_000,
        'Only the largest so many groups; sorted by a measure and not descending, the smallest. Empty: all.',
      ),
    ],
  },
  risk_history: {
    label: 'Risk over time',
    help: 'A risk measure at the end of each month, scored with today’s model as of then.',
    parameters: [
      {
        name: 'measure',
        label: 'Measure',
        help: MEASURE_HELP,
        type: 'choice',
        choices: choices(RISK_MEASURES),
        default: 'high_risk_share',
      },
      {
        name: 'by',
        label: 'Split by',
        help: 'One series for each value of this dimension. Empty: one series.',
        type: 'choice',
        choices: choices(HISTORY_DIMENSIONS),
      },
      {
        name: 'trend',
        label: 'Change as name',
        help: 'On, without a split: the series’ name and colour say how it has changed, for a stat panel with a sparkline.',
        type: 'boolean',
        default: false,
      },
      statusChoices,
    ],
  },
  score_distribution: {
    label: 'Score distribution',
    help: 'How many customers are how likely to come back, compared with the average customer.',
    parameters: [statusChoices],
  },
  value_at_risk: {
    label: 'Value at risk',
    help: 'Customers by value and churn risk: how many, what they paid, and how much revenue is at stake in each cell.',
    parameters: [
      {
        name: 'value',
        label: 'Value',
        help: 'What a customer is worth by: all that was paid so far, or the revenue to expect should the customer return.',
        type: 'choice',
        choices: choices(VALUE_BASES),
        default: 'monetary',
      },
      {
        name: 'highFrom',
        label: 'High value from (R$)',
        help: 'Empty: where the top fifth of all customers begins.',
        type: 'number',
        min: 0,
      },
      {
        name: 'mediumFrom',
        label: 'Medium value from (R$)',
        help: 'Empty: where the upper half of all customers begins.',
        type: 'number',
        min: 0,
      },
      {
        name: 'measure',
        label: 'Measure',
        help: `One number per cell, as an alert rule needs it. Empty: a table of all measures. ${MEASURE_HELP}`,
        type: 'choice',
        choices: choices(VALUE_AT_RISK_MEASURES),
      },
      statusChoices,
    ],
  },
  risk_watch: {
    label: 'Risk, for alert rules',
    help: 'One number about customers at high risk: for the whole shop, or for each segment or state.',
    parameters: [
      {
        name: 'figure',
        label: 'Figure',
        help: 'Newly: who is at high risk and was not so many days before. Change: relative, 0.1 being a tenth more than then.',
        type: 'choice',
        choices: choices(RISK_WATCH_FIGURES),
        default: 'high_risk_share',
      },
      {
        name: 'by',
        label: 'By',
        help: 'One number, and so one alert, for each. Empty: the whole shop.',
        type: 'choice',
        choices: choices(RISK_WATCH_DIMENSIONS),
      },
      {
        name: 'value',
        label: 'Value',
        help: 'Only customers who have paid this much: high value is the top fifth, low value the lower half. Empty: all.',
        type: 'choice',
        choices: choices(VALUE_CLASSES),
      },
      {
        name: 'days',
        label: 'Days before',
        help: 'What is new or has changed is so against so many days before the as-of date.',
        type: 'integer',
        min: 1,
        max: 730,
        default: DEFAULT_WATCHED_DAYS,
      },
      {
        name: 'texts',
        label: 'Who and why',
        help: 'Main reasons and the customers with the most at stake as labels, for annotations. Not for the condition of a rule: its alerts would change with them.',
        type: 'boolean',
        default: false,
      },
      statusChoices,
    ],
  },
  model_quality: {
    label: 'Model quality',
    help: 'How good the churn model is: metrics, calibration, lift, importance of features, drift and gates.',
    ignoresFilters: true,
    parameters: [
      {
        name: 'view',
        label: 'View',
        help: 'What to show. Health: a few numbers for alert rules.',
        type: 'choice',
        choices: choices(QUALITY_VIEWS),
        default: 'metrics',
      },
      {
        name: 'figure',
        label: 'Figure',
        help: 'Of the view “Figures” this one alone, for a stat panel. Empty: all.',
        type: 'choice',
        choices: choices(QUALITY_FIGURES),
      },
    ],
  },
};
