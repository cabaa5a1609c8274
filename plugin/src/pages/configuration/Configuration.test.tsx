import { AppPlugin, PluginType, type AppPluginMeta } from '@grafana/data';
import { setBackendSrv, type BackendSrv } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { of, throwError } from 'rxjs';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import type { AppSettings } from '../settings';
import Configuration from './Configuration';

const fetch = jest.fn();

function renderPage(jsonData: AppSettings): { reload: jest.Mock; container: HTMLElement } {
  const logos = { small: '', large: '' };
  const meta: AppPluginMeta<AppSettings> = {
    id: 'churnwatch-retention-app',
    name: 'Churnwatch',
    type: PluginType.app,
    module: '',
    baseUrl: '',
    info: { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' },
    enabled: true,
    pinned: false,
    jsonData,
  };
  const plugin = Object.assign(new AppPlugin<AppSettings>(), { meta });
  const reload = jest.fn();
  const { container } = render(<Configuration plugin={plugin} reload={reload} />);
  return { reload, container };
}

beforeEach(() => {
  giveElementsSize(400, 800);
  grafanaWith([sourceSettings('a', 'Shop A'), sourceSettings('b', 'Shop B')], () => ready());
  fetch.mockReset().mockReturnValue(of({}));
  const service: Partial<BackendSrv> = { fetch };
  setBackendSrv(service as BackendSrv);
});
afterEach(() => jest.restoreAllMocks());

describe('the configuration of the app', () => {
  it('shows which data source comes first, and the way to the settings of each', () => {
    renderPage({ defaultDatasource: 'b' });
    expect(screen.getByLabelText(/^Default data source/)).toHaveValue('Shop B');
    const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['Shop B', '/connections/datasources/edit/b'],
      ['Shop A', '/connections/datasources/edit/a'],
    ]);
  });

  it('saves the chosen one, leaves the rest as it is, and loads the page anew', async () => {
    const { reload } = renderPage({});
    await userEvent.click(screen.getByLabelText(/^Default data source/));
    await userEvent.click(await screen.findByRole('option', { name: 'Shop B' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(fetch.mock.calls[0]?.[0]).toMatchObject({
      url: '/api/plugins/churnwatch-retention-app/settings',
      method: 'POST',
      data: { enabled: true, pinned: false, jsonData: { defaultDatasource: 'b' } },
    });
  });

  it('says why it could not be saved, and can be tried again', async () => {
    fetch.mockReturnValue(throwError(() => ({ status: 403, data: { message: 'Only admins may do this.' } })));
    const { reload } = renderPage({});
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only admins may do this.');
    expect(reload).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  it('leads to a new data source when there is none', () => {
    grafanaWith([], () => undefined);
    renderPage({});
    expect(screen.getByRole('link', { name: 'Add the data source' })).toBeVisible();
  });

  it('is free of violations of accessibility rules', async () => {
    await expectAccessible(renderPage({}).container);
  });
});
