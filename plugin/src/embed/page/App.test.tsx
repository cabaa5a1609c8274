import { wholeRange } from '@contract';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import React from 'react';
import { fetchDashboard } from '../api/dashboards';
import { ApiError } from '../api/http';
import { trouble } from '../api/trouble';
import { registerTransformations } from '../data/transformations';
import { goTo } from '../host/location';
import { fakeServer, frameJson, READY, type Answer, type FakeServer } from '../testing/server';
import { giveElementsSize } from '../../testing/layout';
import { App } from './App';

jest.mock('../../img/logo.svg', () => 'logo.svg');

const NO_GRAPH = { graphMode: 'none', reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } };
const FILTERS = { state: ['$state'] };

const DASHBOARD = {
  uid: 'shop',
  title: 'The shop',
  timezone: 'utc',
  time: { from: '2017-01-01', to: '2018-01-01' },
  templating: {
    list: [{ type: 'query', name: 'state', label: 'State', multi: true, includeAll: true, query: { kind: 'values' } }],
  },
  panels: [
    {
      id: 1,
      type: 'stat',
      title: 'Revenue',
      description: 'What was paid.',
      gridPos: { x: 0, y: 0, w: 8, h: 4 },
      options: NO_GRAPH,
      targets: [{ kind: 'kpis', filters: FILTERS }],
    },
    { id: 2, type: 'geomap', title: 'Map', gridPos: { x: 8, y: 0, w: 8, h: 4 }, targets: [{ kind: 'breakdown' }] },
    {
      id: 3,
      type: 'text',
      title: 'Words',
      gridPos: { x: 16, y: 0, w: 8, h: 4 },
      options: { content: 'Sales in **$state**' },
    },
  ],
};

const answer: Answer = ({ kind, filters }) => {
  if (kind === 'values')
    return [
      frameJson(
        {},
        { name: 'text', type: 'string', values: ['SP', 'RJ'] },
        { name: 'value', type: 'string', values: ['SP', 'RJ'] },
      ),
    ];
  const notices = [{ severity: 'info', text: 'Held back to the last regular day.' }];
  const value = filters?.state ? 40 : 100;
  return [
    frameJson(
      { notices, custom: { asOf: '2017-12-31', generation: 'g1', sample: false } },
      { name: 'revenue', type: 'number', values: [value], config: { unit: 'currencyBRL' } },
    ),
  ];
};

expect.extend(toHaveNoViolations);

let server: FakeServer;

const styleOf = window.getComputedStyle;

beforeAll(registerTransformations);

afterEach(() => jest.restoreAllMocks());

beforeEach(() => {
  giveElementsSize(1200, 600);
  // The drawer asks for the style of a scroll bar, which jsdom has not.
  jest.spyOn(window, 'getComputedStyle').mockImplementation((element) => styleOf(element));
  server = fakeServer(DASHBOARD, answer);
  window.localStorage.clear();
  goTo('/d/shop');
});

const open = () => render(<App loadDashboard={fetchDashboard} />);
const panel = (name: string) => screen.findByRole('region', { name });

/** Waits until the panel with the figure shows it; value and unit stand in elements of their own. */
const shown = (text: string) =>
  waitFor(() => expect(screen.getByRole('region', { name: 'Revenue' })).toHaveTextContent(text));

async function openMenu(name: string): Promise<void> {
  // In sight only while the pointer is over the panel, of which jsdom knows nothing.
  await userEvent.click(within(await panel(name)).getByLabelText(`Menu for panel ${name}`));
}

describe('a dashboard', () => {
  it('shows what the server answers, in its units', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'The shop' })).toBeInTheDocument();
    await shown('R$ 100');
    expect(document.title).toBe('The shop · Churnwatch');
  });

  it('names a panel type that it does not draw, and asks nothing for it', async () => {
    open();
    expect(await within(await panel('Map')).findByText(/of type "geomap"/)).toBeInTheDocument();
    await shown('R$ 100');
    expect(server.asked.map(({ kind }) => kind)).not.toContain('breakdown');
  });

  it('writes variables into texts', async () => {
    open();
    const words = within(await panel('Words'));
    expect((await words.findByText('All')).tagName).toBe('STRONG');
  });

  it('asks anew for another choice, which the address keeps', async () => {
    open();
    await shown('R$ 100');
    await userEvent.click(screen.getByRole('combobox', { name: 'State' }));
    await userEvent.click(await screen.findByRole('option', { name: 'SP' }));
    await shown('R$ 40');
    expect(window.location.search).toBe('?var-state=SP');
    expect(server.asked.at(-1)?.filters).toEqual({ state: ['SP'] });
  });

  it('takes time range and choice from the address', async () => {
    goTo('/d/shop?var-state=RJ&from=2018-02-01&to=2018-03-01');
    server.answer = (query, { from, to }) => (query.kind === 'values' ? answer(query, { from, to }) : `${from} ${to}`);
    open();
    expect(
      await within(await panel('Revenue')).findByText(`${Date.UTC(2018, 1, 1)} ${Date.UTC(2018, 2, 1)}`),
    ).toBeInTheDocument();
    expect(server.asked.at(-1)?.filters).toEqual({ state: ['RJ'] });
  });

  it('keeps what it knew when the server is lost, and says so', async () => {
    open();
    await shown('R$ 100');
    server.reachable = false;
    await userEvent.click(screen.getByTestId(/run button/i));
    await waitFor(() =>
      expect(
        within(screen.getByRole('region', { name: 'Revenue' })).getByLabelText('Panel status'),
      ).toBeInTheDocument(),
    );
    await shown('R$ 100');
  });

  it('shows again by itself what failed while the server was away', async () => {
    open();
    await shown('R$ 100');
    server.reachable = false;
    await userEvent.click(screen.getByRole('combobox', { name: 'State' }));
    await userEvent.click(await screen.findByRole('option', { name: 'SP' }));
    expect(await screen.findByText(/goes on by itself/, {}, { timeout: 10_000 })).toBeInTheDocument();
    server.reachable = true;
    await waitFor(() => expect(screen.queryByText(/goes on by itself/)).not.toBeInTheDocument(), { timeout: 10_000 });
    await shown('R$ 40');
  });

  it('leads to the sign-in, and back here, when it has ended; what was shown stays', async () => {
    open();
    await shown('R$ 100');
    server.signedIn = false;
    await userEvent.click(screen.getByTestId(/run button/i));
    const link = await screen.findByRole('link', { name: 'Sign in' }, { timeout: 10_000 });
    expect(link).toHaveAttribute('href', '/sign-in?next=%2Fd%2Fshop');
    expect(screen.getByText('Your sign-in has ended.')).toBeInTheDocument();
    await shown('R$ 100');
    server.signedIn = true;
    await waitFor(() => expect(link).not.toBeInTheDocument(), { timeout: 10_000 });
  });

  it('has nothing that axe objects to', async () => {
    const { container } = open();
    await shown('R$ 100');
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('a panel without a picture', () => {
  it('says the server’s message', async () => {
    server.answer = (query, range) =>
      query.kind === 'values' ? answer(query, range) : 'measures cannot be "x"; known: revenue.';
    open();
    expect(await within(await panel('Revenue')).findByRole('alert')).toHaveTextContent(
      'measures cannot be "x"; known: revenue.',
    );
  });

  it('shows it when the reader tries again and there is one', async () => {
    server.answer = (query, range) => (query.kind === 'values' ? answer(query, range) : 'Not ready in time.');
    open();
    const failed = within(await panel('Revenue'));
    await failed.findByText(/Not ready in time/);
    server.answer = answer;
    await userEvent.click(failed.getByRole('button', { name: 'Try again' }));
    await shown('R$ 100');
  });

  it('says why there is nothing where the answer does', async () => {
    const notices = [{ severity: 'warning' as const, text: 'Another process keeps the warnings.' }];
    server.answer = (query, range) =>
      query.kind === 'values' ? answer(query, range) : [frameJson({ type: 'table', notices })];
    open();
    expect(await within(await panel('Revenue')).findByText('Another process keeps the warnings.')).toBeInTheDocument();
  });

  it('says that there is nothing, and the page where there is something', async () => {
    goTo('/d/shop?from=2020-01-01&to=2020-02-01');
    server.answer = (query, range) => (query.kind === 'values' ? answer(query, range) : [frameJson({ type: 'table' })]);
    open();
    expect(await screen.findByText('No data in this time range')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all data' }));
    const { from, to } = wholeRange(READY.generation!);
    expect(window.location.search).toBe(`?from=${from}&to=${to}`);
  });
});

describe('the menu of a panel', () => {
  it('explains where its numbers come from', async () => {
    open();
    await shown('R$ 100');
    await openMenu('Revenue');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Explain' }));
    const drawer = await screen.findByRole('dialog');
    expect(drawer).toHaveTextContent('What was paid.');
    expect(drawer).toHaveTextContent('Key figures: all eight');
    expect(drawer).toHaveTextContent('judged as of');
    expect(drawer).toHaveTextContent('Held back to the last regular day.');
  });

  it('shows the same numbers as a table, and back', async () => {
    open();
    await shown('R$ 100');
    await openMenu('Revenue');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show as table' }));
    expect(await screen.findByRole('table', { name: 'Revenue' })).toBeInTheDocument();
    await openMenu('Revenue');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show as picture' }));
    await waitFor(() => expect(screen.queryByRole('table')).not.toBeInTheDocument());
  });
});

describe('other pages', () => {
  it('show how far the first build is, and go on by themselves', async () => {
    server.status = { state: 'building', progress: { step: 'reading orders', share: 0.42 } };
    open();
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '42');
    server.status = READY;
    await shown('R$ 100');
  });

  it('say why there is no data', async () => {
    server.status = { state: 'failed', error: 'orders.csv is missing. Put it into /shop.' };
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent('orders.csv is missing. Put it into /shop.');
  });

  it('say that the server does not answer', async () => {
    server.reachable = false;
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent('does not answer');
  });

  it('lead to the sign-in where nobody is signed in', async () => {
    server.signedIn = false;
    open();
    expect(await screen.findByRole('heading', { name: 'Your sign-in has ended.' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2Fd%2Fshop');
  });

  it('load by themselves, when the server is back, what could not be loaded', async () => {
    const loading = jest.fn(fetchDashboard).mockRejectedValueOnce(new ApiError('The server does not answer.', 0));
    render(<App loadDashboard={loading} />);
    expect(await screen.findByRole('heading', { name: 'The dashboard could not be loaded' })).toBeInTheDocument();
    act(() => trouble.next());
    await waitFor(() => expect(screen.getByRole('heading', { name: 'The shop' })).toBeInTheDocument(), {
      timeout: 10_000,
    });
  });

  it('list the dashboards', async () => {
    goTo('/');
    open();
    expect(await screen.findByRole('link', { name: /Shop/ })).toHaveAttribute('href', '/d/shop');
  });

  it.each([
    ['/d/nothing', 'no dashboard with the id "nothing"'],
    ['/somewhere', 'nothing at this address'],
  ])('say that %s leads nowhere', async (address, words) => {
    goTo(address);
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('say when the data is invented', async () => {
    server.status = { ...READY, generation: { ...READY.generation!, sample: true } };
    open();
    expect(await screen.findByText('Generated sample data, not a real shop.')).toBeInTheDocument();
  });
});
