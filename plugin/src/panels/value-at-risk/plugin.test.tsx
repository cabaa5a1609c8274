import {
  EventBusSrv,
  FieldConfigProperty,
  getDefaultTimeRange,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  type PanelProps,
} from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { DEFAULT_OPTIONS, type ValueOptions } from './options';
import { plugin } from './plugin';
import { loaded, valueFrame } from './testing/frames';

// Grafana fills these when it starts; a panel's options and field options are made of what they hold.
const EDITORS = ['radio', 'boolean', 'text', 'number', 'select'];
standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: () => null })));
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

function panelProps(options: ValueOptions): PanelProps<ValueOptions> {
  return {
    id: 1,
    data: { ...loaded(valueFrame()), timeRange: getDefaultTimeRange() },
    timeRange: getDefaultTimeRange(),
    timeZone: 'utc',
    options,
    transparent: false,
    width: 800,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'value at risk',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: ValueOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

it('works at once with its defaults', () => {
  expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
  renderPanel(DEFAULT_OPTIONS);
  expect(screen.getByRole('table', { name: 'Value by churn risk' })).toBeVisible();
});

it('writes what is chosen to the address, and takes it back there', async () => {
  locationService.push('/d/any');
  renderPanel(DEFAULT_OPTIONS);
  await userEvent.click(screen.getByRole('button', { name: /^Low value, high/ }));
  expect(locationService.getSearchObject()).toEqual({ 'var-value_class': 'low_value', 'var-value_band': 'high' });
  expect(screen.getByRole('button', { name: /^Low value, high/ })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: /^Low value, high/ }));
  expect(Object.values(locationService.getSearchObject()).join('')).toBe('');
});

it('offers no choice without a variable', () => {
  renderPanel({ ...DEFAULT_OPTIONS, bandVariable: '' });
  expect(screen.queryByRole('button', { name: /^Low value, high/ })).not.toBeInTheDocument();
});

it('offers links, and no standard option that means nothing here', () => {
  expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
});
