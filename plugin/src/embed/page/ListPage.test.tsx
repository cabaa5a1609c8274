import { render, screen, waitFor } from '@testing-library/react';
import { axe, toHaveNoViolations } from 'jest-axe';
import React from 'react';
import { fakeServer, type FakeServer } from '../testing/server';
import { ListPage } from './ListPage';

jest.mock('../../img/logo.svg', () => 'logo.svg');
expect.extend(toHaveNoViolations);

let server: FakeServer;
const list = () => screen.getByRole('main');
const open = () => render(<ListPage connection={{ signedOut: false, returns: 0 }} mode="dark" onMode={jest.fn()} />);

beforeEach(() => {
  server = fakeServer({}, () => []);
});

it('holds room for the cards until the dashboards are known', async () => {
  const { container } = open();
  expect(list()).toHaveAttribute('aria-busy', 'true');
  expect(list().querySelectorAll('[aria-hidden]')).toHaveLength(8);
  expect(await screen.findByRole('link', { name: 'Shop' })).toHaveAttribute('href', '/d/shop');
  expect(list()).toHaveAttribute('aria-busy', 'false');
  expect(list().querySelectorAll('[aria-hidden]')).toHaveLength(0);
  expect(await axe(container)).toHaveNoViolations();
});

it('says that the dashboards could not be loaded instead of waiting for good', async () => {
  server.reachable = false;
  open();
  expect(await screen.findByText('The dashboards could not be loaded')).toBeVisible();
  await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
});
