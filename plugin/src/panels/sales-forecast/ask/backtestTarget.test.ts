import { backtestTarget, forecastTarget } from './backtestTarget';

const forecast = { refId: 'B', kind: 'sales_forecast', by: 'state' };

describe('the query that past forecasts are asked by', () => {
  it('is the first that is shown and asks for a forecast over time', () => {
    const targets = [
      { refId: 'A', kind: 'sales' },
      { ...forecast, hide: true },
      { ...forecast, view: 'sums' },
      forecast,
    ];
    expect(forecastTarget(targets)).toBe(forecast);
    expect(forecastTarget(targets.slice(0, 3))).toBeUndefined();
    expect(forecastTarget([])).toBeUndefined();
  });

  it('is the same otherwise', () => {
    expect(backtestTarget({ ...forecast, view: 'forecast', limit: 3 })).toEqual({
      ...forecast,
      view: 'backtest',
      limit: 3,
    });
  });
});
