import { choices, type KindSpec } from '../parameter-specs';
import { OPERATIONS_FIGURES, OPERATIONS_VIEWS, type OPERATIONS_KINDS } from './kinds';

/** The parameters of the kind about the service itself. */
export const OPERATIONS_KIND_SPECS: Record<(typeof OPERATIONS_KINDS)[number], KindSpec> = {
  operations: {
    label: 'Operations',
    help: 'How fresh the data is, how its files were loaded, and how queries have fared lately.',
    takesFilters: false,
    parameters: [
      {
        name: 'view',
        label: 'View',
        help: 'Figures: numbers for tiles and alert rules. Queries: a row per kind of query. History: queries by minute. Load: a row per file.',
        type: 'choice',
        choices: choices(OPERATIONS_VIEWS),
        default: 'figures',
      },
      {
        name: 'figure',
        label: 'Figure',
        help: 'View figures: the one number that an alert rule compares. Empty: all of them.',
        type: 'choice',
        choices: choices(OPERATIONS_FIGURES),
      },
      {
        name: 'minutes',
        label: 'Last minutes',
        help: 'How far back queries, and webhooks newly given up, are counted.',
        type: 'integer',
        min: 1,
        max: 1_440,
        default: 15,
      },
    ],
  },
};
