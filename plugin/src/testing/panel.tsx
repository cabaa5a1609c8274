import {
  EventBusSrv,
  FieldConfigProperty,
  getDefaultTimeRange,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  type PanelData,
  type PanelPlugin,
} from '@grafana/data';
import { render } from '@testing-library/react';
import React from 'react';

/**
 * Names the editors that a panel's options may ask for. Grafana does so when it starts; to be called before anything
 * reads what the panel offers.
 */
export function offerEditors(...ids: readonly string[]): void {
  standardEditorsRegistry.setInit(() => ids.map((id) => ({ id, name: id, editor: () => null })));
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
}

/**
 * Shows a panel with its data as a dashboard would.
 *
 * @throws Error when the plugin has no panel
 */
export function renderPanel<Options extends object>(
  plugin: PanelPlugin<Options>,
  data: Omit<PanelData, 'timeRange'>,
  options: Options,
): void {
  const Panel = plugin.panel;
  if (!Panel) throw new Error('The plugin has no panel.');
  render(
    <Panel
      id={1}
      data={{ ...data, timeRange: getDefaultTimeRange() }}
      timeRange={getDefaultTimeRange()}
      timeZone="utc"
      options={options}
      transparent={false}
      width={800}
      height={500}
      fieldConfig={{ defaults: {}, overrides: [] }}
      renderCounter={0}
      title="Panel"
      eventBus={new EventBusSrv()}
      onOptionsChange={jest.fn()}
      onFieldConfigChange={jest.fn()}
      replaceVariables={(text) => text}
      onChangeTimeRange={jest.fn()}
    />,
  );
}
