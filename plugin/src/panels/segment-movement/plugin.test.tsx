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
import { DEFAULT_OPTIONS, type MovementOptions } from './options';
import { plugin } from './plugin';
import { loaded, movesFrame } from './testing/frames';

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

function panelProps(options: MovementOptions): PanelProps<MovementOptions> {
  return {
    id: 1,
    data: { ...loaded(movesFrame()), timeRange: getDefaultTimeRange() },
    timeRange: getDefaultTimeRange(),
    timeZone: 'utc',
    options,
    transparent: false,
    width: 800,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'movement',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: MovementOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

it('works at once with its defaults', () => {
  expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
  renderPanel(DEFAULT_OPTIONS);
  expect(screen.getByRole('group', { name: 'Movement between segments' })).toBeVisible();
});

it('writes what is chosen to the address, and takes it back there', async () => {
  locationService.push('/d/any');
  renderPanel(DEFAULT_OPTIONS);
  await userEvent.click(screen.getByRole('button', { name: /^Lost → New/ }));
  expect(locationService.getSearchObject()).toEqual({ 'var-moved_from': 'Lost', 'var-moved_to': 'New' });
  expect(screen.getByRole('button', { name: /^Lost → New/ })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: /^Lost → New/ }));
  expect(Object.values(locationService.getSearchObject()).join('')).toBe('');
});

it('offers no choice without a variable', () => {
  renderPanel({ ...DEFAULT_OPTIONS, fromVariable: '' });
  expect(screen.queryByRole('button', { name: /^Lost → New/ })).not.toBeInTheDocument();
});

it('offers links, and no standard option that means nothing here', () => {
  expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
});
