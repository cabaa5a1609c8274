import { render, screen, within } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { asRole } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import Home from './Home';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  // Grafana puts its own page around the app's when it starts.
  PluginPage: ({ children, actions }: { children: ReactNode; actions: ReactNode }) => (
    <main>
      {actions}
      {children}
    </main>
  ),
}));

const link = (name: RegExp | string) => screen.getByRole('link', { name }).getAttribute('href');

describe('the home page', () => {
  it('says what is loaded and leads to the dashboard on all days of the data', async () => {
    grafanaWith([sourceSettings('shop', 'My shop')], () => ready());
    render(<Home settings={undefined} />);
    expect(await screen.findByText('R$ 15,739,137.01')).toBeVisible();
    const [path, query] = link(/^Executive overview/)?.split('?') ?? [];
    expect(path).toBe('/d/churnwatch-executive-overview');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      from: String(Date.UTC(2016, 8, 4)),
      to: String(Date.UTC(2018, 8, 5)),
      'var-datasource': 'shop',
    });
  });

  it('tells sample data from own data', async () => {
    grafanaWith([sourceSettings('a'), sourceSettings('b')], (uid) => ready({ sample: uid === 'a' }));
    render(<Home settings={undefined} />);
    expect(await within(screen.getByRole('region', { name: 'a' })).findByText('Sample data')).toBeVisible();
    expect(await within(screen.getByRole('region', { name: 'b' })).findByText('Own data')).toBeVisible();
  });

  it('shows the default first and names it, the others by name', async () => {
    grafanaWith([sourceSettings('c'), sourceSettings('a'), sourceSettings('b')], () => ready());
    render(<Home settings={{ defaultDatasource: 'b' }} />);
    expect(await screen.findAllByText('Own data')).toHaveLength(3);
    const regions = screen.getAllByRole('region');
    expect(regions.map((region) => within(region).getByRole('heading').textContent)).toEqual(['b', 'a', 'c']);
    expect(within(regions[0] ?? document.body).getByText('Default')).toBeVisible();
    expect(screen.getAllByText('Default')).toHaveLength(1);
  });

  it('does not speak of a default where there is one data source only', async () => {
    grafanaWith([sourceSettings('a')], () => ready());
    render(<Home settings={{ defaultDatasource: 'gone' }} />);
    expect(await screen.findByText('Own data')).toBeVisible();
    expect(screen.queryByText('Default')).not.toBeInTheDocument();
  });

  it('leads administrators to the settings of data source and app', async () => {
    asRole('Admin');
    grafanaWith([sourceSettings('a b')], () => ready());
    render(<Home settings={undefined} />);
    expect(await screen.findByText('Own data')).toBeVisible();
    expect(link('Settings')).toBe('/connections/datasources/edit/a%20b');
    expect(link('Configuration')).toBe('/a/churnwatch-retention-app/settings');
  });

  it.each(['Editor', 'Viewer'] as const)(
    'leads a reader of role %s to no settings: Grafana would refuse',
    async (role) => {
      asRole(role);
      grafanaWith([sourceSettings('a')], () => ready());
      render(<Home settings={undefined} />);
      expect(await screen.findByText('Own data')).toBeVisible();
      expect(screen.queryByRole('link', { name: 'Settings' })).not.toBeInTheDocument();
      expect(screen.queryByRole('link', { name: 'Configuration' })).not.toBeInTheDocument();
    },
  );

  it('leads to a new data source when there is none', () => {
    grafanaWith([], () => undefined);
    render(<Home settings={undefined} />);
    expect(screen.getByText('There is no Churnwatch data source yet')).toBeVisible();
    expect(link('Add the data source')).toBe('/connections/datasources/churnwatch-warehouse-datasource');
  });

  it('offers no dashboard while there is nothing to show on it', async () => {
    grafanaWith([sourceSettings('a')], () => ({ state: 'failed', error: 'The folder /srv/olist is empty.' }));
    render(<Home settings={undefined} />);
    expect(await screen.findByText('The folder /srv/olist is empty.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Executive/ })).not.toBeInTheDocument();
  });

  it('keeps one data source that fails from the others', async () => {
    grafanaWith([sourceSettings('a'), sourceSettings('b')], (uid) => {
      if (uid === 'a') throw new Error('Plugin unavailable');
      return ready();
    });
    render(<Home settings={undefined} />);
    expect(await screen.findByText('Plugin unavailable')).toBeVisible();
    expect(await screen.findByText('Own data')).toBeVisible();
  });

  it('is free of violations of accessibility rules', async () => {
    grafanaWith([sourceSettings('a'), sourceSettings('b')], () => ready({ sample: true }));
    const { container } = render(<Home settings={undefined} />);
    expect(await screen.findAllByText('Sample data')).toHaveLength(2);
    await expectAccessible(container);
  });
});
