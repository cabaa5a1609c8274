import { choices, descending, limit, pageOffset, searchCustomer, sortBy, type KindSpec } from '../parameter-specs';
import { ALERT_FIGURES, ALERT_SORTS, ALERT_STATS_VIEWS, type ALERT_KINDS } from './kinds';
import { MAX_OWNER, WARNING_STATES } from './states';

/** More than a list to act on ever holds. */
const MAX_WARNINGS = 10_000;

/** The parameters of the kinds about early warnings. */
export const ALERT_KIND_SPECS: Record<(typeof ALERT_KINDS)[number], KindSpec> = {
  alerts: {
    label: 'Early warnings',
    help: 'One row per customer whose risk has risen to high: score, reasons, value, what to do, and who is on it.',
    parameters: [
      {
        name: 'warning_state',
        label: 'Warning state',
        help: 'Where warnings stand. Empty: all.',
        type: 'choices',
        choices: choices(WARNING_STATES),
      },
      {
        name: 'owner',
        label: 'Owner',
        help: 'Warnings that this person has taken. Empty: all.',
        type: 'text',
        maxLength: MAX_OWNER,
      },
      {
        name: 'since',
        label: 'Since',
        help: 'In place of the time range: all that were made on this day (YYYY-MM-DD) or later.',
        type: 'day',
      },
      searchCustomer,
      sortBy(ALERT_SORTS, 'created_at', 'Equal warnings keep the same order from page to page.'),
      descending('Newest or largest first.'),
      limit(100, MAX_WARNINGS, 'Rows of one page.'),
      pageOffset,
      {
        name: 'live',
        label: 'Live',
        help: 'On: a panel asks again by itself whenever a warning is made or changed.',
        type: 'boolean',
        default: false,
      },
    ],
  },
  alert_stats: {
    label: 'Work on early warnings',
    help: 'Open warnings, response times, and whether customers who were acted on came back more often than others.',
    parameters: [
      {
        name: 'view',
        label: 'View',
        help: 'Figures: numbers for tiles and alert rules. History: warnings by day. Read-out: who came back, with intervals.',
        type: 'choice',
        choices: choices(ALERT_STATS_VIEWS),
        default: 'figures',
      },
      {
        name: 'measure',
        label: 'Figure',
        help: 'View figures: the one number that an alert rule compares. Empty: all of them.',
        type: 'choice',
        choices: choices(ALERT_FIGURES),
      },
    ],
  },
};
