import type { QueryContext } from '../context';

/** What a forecast needs to know: not who asks, nor what part of time they look at. */
export type ForecastContext = Pick<
  QueryContext,
  'engine' | 'generation' | 'settings' | 'asOf' | 'language' | 'signal' | 'snapshot' | 'scored' | 'forecast'
>;
