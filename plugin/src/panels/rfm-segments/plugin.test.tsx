import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type SegmentsOptions } from './options';
import { loaded, shopFrames } from './testing/frames';

offerEditors('radio', 'boolean', 'text');

const show = (options: SegmentsOptions) => renderPanel(plugin, loaded(shopFrames()), options);

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(screen.getByRole('group', { name: 'RFM segments, areas by customers' })).toBeVisible();
  });

  it('writes the chosen segment to the variable that is set', async () => {
    locationService.push('/d/overview');
    show({ ...DEFAULT_OPTIONS, variable: 'group' });
    await userEvent.click(screen.getByRole('button', { name: /^New:/ }));
    expect(locationService.getSearchObject()).toEqual({ 'var-group': 'New' });
  });

  it('offers no choice without a variable', () => {
    show({ ...DEFAULT_OPTIONS, variable: '' });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
