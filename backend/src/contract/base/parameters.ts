import { choices, type KindSpec, type ParameterSpec, limit, statusChoices } from '../parameter-specs';
import { SEGMENTS } from '../segments';
import {
  ACTIVITIES,
  COHORT_MEASURES,
  COHORT_PERIODS,
  DEFAULT_MOVED_DAYS,
  LIFECYCLE_FIGURES,
  MOVED_FROM,
  MOVES,
  type BASE_KINDS,
  GEOGRAPHY_LEVELS,
} from './kinds';

const period: ParameterSpec = {
  name: 'period',
  label: 'Period',
  help: 'Calendar months, or weeks that begin on Mondays.',
  type: 'choice',
  choices: choices(COHORT_PERIODS),
  default: 'month',
};

/** What a list of customers takes to show those behind a cell of `cohorts` or a bar of `lifecycle`. */
export const PAST_PARAMETERS: readonly ParameterSpec[] = [
  {
    name: 'firstPurchase',
    label: 'First purchase',
    help: 'Day (YYYY-MM-DD): customers who first purchased in its month or week, and in the time range. A row of the cohorts.',
    type: 'day',
  },
  {
    name: 'during',
    label: 'During',
    help: 'Day (YYYY-MM-DD): customers who did what "Activity" says in its month or week. Empty: in the time range.',
    type: 'day',
  },
  {
    name: 'activity',
    label: 'Activity',
    help: 'What they did then: any purchase, or a stage of the lifecycle. Empty: any purchase, where "During" names a day.',
    type: 'choice',
    choices: choices(ACTIVITIES),
  },
  {
    name: 'period',
    label: 'Period',
    help: 'Of those days the calendar month, or the week that begins on Monday. Empty: the month.',
    type: 'choice',
    choices: choices(COHORT_PERIODS),
  },
];

/** The parameters that narrow a list of customers to those who have moved between segments. */
export const MOVED_PARAMETERS: readonly ParameterSpec[] = [
  {
    name: 'movedFrom',
    label: 'Moved from',
    help: 'Segment some days before; with the day’s segment beside it in the list. Empty: any.',
    type: 'choices',
    choices: choices(MOVED_FROM),
  },
  {
    name: 'movedTo',
    label: 'Moved to',
    help: 'Segment at the as-of date, of those who moved. Empty: any.',
    type: 'choices',
    choices: choices(SEGMENTS),
  },
  {
    name: 'moved',
    label: 'Moved',
    help: 'Up: to a better segment. New: not yet a customer then. Gone: active then, churned now. Back: the other way round.',
    type: 'choices',
    choices: choices(MOVES),
  },
  {
    name: 'movedDays',
    label: 'Moved since (days)',
    help: `How many days before the as-of date. Empty: ${DEFAULT_MOVED_DAYS}.`,
    type: 'integer',
    min: 1,
    max: 3_650,
  },
];

/** The parameters of the kinds about the customer base. */
export const BASE_KIND_SPECS: Record<(typeof BASE_KINDS)[number], KindSpec> = {
  cohorts: {
    label: 'Cohort retention',
    help: 'Customers by the month or week of their first purchase, and how many of them came back after so many more.',
    parameters: [
      period,
      {
        name: 'measure',
        label: 'Measure',
        help: 'For a heat map: one measure, a column per period since the first purchase. Empty: a row per cohort and period.',
        type: 'choice',
        choices: choices(COHORT_MEASURES),
      },
    ],
  },
  lifecycle: {
    label: 'Customer lifecycle',
    help: 'New, returning, reactivated and dormant customers by month or week.',
    parameters: [
      period,
      {
        name: 'figure',
        label: 'Figure',
        help: 'Churn rate: of those active when the step began, the share that began to count as churned in it; one series, for alert rules. Empty: the four stages.',
        type: 'choice',
        choices: choices(LIFECYCLE_FIGURES),
      },
    ],
  },
  segment_moves: {
    label: 'Segment movement',
    help: 'How many customers went from which RFM segment to which.',
    parameters: [
      {
        name: 'days',
        label: 'Since (days)',
        help: 'The segments then are those of so many days before the as-of date.',
        type: 'integer',
        min: 1,
        max: 3_650,
        default: DEFAULT_MOVED_DAYS,
      },
    ],
  },
  geography: {
    label: 'Geography',
    help: 'Sales, customers and their churn risk by state or by city, with the place of each city, for a map.',
    parameters: [
      {
        name: 'by',
        label: 'By',
        help: 'A row per state, or a row per city with its latitude and longitude.',
        type: 'choice',
        choices: choices(GEOGRAPHY_LEVELS),
        default: 'state',
      },
      { ...statusChoices, help: `Customers whose risk counts. ${statusChoices.help}` },
      limit(undefined, 10_000, 'Only the so many places with the most revenue. Empty: all.'),
    ],
  },
};
