import { render, screen, waitFor } from '@testing-library/react';
import { axe, toHaveNoViolations } from 'jest-axe';
import React from 'react';
import { giveElementsSize } from '../../testing/layout';
import { registerTransformations } from '../data/transformations';
import { goTo } from '../host/location';
import { fakeServer, frameJson, type FakeServer } from '../testing/server';
import { EmbedApp } from './EmbedApp';

jest.mock('../../img/logo.svg', () => 'logo.svg');
expect.extend(toHaveNoViolations);

const NO_GRAPH = { graphMode: 'none', reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } };
const DASHBOARD = {
  uid: 'shop',
  title: 'The shop',
  timezone: 'utc',
  time: { from: '2017-01-01', to: '2018-01-01' },
  panels: [
    {
      id: 1,
      type: 'stat',
      title: 'Revenue',
      gridPos: { x: 0, y: 0, w: 8, h: 4 },
      options: NO_GRAPH,
      targets: [{ kind: 'kpis' }],
    },
    { id: 2, type: 'text', title: 'Words', gridPos: { x: 8, y: 0, w: 8, h: 4 }, options: { content: 'Words' } },
  ],
};

let server: FakeServer;

beforeAll(registerTransformations);

beforeEach(() => {
  giveElementsSize(600, 300);
  server = fakeServer(DASHBOARD, () => [frameJson({}, { name: 'revenue', type: 'number', values: [100] })]);
});

const open = (address: string) => {
  goTo(address);
  return render(<EmbedApp />);
};

it('shows a dashboard without anything around it', async () => {
  const { container } = open('/embed/shop');
  await waitFor(() => expect(screen.getByRole('region', { name: 'Revenue' })).toHaveTextContent('100'));
  expect(screen.getByRole('heading', { level: 1, name: 'The shop' })).toBeInTheDocument();
  expect(screen.queryByRole('banner')).not.toBeInTheDocument();
  expect(await axe(container)).toHaveNoViolations();
});

it('shows one panel alone', async () => {
  open('/embed/shop/1');
  await waitFor(() => expect(screen.getByRole('region', { name: 'Revenue' })).toHaveTextContent('100'));
  expect(screen.queryByRole('region', { name: 'Words' })).not.toBeInTheDocument();
  expect(document.title).toBe('Revenue · Churnwatch');
});

it.each([
  ['/embed/shop/77', 'no panel 77'],
  ['/embed/nothing', 'no dashboard with the id "nothing"'],
  ['/embed/', 'nothing at this address'],
])('says why %s shows nothing', async (address, words) => {
  open(address);
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});

it('says that the server does not answer', async () => {
  server.reachable = false;
  open('/embed/shop');
  expect(await screen.findByRole('alert')).toHaveTextContent('does not answer');
});
