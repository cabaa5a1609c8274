import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { DEFAULT_OPTIONS, type MovementOptions } from './options';
import { plugin } from './plugin';
import { loaded, movesFrame } from './testing/frames';

offerEditors('radio', 'boolean', 'text', 'number', 'select');

const show = (options: MovementOptions) => renderPanel(plugin, loaded(movesFrame()), options);

it('works at once with its defaults', () => {
  expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
  show(DEFAULT_OPTIONS);
  expect(screen.getByRole('group', { name: 'Movement between segments' })).toBeVisible();
});

it('writes what is chosen to the address, and takes it back there', async () => {
  locationService.push('/d/any');
  show(DEFAULT_OPTIONS);
  await userEvent.click(screen.getByRole('button', { name: /^Lost → New/ }));
  expect(locationService.getSearchObject()).toEqual({ 'var-moved_from': 'Lost', 'var-moved_to': 'New' });
  expect(screen.getByRole('button', { name: /^Lost → New/ })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: /^Lost → New/ }));
  expect(Object.values(locationService.getSearchObject()).join('')).toBe('');
});

it('offers no choice without a variable', () => {
  show({ ...DEFAULT_OPTIONS, fromVariable: '' });
  expect(screen.queryByRole('button', { name: /^Lost → New/ })).not.toBeInTheDocument();
});

it('offers links, and no standard option that means nothing here', () => {
  expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
});
