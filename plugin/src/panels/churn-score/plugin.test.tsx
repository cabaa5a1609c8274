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
import { DEFAULT_OPTIONS, type ChurnScoreOptions } from './options';
import { loaded, scoreFrames } from './testing/frames';

// Grafana fills these when it starts; a panel's options and field options are made of what they hold.
standardEditorsRegistry.setInit(() =>
  ['radio', 'multi-select', 'number', 'text'].map((id) => ({ id, name: id, editor: () => null })),
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

function panelProps(options: ChurnScoreOptions): PanelProps<ChurnScoreOptions> {
  return {
    id: 1,
    data: { ...loaded(scoreFrames()), timeRange: getDefaultTimeRange() },
    timeRange: getDefaultTimeRange(),
    timeZone: 'utc',
    options,
    transparent: false,
    width: 800,
    height: 500,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: 'Churn score',
    eventBus: new EventBusSrv(),
    onOptionsChange: jest.fn(),
    onFieldConfigChange: jest.fn(),
    replaceVariables: (text) => text,
    onChangeTimeRange: jest.fn(),
  };
}

function renderPanel(options: ChurnScoreOptions): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(<Panel {...panelProps(options)} />);
}

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    renderPanel(DEFAULT_OPTIONS);
    expect(screen.getByRole('heading', { name: 'Why this score' })).toBeVisible();
  });

  it('leads to the customer by the link that is set', () => {
    renderPanel({ ...DEFAULT_OPTIONS, customerLink: '/c?id=${__value}' });
    expect(screen.getByRole('link', { name: '5a1c0f5e…' })).toHaveAttribute(
      'href',
      '/c?id=5a1c0f5e3b7d4926a8e0c1f2d3b4a596',
    );
  });

  it('offers no what-ifs where Grafana does not say what was asked', () => {
    renderPanel(DEFAULT_OPTIONS);
    expect(screen.queryByRole('heading', { name: 'What if?' })).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
