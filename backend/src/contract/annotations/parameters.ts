import { SALES_MEASURES } from '../kinds';
import { choices, type KindSpec } from '../parameter-specs';
import { ANNOTATION_SOURCES, type ANNOTATION_KINDS } from './kinds';

/** The parameters of the kind for events. */
export const ANNOTATION_KIND_SPECS: Record<(typeof ANNOTATION_KINDS)[number], KindSpec> = {
  annotations: {
    label: 'Events',
    help: 'What happened when: early warnings, unusual days of sales, campaigns, holidays, and when data was loaded. For annotations.',
    parameters: [
      {
        name: 'source',
        label: 'Events',
        help: 'Empty: all. Campaigns come from the CSV file that the data source settings name. Filters narrow anomalies and alerts only.',
        type: 'choices',
        choices: choices(ANNOTATION_SOURCES),
      },
      {
        name: 'measure',
        label: 'Measure',
        help: 'Of anomalies: days on which this lay far outside of what was to be expected.',
        type: 'choice',
        choices: choices(SALES_MEASURES),
        default: 'revenue',
      },
    ],
  },
};
