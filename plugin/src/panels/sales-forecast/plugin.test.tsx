import { FieldConfigProperty } from '@grafana/data';
import { screen } from '@testing-library/react';
import { offerEditors, renderPanel } from '../../testing/panel';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type ForecastOptions } from './options';
import { forecastFrame, loaded } from './testing/frames';

offerEditors('radio', 'boolean', 'number');

const show = (options: ForecastOptions) => renderPanel(plugin, loaded([forecastFrame()]), options);

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(screen.getByRole('slider', { name: 'Actual and expected over time' })).toBeVisible();
  });

  it('offers no past forecasts where Grafana does not say what was asked', () => {
    show({ ...DEFAULT_OPTIONS, view: 'backtest' });
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('offers how values are written, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([
      FieldConfigProperty.Unit,
      FieldConfigProperty.Decimals,
    ]);
  });
});
