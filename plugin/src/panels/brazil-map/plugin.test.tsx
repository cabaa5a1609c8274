import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { DEFAULT_OPTIONS, type MapOptions } from './options';
import { plugin } from './plugin';
import { loaded, shopFrames } from './testing/frames';

offerEditors('radio', 'select', 'boolean', 'text');

const show = (options: MapOptions) => renderPanel(plugin, loaded(shopFrames()), options);

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(screen.getByRole('group', { name: 'Map of Brazil: states by Revenue' })).toBeVisible();
  });

  it('writes the chosen state to the variable that is set', async () => {
    locationService.push('/d/geography');
    show({ ...DEFAULT_OPTIONS, variable: 'uf' });
    await userEvent.click(screen.getByRole('button', { name: /^São Paulo/ }));
    expect(locationService.getSearchObject()).toEqual({ 'var-uf': 'SP' });
    expect(screen.getByRole('group', { name: 'Cities of São Paulo by Revenue' })).toBeVisible();
  });

  it('keeps the choice to itself without a variable', async () => {
    locationService.push('/d/geography');
    show({ ...DEFAULT_OPTIONS, variable: '' });
    await userEvent.click(screen.getByRole('button', { name: /^São Paulo/ }));
    expect(locationService.getSearchObject()).toEqual({});
    await userEvent.click(screen.getByRole('button', { name: 'Back to all of Brazil' }));
    expect(screen.getByRole('group', { name: 'Map of Brazil: states by Revenue' })).toBeVisible();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
