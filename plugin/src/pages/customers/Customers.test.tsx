import type { DataQueryRequest } from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import { of, throwError } from 'rxjs';
import { download } from '../../format/csv';
import { frameOf, listFrames } from '../../panels/churn-score/testing/frames';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { renderAt } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import Customers from './Customers';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

jest.mock('../../format/csv', () => ({ ...jest.requireActual('../../format/csv'), download: jest.fn() }));

const SCORED = { ...ready(), model: { state: 'ready', id: 'm1' } };
const many = (rows: number) =>
  frameOf(
    'customers',
    Array.from({ length: rows }, (_, at) => ({ customer_id: `${at}`.padStart(32, 'c'), monetary: 12.5, state: 'SP' })),
  );
let asked: object[] = [];
let lists = listFrames();

beforeEach(() => {
  asked = [];
  lists = listFrames();
  giveElementsSize(1_200, 800);
  grafanaWith([sourceSettings('shop')], () => SCORED);
  jest.spyOn(DataSourceWithBackend.prototype, 'query').mockImplementation((request: DataQueryRequest) => {
    const [target] = request.targets;
    if (JSON.stringify(target).includes('"values"'))
      return of({ data: [frameOf('values', [{ value: 'RJ' }, { value: 'SP' }])] });
    asked.push(target ?? {});
    return of({ data: lists });
  });
});
afterEach(() => jest.restoreAllMocks());

const renderList = (search = '') => renderAt(search, <Customers settings={undefined} />);
const address = () => screen.getByRole('note').textContent;
const last = () => asked.at(-1);

describe('the list of customers', () => {
  it('shows customers with their risk, each leading to its page', async () => {
    const { container } = renderList('?source=shop');
    expect(await screen.findByRole('region', { name: 'Customers' })).toBeVisible();
    const [link] = screen.getAllByRole('link');
    expect(link?.getAttribute('href')).toMatch(/^\/a\/churnwatch-retention-app\/customer\?id=\w+&source=shop$/);
    expect(screen.getByText(/^Judged as of Aug 22, 2018/)).toBeVisible();
    await expectAccessible(container);
  });

  it('sorts all customers by a head, and the other way at the second use', async () => {
    renderList();
    await userEvent.click(await screen.findByRole('button', { name: 'Spent' }));
    await waitFor(() => expect(last()).toMatchObject({ sort: 'monetary', descending: true }));
    await userEvent.click(await screen.findByRole('button', { name: 'Spent' }));
    await waitFor(() => expect(last()).toMatchObject({ sort: 'monetary', descending: false }));
    expect(address()).toBe('?sort=monetary&order=asc');
  });

  it('reads on and back, and begins anew when the list is narrowed', async () => {
    lists = [many(51)];
    renderList('?page=2');
    expect(await screen.findByText('Rows 51 to 100')).toBeVisible();
    expect(screen.getAllByRole('rowheader')).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(last()).toMatchObject({ offset: 100 }));
    await userEvent.type(screen.getByRole('searchbox', { name: /Customer/ }), '8d');
    await waitFor(() => expect(last()).toMatchObject({ search: '8d', offset: 0 }));
    expect(address()).toBe('?q=8d');
  });

  it('has no page after the last one', async () => {
    renderList();
    expect(await screen.findByText(/^Rows 1 to /)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
  });

  it('is narrowed to the states chosen', async () => {
    renderList();
    await userEvent.click(await screen.findByRole('combobox', { name: 'State' }));
    await userEvent.click(await screen.findByRole('option', { name: 'RJ' }));
    await waitFor(() => expect(last()).toMatchObject({ filters: { state: ['RJ'] } }));
    expect(address()).toBe('?state=RJ');
  });

  it('says what links have narrowed it to, and takes it away again', async () => {
    renderList('?behind=Revenue&not-state=SP&where=monetary>500&to=1535500800000&buyers=range');
    expect(await screen.findByText(/Customers behind “Revenue”/)).toBeVisible();
    const names = screen.getByRole('list', { name: 'Also narrowed to' });
    expect(names).toHaveTextContent('State is not SP');
    expect(names).toHaveTextContent('Data up to Aug 28, 2018');
    await userEvent.click(screen.getByRole('button', { name: 'Monetary value > 500' }));
    await userEvent.click(screen.getByRole('button', { name: 'Bought from the start of the data to Aug 28, 2018' }));
    await waitFor(() => expect(address()).toBe('?not-state=SP&to=1535500800000&behind=Revenue'));
  });

  it('exports all customers of the list, not only the page', async () => {
    renderList('?page=2&state=SP');
    await userEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(download).toHaveBeenCalledWith('customers.csv', expect.stringContaining('customer_id')));
    expect(last()).toMatchObject({ offset: 0, limit: 100_000, filters: { state: ['SP'] } });
  });

  it('says that nobody matches, and what to do', async () => {
    lists = [frameOf('churn_scores', [])];
    const { container } = renderList('?q=zz');
    expect(await screen.findByText('No customer matches')).toBeVisible();
    await expectAccessible(container);
  });

  it('says what the backend says when it refuses', async () => {
    jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(throwError(() => new Error('Too late.')));
    renderList();
    expect(await screen.findByRole('alert', { name: 'The customers could not be listed' })).toHaveTextContent(
      'Too late.',
    );
  });

  it('lists purchases while no model serves, and says why', async () => {
    grafanaWith([sourceSettings('shop')], () => ({
      ...ready(),
      model: { state: 'none', reason: 'Too little history.' },
    }));
    lists = [many(2)];
    renderList('?band=high');
    expect(await screen.findByText('Too little history.')).toBeVisible();
    expect(await screen.findByText('Rows 1 to 2')).toBeVisible();
    expect(last()).toMatchObject({ kind: 'customers', sort: 'monetary' });
    expect(screen.queryByRole('columnheader', { name: 'Risk' })).not.toBeInTheDocument();
  });

  it('says that the backend is down, that the data is being built, or that there is no data source', async () => {
    grafanaWith([sourceSettings('shop')], () => {
      throw new Error('Plugin unavailable');
    });
    renderList();
    expect(await screen.findByText('Plugin unavailable')).toBeVisible();
    grafanaWith([], () => undefined);
    renderList();
    expect(screen.getByRole('link', { name: 'Add the data source' })).toBeVisible();
    expect(asked).toEqual([]);
  });
});
