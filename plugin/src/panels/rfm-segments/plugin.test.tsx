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
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type SegmentsOptions } from './options';
import { loaded, shopFrames } from './testing/frames';

// Grafana fills these when it starts; a panel's options and field options are made of what they hold.
standardEditorsRegistry.setInit(() => ['radio', 'boolean', 'text'].map((id) => ({ id, name: id, editor: () => null })));
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

function panelProps(options: SegmentsOptions): PanelProps<SegmentsOptions> {
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
    title: 'Segments',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: SegmentsOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    renderPanel(DEFAULT_OPTIONS);
    expect(screen.getByRole('group', { name: 'RFM segments, areas by customers' })).toBeVisible();
  });

  it('writes the chosen segment to the variable that is set', async () => {
    locationService.push('/d/overview');
    renderPanel({ ...DEFAULT_OPTIONS, variable: 'group' });
    await userEvent.click(screen.getByRole('button', { name: /^New:/ }));
    expect(locationService.getSearchObject()).toEqual({ 'var-group': 'New' });
  });

  it('offers no choice without a variable', () => {
    renderPanel({ ...DEFAULT_OPTIONS, variable: '' });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
