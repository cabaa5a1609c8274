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
import { DEFAULT_OPTIONS, type MapOptions } from './options';
import { plugin } from './plugin';
import { loaded, shopFrames } from './testing/frames';

// Grafana fills these when it starts; a panel's options and field options are made of what they hold.
const EDITORS = ['radio', 'select', 'boolean', 'text'];
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

function panelProps(options: MapOptions): PanelProps<MapOptions> {
  return {
    id: 1,
    data: { ...loaded(shopFrames()), timeRange: getDefaultTimeRange() },
    timeRange: getDefaultTimeRange(),
    timeZone: 'utc',
    options,
    transparent: false,
    width: 800,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Map',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: MapOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    renderPanel(DEFAULT_OPTIONS);
    expect(screen.getByRole('group', { name: 'Map of Brazil: states by Revenue' })).toBeVisible();
  });

  it('writes the chosen state to the variable that is set', async () => {
    locationService.push('/d/geography');
    renderPanel({ ...DEFAULT_OPTIONS, variable: 'uf' });
    await userEvent.click(screen.getByRole('button', { name: /^São Paulo/ }));
    expect(locationService.getSearchObject()).toEqual({ 'var-uf': 'SP' });
    expect(screen.getByRole('group', { name: 'Cities of São Paulo by Revenue' })).toBeVisible();
  });

  it('keeps the choice to itself without a variable', async () => {
    locationService.push('/d/geography');
    renderPanel({ ...DEFAULT_OPTIONS, variable: '' });
    await userEvent.click(screen.getByRole('button', { name: /^São Paulo/ }));
    expect(locationService.getSearchObject()).toEqual({});
    await userEvent.click(screen.getByRole('button', { name: 'Back to all of Brazil' }));
    expect(screen.getByRole('group', { name: 'Map of Brazil: states by Revenue' })).toBeVisible();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
