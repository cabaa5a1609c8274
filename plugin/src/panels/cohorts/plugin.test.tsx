import { FieldConfigProperty } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerEditors, renderPanel } from '../../testing/panel';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type CohortsOptions } from './options';
import { loaded } from './testing/frames';

offerEditors('radio', 'boolean', 'text', 'number');

const show = (options: CohortsOptions) => renderPanel(plugin, loaded(), options);

const cell = () => within(screen.getByRole('group', { name: /^Cohorts/ })).getByRole('button');

beforeEach(() => locationService.push('/d/cohorts?from=1'));

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(screen.getByRole('group', { name: 'Cohorts by their first purchase: Retention' })).toBeVisible();
  });

  it('writes the chosen cell to its two variables, and takes both back', async () => {
    show(DEFAULT_OPTIONS);
    await userEvent.click(cell());
    expect(locationService.getSearchObject()).toEqual({
      from: '1',
      'var-cohort': '2018-01-01',
      'var-cohort_period': '2018-02-01',
    });
    expect(cell()).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Show all customers' }));
    expect(cell()).toHaveAttribute('aria-pressed', 'false');
  });

  it('writes the cohort alone where there is no variable for the period', async () => {
    show({ ...DEFAULT_OPTIONS, periodVariable: '' });
    await userEvent.click(cell());
    expect(locationService.getSearchObject()).toEqual({ from: '1', 'var-cohort': '2018-01-01' });
  });

  it('shows what the address says, and nothing where it says nonsense', () => {
    show(DEFAULT_OPTIONS);
    act(() => locationService.push('/d/cohorts?var-cohort=2018-02-01&var-cohort_period=2018-03-01'));
    expect(screen.getByRole('status')).toHaveTextContent('Feb 2018, 1 month later: 2 of 1,000 customers');
    act(() => locationService.push('/d/cohorts?var-cohort=everybody'));
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('offers no choice without a variable', () => {
    show({ ...DEFAULT_OPTIONS, cohortVariable: '' });
    expect(within(screen.getByRole('group', { name: /^Cohorts/ })).queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
