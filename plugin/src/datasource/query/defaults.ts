import type { ChurnwatchQuery } from '@contract';
import { CoreApp } from '@grafana/data';

/** A query that draws at once: revenue over time; for alert rules one number per segment, which can be alerted on. */
export function defaultQuery(app?: CoreApp): ChurnwatchQuery {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting
    ? { kind: 'rfm_segments', measure: 'churned_share' }
    : { kind: 'sales', measure: 'revenue', grain: 'auto' };
}
