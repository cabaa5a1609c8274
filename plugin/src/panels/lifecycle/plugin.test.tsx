import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type LifecycleOptions } from './options';
import { loaded } from './testing/frames';

offerEditors('radio', 'boolean', 'text', 'number');

const show = (options: LifecycleOptions) => renderPanel(plugin, loaded(), options);

const picture = () => screen.getByRole('group', { name: /^Customers by month/ });
const part = () => within(picture()).getByRole('button');

beforeEach(() => locationService.push('/d/base?from=1'));

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(picture()).toBeVisible();
  });

  it('writes the chosen part to its two variables, and takes both back', async () => {
    show(DEFAULT_OPTIONS);
    await userEvent.click(part());
    expect(locationService.getSearchObject()).toEqual({
      from: '1',
      'var-stage': 'new',
      'var-stage_period': '2018-03-01',
    });
    expect(part()).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Show all customers' }));
    expect(part()).toHaveAttribute('aria-pressed', 'false');
  });

  it('shows what the address says, and nothing where it says nonsense', () => {
    show(DEFAULT_OPTIONS);
    act(() => locationService.push('/d/base?var-stage=dormant&var-stage_period=2018-02-01'));
    expect(screen.getByRole('status')).toHaveTextContent('Feb 2018: Dormant, 1,200');
    act(() => locationService.push('/d/base?var-stage=asleep&var-stage_period=2018-02-01'));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it.each(['stageVariable', 'periodVariable'])('offers no choice without a variable: %s', (name) => {
    show({ ...DEFAULT_OPTIONS, [name]: '' });
    expect(within(picture()).queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
