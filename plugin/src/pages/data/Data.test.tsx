import type { LoadsBody, WarehouseStatus } from '@contract';
import { DataSourceWithBackend } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { type ReactNode } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { asRole, renderAt } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import Data from './Data';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));
jest.mock('./OperationsScene', () => ({ __esModule: true, default: () => <p>The figures</p> }));

const FILE = { table: 'orders', file: 'orders.csv', bytes: 6_300_000, rows_read: 9, rows_loaded: 9, rows_rejected: 0 };
const LOAD: LoadsBody['loads'][number] = {
  generation: 'g1',
  serves: true,
  built_at: '2026-11-21T07:41:12Z',
  sample: false,
  source: '/srv/olist',
  first_day: '2016-09-04',
  last_day: '2018-09-03',
  orders: 98_207,
  customers: 94_990,
  payments: 15_739_137.01,
  rows_read: 1_550_922,
  rows_rejected: 2,
  checks: 24,
  seconds: 10.44,
  files: [
    {
      ...FILE,
      rows_rejected: 2,
      rejects: [
        {
          reason: 'order_id is empty',
          rows: 2,
          examples: [
            { line: 7, record: ',5a1c0f5e' },
            { line: 9, record: null },
          ],
        },
      ],
      notes: ['1 of 9 orders have no payments'],
    },
    { ...FILE, table: 'order_reviews', file: null, bytes: 0, rejects: [], notes: ['absent'] },
  ],
};
let status: WarehouseStatus;
let loads: () => LoadsBody;

beforeEach(() => {
  status = ready();
  loads = () => ({ loads: [LOAD, { ...LOAD, generation: 'g0', serves: false }] });
  grafanaWith([sourceSettings('shop')], (_uid, path) => (path === 'warehouse/loads' ? loads() : status));
  asRole('Admin');
});
afterEach(() => jest.restoreAllMocks());

const renderPage = () => renderAt('', <Data settings={undefined} />);
const button = () => screen.findByRole('button', { name: 'Build anew' });

describe('the page about the data', () => {
  it('shows how the data was loaded, what was rejected and why, and the generations', async () => {
    const { container } = renderPage();
    const files = await screen.findByRole('region', { name: 'Files' });
    expect(within(files).getByText('order_reviews (absent)')).toBeVisible();
    expect(within(files).getByText('6.3 MB')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Rejected in orders.csv' })).toBeVisible();
    expect(screen.getByText(/2: order_id is empty/)).toBeVisible();
    expect(screen.getByText(',5a1c0f5e')).toBeVisible();
    expect(screen.getByText('Line 9')).toBeVisible();
    expect(screen.getByText(/24 tests of the finished tables passed; the build took 10.4 seconds/)).toBeVisible();
    const generations = screen.getByRole('region', { name: 'Generations' });
    expect(within(generations).getAllByText('Serves')).toHaveLength(1);
    expect(await screen.findByText('The figures')).toBeVisible();
    await expectAccessible(container);
  });

  it('says that nothing was rejected', async () => {
    loads = () => ({ loads: [{ ...LOAD, files: [{ ...FILE, rejects: [], notes: [] }] }] });
    renderPage();
    expect(await screen.findByText('No row was rejected.')).toBeVisible();
  });

  it('has the warehouse built anew, and says how far it has come and what answers meanwhile', async () => {
    const post = jest.spyOn(DataSourceWithBackend.prototype, 'postResource').mockImplementation(async () => {
      status = { ...ready(), state: 'building', progress: { step: 'reading orders', share: 0.3 } };
    });
    renderPage();
    await userEvent.click(await button());
    expect(post).toHaveBeenCalledWith('warehouse/rebuild', undefined, { showErrorAlert: false });
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '30');
    expect(screen.getByText('Dashboards keep answering from the data before.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Build anew' })).not.toBeInTheDocument();
  });

  it('says why it cannot be built now', async () => {
    const refusal = { data: { error: 'The warehouse is being built already; GET /status says how far.' } };
    jest.spyOn(DataSourceWithBackend.prototype, 'postResource').mockRejectedValue(refusal);
    renderPage();
    await userEvent.click(await button());
    expect(await screen.findByRole('alert', { name: 'The warehouse cannot be built now' })).toHaveTextContent(
      'already',
    );
  });

  it.each(['Editor', 'Viewer'] as const)('says to a reader of role %s which role a build takes', async (role) => {
    asRole(role);
    renderPage();
    expect(await screen.findByText(new RegExp(`It takes the role Admin; yours is ${role}`))).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Build anew' })).not.toBeInTheDocument();
  });

  it('says why there is no data, and lets it be built again', async () => {
    status = { state: 'failed', error: 'olist_orders_dataset.csv is missing.' };
    renderPage();
    expect(await screen.findByText('olist_orders_dataset.csv is missing.')).toBeVisible();
    expect(await button()).toBeEnabled();
    expect(screen.queryByText('The figures')).not.toBeInTheDocument();
  });

  it('says why the load reports cannot be read', async () => {
    loads = () => {
      throw new Error('The disk is gone.');
    };
    renderPage();
    expect(await screen.findByText('The disk is gone.')).toBeVisible();
  });

  it('says that the backend is down, or that there is no data source', async () => {
    grafanaWith([sourceSettings('shop')], () => {
      throw new Error('Plugin unavailable');
    });
    renderPage();
    expect(await screen.findByText('Plugin unavailable')).toBeVisible();
    grafanaWith([], () => undefined);
    renderPage();
    expect(screen.getByRole('link', { name: 'Add the data source' })).toBeVisible();
  });
});
