import { PluginType, type AppPluginMeta } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { asRole } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import type { AppSettings } from '../settings';
import Settings from './Settings';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

const logos = { small: '', large: '' };
const META: AppPluginMeta<AppSettings> = {
  id: 'churnwatch-retention-app',
  name: 'Churnwatch',
  type: PluginType.app,
  module: '',
  baseUrl: '',
  info: { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' },
  jsonData: {},
};

beforeEach(() => grafanaWith([sourceSettings('a', 'Shop A')], () => ready()));
afterEach(() => jest.restoreAllMocks());

describe('the page of the settings', () => {
  it('lets administrators change them, and leads to those of each data source', async () => {
    asRole('Admin');
    const { container } = render(<Settings meta={META} />);
    expect(screen.getByRole('button', { name: 'Save' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Shop A' })).toHaveAttribute('href', '/connections/datasources/edit/a');
    await expectAccessible(container);
  });

  it.each(['Editor', 'Viewer'] as const)('says to a reader of role %s which role it takes', (role) => {
    asRole(role);
    render(<Settings meta={META} />);
    expect(
      screen.getByText(`Administrators can change the settings. It takes the role Admin; yours is ${role}.`),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });
});
