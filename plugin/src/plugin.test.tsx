import { PluginType, type AppPluginMeta, type AppRootProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { plugin } from './plugin';
import type { AppSettings } from './pages/settings';
import { grafanaWith, ready, sourceSettings } from './testing/status';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

const logos = { small: '', large: '' };
const meta: AppPluginMeta<AppSettings> = {
  id: 'churnwatch-retention-app',
  name: 'Churnwatch',
  type: PluginType.app,
  module: '',
  baseUrl: '',
  info: { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' },
  jsonData: {},
};

const rootProps: AppRootProps<AppSettings> = {
  meta,
  basename: '/a/churnwatch-retention-app',
  query: {},
  path: '',
  onNavChanged: jest.fn(),
};

describe('the app', () => {
  it.each(['/', '/home', '/no/such/page'])('shows the home page at %s', async (path) => {
    grafanaWith([sourceSettings('a', 'Shop A')], () => ready());
    const Root = plugin.root;
    if (!Root) throw new Error('The app has no pages.');
    const future = { v7_startTransition: true, v7_relativeSplatPath: true };
    render(
      <MemoryRouter initialEntries={[path]} future={future}>
        <Root {...rootProps} />
      </MemoryRouter>,
    );
    expect(await screen.findByRole('heading', { name: 'Shop A' })).toBeVisible();
    expect(await screen.findByText('Own data')).toBeVisible();
  });

  it.each(['/customers', '/customer', '/alerts', '/models', '/data'])(
    'asks at %s for a data source where there is none',
    async (path) => {
      grafanaWith([], () => undefined);
      const Root = plugin.root;
      if (!Root) throw new Error('The app has no pages.');
      const future = { v7_startTransition: true, v7_relativeSplatPath: true };
      render(
        <MemoryRouter initialEntries={[path]} future={future}>
          <Root {...rootProps} />
        </MemoryRouter>,
      );
      expect(await screen.findByRole('link', { name: 'Add the data source' })).toBeVisible();
    },
  );

  it('has a configuration page', async () => {
    grafanaWith([sourceSettings('a', 'Shop A')], () => ready());
    const [page] = plugin.configPages ?? [];
    if (!page) throw new Error('The app has no configuration page.');
    const Page = page.body;
    plugin.meta = meta;
    render(<Page plugin={plugin} query={{}} />);
    expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
  });
});
