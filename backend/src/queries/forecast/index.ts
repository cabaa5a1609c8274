import type { ForecastQuery, ForecastView, Frame, SalesForecastQuery } from '../../contract';
import type { QueryContext } from '../context';
import { forecastQuality } from './quality';
import { forecastShortfall } from './shortfall';
import { anomaliesView } from './views/anomalies';
import { backtestView } from './views/backtest';
import { deviationsView } from './views/deviations';
import { forecastView } from './views/forecast';
import { sumsView } from './views/sums';

type View = (query: SalesForecastQuery, context: QueryContext) => Promise<Frame[]>;

const VIEWS: Record<ForecastView, View> = {
  forecast: forecastView,
  sums: sumsView,
  backtest: backtestView,
  anomalies: anomaliesView,
  deviations: deviationsView,
};

/**
 * The frames that answer a query about what sales to expect.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export function forecasts(query: ForecastQuery, context: QueryContext): Promise<Frame[]> {
  switch (query.kind) {
    case 'sales_forecast':
      return VIEWS[query.view ?? 'forecast'](query, context);
    case 'forecast_quality':
      return forecastQuality(query, context);
    case 'forecast_shortfall':
      return forecastShortfall(query, context);
  }
}
