import {
  EventBusSrv,
  FieldConfigProperty,
  getDefaultTimeRange,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  type PanelProps,
} from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type ForecastOptions } from './options';
import { forecastFrame, loaded } from './testing/frames';

// Grafana fills these when it starts; a panel's options and field options are made of what they hold.
standardEditorsRegistry.setInit(() =>
  ['radio', 'boolean', 'number'].map((id) => ({ id, name: id, editor: () => null })),
);
standardFieldConfigEditorRegistry.setInit(() =>
  Object.values(FieldConfigProperty).map((id) => ({
    id,
    path: id,
    name: id,
    editor: () => null,
    override: () => null,
    process: (value) => value,
    shouldApply: () => true,
  })),
);

function panelProps(options: ForecastOptions): PanelProps<ForecastOptions> {
  return {
    id: 1,
    data: { ...loaded([forecastFrame()]), timeRange: getDefaultTimeRange() },
    timeRange: getDefaultTimeRange(),
    timeZone: 'utc',
    options,
    transparent: false,
    width: 800,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Forecast',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: ForecastOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    renderPanel(DEFAULT_OPTIONS);
    expect(screen.getByRole('slider', { name: 'Actual and expected over time' })).toBeVisible();
  });

  it('offers no past forecasts where Grafana does not say what was asked', () => {
    renderPanel({ ...DEFAULT_OPTIONS, view: 'backtest' });
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('offers how values are written, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([
      FieldConfigProperty.Unit,
      FieldConfigProperty.Decimals,
    ]);
  });
});
