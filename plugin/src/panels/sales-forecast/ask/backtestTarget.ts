import type { FORECAST_KINDS, ForecastView } from '@contract';

const KIND = 'sales_forecast' satisfies (typeof FORECAST_KINDS)[number];
const VIEW = 'backtest' satisfies ForecastView;

/** A query as a panel keeps it. */
export interface AnyTarget {
  refId: string;
  hide?: boolean;
}

/** The query among a panel's own that asks for a forecast over time; undefined where there is none. */
export function forecastTarget<Target extends AnyTarget>(targets: readonly Target[]): Target | undefined {
  const asking = targets.filter((target) => !target.hide && readKey(target, 'kind') === KIND);
  return asking.find((target) => OVER_TIME.includes(String(readKey(target, 'view') ?? 'forecast')));
}

const OVER_TIME: readonly string[] = ['forecast', VIEW] satisfies readonly ForecastView[];

/** The same query, asking for the forecasts of the past. */
export function backtestTarget<Target extends AnyTarget>(target: Target): Target & { view: typeof VIEW } {
  return { ...target, view: VIEW };
}

function readKey(target: AnyTarget, name: string): unknown {
  return Object.entries(target).find(([key]) => key === name)?.[1];
}
