import { DEFAULT_LANGUAGE, labelOf, type FieldConfig, type Frame } from '../../contract';
import { warningStatesIn } from '../in-language/frames';

const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };
const SHARE: FieldConfig = { unit: 'percentunit', decimals: 1 };
const HOURS: FieldConfig = { unit: 'h', decimals: 1 };

/** Unit, decimals and meaning of the columns of early warnings that no other kind has. */
const CONFIG: Readonly<Record<string, FieldConfig>> = {
  created_at: { description: 'When the warning was made.' },
  as_of: { description: 'The last day of data that the warning knows of.' },
  warning_state: {
    description: 'New, acknowledged, acted, resolved or false alarm.',
    mappings: warningStatesIn(DEFAULT_LANGUAGE),
  },
  version: { ...COUNT, description: 'Counts the changes of the warning.' },
  trigger: { description: 'An event of the customer, or the scoring of everyone.' },
  returned_on: { description: 'First purchase after the warning, within the horizon.' },
  open_warnings: { ...COUNT, description: 'New or acknowledged, now.' },
  unacknowledged_warnings: { ...COUNT, description: 'Nobody has taken them up yet, now.' },
  new_today: { ...COUNT, description: 'Made today (UTC).' },
  warnings: { ...COUNT, description: 'Made in the time range.' },
  revenue_at_risk: { unit: 'currencyBRL', description: 'Of the customers warned of in the time range.' },
  response_hours: { ...HOURS, description: 'Median time from the warning to somebody taking it up.' },
  acting_hours: { ...HOURS, description: 'Median time from the warning to the action.' },
  acted_share: { ...SHARE, description: 'Share of the warnings that were acted on.' },
  false_alarm_share: { ...SHARE, description: 'Share of the warnings that were false alarms.' },
  suppressed_by_limit: { ...COUNT, description: 'Customers beyond the daily limit of their segment.' },
  suppressed_by_cool_down: { ...COUNT, description: 'Customers who had been warned of a short while before.' },
  acted_return_share: { ...SHARE, description: 'Share of those acted on who bought again within the horizon.' },
  held_out_return_share: { ...SHARE, description: 'The same share of those who were left alone.' },
  return_difference: { ...SHARE, description: 'The share of those acted on less that of those left alone.' },
  acted: { ...COUNT, description: 'Acted on.' },
  return_share: { ...SHARE, description: 'Share who bought again within the horizon, or difference of such shares.' },
  returned: { ...COUNT, description: 'Bought again within the horizon.' },
  customers: { ...COUNT, description: 'Warnings whose horizon has passed.' },
  pending: { ...COUNT, description: 'Warnings whose horizon has not passed yet.' },
  lower_95: { ...SHARE, description: 'Lower end of the 95% interval.' },
  upper_95: { ...SHARE, description: 'Upper end of the 95% interval.' },
};

/** What a column of early warnings is shown as. */
export const configOf = (name: string): FieldConfig => ({ displayNameFromDS: labelOf(name), ...CONFIG[name] });

/** A frame whose columns are shown as those of early warnings, where these say so. */
export function configured(frame: Frame): Frame {
  const own = (name: string): FieldConfig | undefined => (name === 'revenue_at_risk' ? undefined : CONFIG[name]);
  return {
    ...frame,
    fields: frame.fields.map((field) => ({ ...field, config: { ...field.config, ...own(field.column.name) } })),
  };
}
