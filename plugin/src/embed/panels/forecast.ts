import type { DataQueryRequest } from '@grafana/data';
import {
  backtestTarget,
  createForecastPanel,
  DEFAULT_OPTIONS,
  forecastTarget,
  type AskBacktest,
} from '../../panels/sales-forecast';
import { runQueries } from '../api/query';
import type { PanelKind } from './panelKind';

/** Past forecasts here: asked of this page's own server. The variables in the panel's queries are replaced already. */
function serverBacktest(request: DataQueryRequest | undefined): AskBacktest | undefined {
  const target = request && forecastTarget(request.targets);
  if (!request || !target) return undefined;
  return async (signal) => {
    const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
    const { frames, errors } = await runQueries(
      { ...range, panel: request.panelId, queries: [{ ...backtestTarget(target) }] },
      signal,
    );
    if (errors[0]) throw new Error(errors[0].message);
    return frames;
  };
}

/** Our own panel, drawn by the same code as in Grafana. */
export const forecast: PanelKind = {
  component: createForecastPanel(serverBacktest),
  options: { ...DEFAULT_OPTIONS },
  fieldConfig: {},
  explainsNothing: true,
};
