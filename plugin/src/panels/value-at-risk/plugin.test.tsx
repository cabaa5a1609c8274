import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { DEFAULT_OPTIONS, type ValueOptions } from './options';
import { plugin } from './plugin';
import { loaded, valueFrame } from './testing/frames';

offerEditors('radio', 'boolean', 'text', 'number', 'select');

const show = (options: ValueOptions) => renderPanel(plugin, loaded(valueFrame()), options);

it('works at once with its defaults', () => {
  expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
  show(DEFAULT_OPTIONS);
  expect(screen.getByRole('table', { name: 'Value by churn risk' })).toBeVisible();
});

it('writes what is chosen to the address, and takes it back there', async () => {
  locationService.push('/d/any');
  show(DEFAULT_OPTIONS);
  await userEvent.click(screen.getByRole('button', { name: /^Low value, high/ }));
  expect(locationService.getSearchObject()).toEqual({ 'var-value_class': 'low_value', 'var-value_band': 'high' });
  expect(screen.getByRole('button', { name: /^Low value, high/ })).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(screen.getByRole('button', { name: /^Low value, high/ }));
  expect(Object.values(locationService.getSearchObject()).join('')).toBe('');
});

it('offers no choice without a variable', () => {
  show({ ...DEFAULT_OPTIONS, bandVariable: '' });
  expect(screen.queryByRole('button', { name: /^Low value, high/ })).not.toBeInTheDocument();
});

it('offers links, and no standard option that means nothing here', () => {
  expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
});
