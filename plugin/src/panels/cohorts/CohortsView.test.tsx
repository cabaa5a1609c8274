import { LoadingState, toDataFrame, type DataFrame } from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { expectAccessible } from '../../testing/accessibility';
import type { Choice } from './choice';
import { CohortsView, type CohortsViewProps } from './CohortsView';
import { DEFAULT_OPTIONS, type CohortsOptions } from './options';
import { cohortFrame, loaded, manyRows, SHOP } from './testing/frames';

type Overrides = Partial<Omit<CohortsViewProps, 'options'>> & { options?: Partial<CohortsOptions> };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onChoose, chosen = null, ...props }: Overrides) {
  const [kept, setKept] = useState<Choice | null>(chosen);
  const choose = (choice: Choice | null) => {
    setKept(choice);
    onChoose?.(choice);
  };
  return (
    <CohortsView
      data={loaded()}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={800}
      height={420}
      chosen={kept}
      onChoose={choose}
      customerLink={(id) => `/customer/${id}`}
      {...props}
    />
  );
}

const picture = () => screen.getByRole('group', { name: /^Cohorts by their first purchase/ });
const reached = () => within(picture()).getByRole('button');
const press = (keys: string) => userEvent.keyboard(keys);

describe('the heat map', () => {
  it('says the answer first', () => {
    render(<Page />);
    expect(
      screen.getByText(
        'Of 3,500 new customers, 0.50% bought again in the month after their first purchase. ' +
          'What they paid in later periods is R$ 1.5k, 0.5% of all they paid.',
      ),
    ).toBeVisible();
  });

  it('draws cohorts, their sizes and, where they fit, values', () => {
    const { container } = render(<Page />);
    const texts = [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Jan 2018', '2,000', '0.50', '0.20', '0', 'All cohorts']));
  });

  it('explains its colours, nothing and what still runs', () => {
    render(<Page />);
    const entries = within(screen.getByRole('list', { name: 'What the colours mean' })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.textContent)).toEqual([
      '0',
      'to 0.1%',
      'to 0.2%',
      'to 0.3%',
      'to 0.4%',
      'over 0.4%',
      'period still running',
    ]);
  });

  it('counts customers or revenue when asked', async () => {
    const { container } = render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Revenue' }));
    expect(screen.getByRole('group', { name: 'Cohorts by their first purchase: Revenue' })).toBeVisible();
    expect([...container.querySelectorAll('svg text')].map((text) => text.textContent)).toContain('1.5k');
    expect(screen.queryByText('All cohorts')).not.toBeInTheDocument();
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page chosen={{ cohort: '2018-01-01', period: '2018-02-01' }} />);
    await expectAccessible(container);
  });
});

describe('the keyboard', () => {
  it('reaches one cell by Tab, and the others by the arrows', async () => {
    render(<Page />);
    act(() => reached().focus());
    expect(reached()).toHaveAccessibleName(
      'Jan 2018, 1 month later: Feb 2018. Customers in the cohort 2,000; Bought in this period 10; Retention 0.50%; ' +
        'Revenue R$ 1,500.50',
    );
    await press('{ArrowRight}');
    expect(reached()).toHaveFocus();
    expect(reached()).toHaveAccessibleName(/^Jan 2018, 2 months later: Mar 2018, still running: counted until /);
    await press('{ArrowDown}');
    expect(reached()).toHaveAccessibleName(/^Feb 2018, 1 month later/);
    await press('{Home}{ArrowDown}');
    expect(reached()).toHaveAccessibleName(/^Mar 2018: First purchase in this period\. Customers in the cohort 500/);
  });

  it('shows the exact figures of the cell that it reaches', async () => {
    render(<Page />);
    act(() => reached().focus());
    expect(screen.getByText('R$ 1,500.50')).toBeVisible();
    expect(screen.getByText('Click to show these customers')).toBeVisible();
    act(() => reached().blur());
    expect(screen.queryByText('R$ 1,500.50')).not.toBeInTheDocument();
  });

  it('chooses a cell, and takes it back', async () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    act(() => reached().focus());
    await press('{Enter}');
    expect(reached()).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('status')).toHaveTextContent('Jan 2018, 1 month later: 10 of 2,000 customers (0.50%)');
    await press(' ');
    expect(onChoose.mock.calls).toEqual([[{ cohort: '2018-01-01', period: '2018-02-01' }], [null]]);
  });

  it('chooses a whole cohort by its size', async () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    act(() => reached().focus());
    await press('{Home}{Enter}');
    expect(onChoose).toHaveBeenCalledWith({ cohort: '2018-01-01', period: '' });
    expect(screen.getByRole('status')).toHaveTextContent('Jan 2018: all 2,000 customers');
  });
});

describe('the pointer', () => {
  it('shows exact figures wherever it is, and chooses by a click', () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    const { left, top, width } = reached().style;
    const [x, y] = [Number.parseFloat(left) + Number.parseFloat(width) * 1.5, Number.parseFloat(top) + 3];
    fireEvent.mouseMove(picture(), { clientX: x, clientY: y });
    expect(screen.getByText('Jan 2018, 2 months later')).toBeVisible();
    fireEvent.click(within(picture()).getAllByRole('button', { hidden: true }).at(-1)!);
    expect(onChoose).toHaveBeenCalledWith({ cohort: '2018-01-01', period: '2018-03-01' });
    fireEvent.mouseLeave(picture());
    expect(screen.queryByText('Jan 2018, 2 months later')).not.toBeInTheDocument();
  });
});

describe('what is chosen', () => {
  const chosen = { cohort: '2018-01-01', period: '2018-02-01' };

  it('leads to its customers by the links of its row', () => {
    const [origin] = cohortFrame().fields;
    const frame = cohortFrame(SHOP, 'month', ({ valueRowIndex }) => [
      { href: `/d/list?row=${valueRowIndex}`, title: 'Customers', target: '_self', origin: origin! },
    ]);
    render(<Page data={loaded([frame])} chosen={chosen} />);
    expect(screen.getByRole('link', { name: 'Customers' })).toHaveAttribute('href', '/d/list?row=1');
  });

  it('can be taken back', async () => {
    const onChoose = jest.fn();
    render(<Page chosen={chosen} onChoose={onChoose} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show all customers' }));
    expect(onChoose).toHaveBeenCalledWith(null);
  });

  it('says so when it lies outside the time range', () => {
    render(<Page chosen={{ cohort: '2015-01-01', period: '' }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Jan 2015: not in this time range');
  });

  it('is not offered where nothing listens', () => {
    const props = { data: loaded(), options: DEFAULT_OPTIONS, width: 800, height: 420, chosen: null };
    render(<CohortsView {...props} customerLink={() => undefined} />);
    expect(within(picture()).queryByRole('button')).not.toBeInTheDocument();
    expect(within(picture()).getByRole('img')).toHaveAccessibleName(/^Jan 2018/);
  });
});

describe('the customers behind a cell', () => {
  const chosen = { cohort: '2018-01-01', period: '2018-02-01' };
  const list = toDataFrame({
    fields: [
      { name: 'customer', values: ['a1'] },
      { name: 'monetary', values: [9.5] },
    ],
  });

  it('are asked for as the cell counts them, and lead to each of them', async () => {
    const ask = jest.fn<Promise<DataFrame[]>, Parameters<AskList>>(async () => [list]);
    render(<Page chosen={chosen} ask={ask} height={600} />);
    expect(await screen.findByRole('link', { name: 'a1' })).toHaveAttribute('href', '/customer/a1');
    expect(screen.getByRole('heading', { name: /^Jan 2018, 1 month later/ })).toHaveTextContent(
      'the first 1 of 10 customers',
    );
    expect(ask.mock.calls).toEqual([
      [
        {
          kind: 'customers',
          firstPurchase: '2018-01-01',
          during: '2018-02-01',
          period: 'month',
          sort: 'monetary',
          descending: true,
          limit: 100,
        },
        expect.anything(),
      ],
    ]);
    expect(picture()).toBeVisible();
  });

  it('stand in the place of the picture where it is low, until the choice is taken back', async () => {
    render(<Page chosen={chosen} ask={async () => [list]} height={300} />);
    expect(await screen.findByRole('link', { name: 'a1' })).toBeVisible();
    expect(screen.queryByRole('group', { name: /^Cohorts/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all customers' }));
    expect(picture()).toBeVisible();
  });

  it('say why there is no list', async () => {
    render(
      <Page chosen={chosen} ask={() => Promise.reject(new Error('The warehouse is being built.'))} height={600} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('The warehouse is being built.');
  });

  it.each([
    ['the whole cohort', { cohort: '2018-02-01', period: '' }, { firstPurchase: '2018-02-01' }],
    ['nobody', { cohort: '2018-01-01', period: '2018-03-01' }, undefined],
    ['a cohort that is not there', { cohort: '2011-01-01', period: '' }, undefined],
  ])('are %s', (_, choice, query) => {
    const ask = jest.fn<Promise<DataFrame[]>, Parameters<AskList>>(() => new Promise(() => undefined));
    render(<Page chosen={choice} ask={ask} height={600} />);
    expect(ask.mock.calls).toEqual(query ? [[expect.objectContaining(query), expect.anything()]] : []);
  });
});

describe('the table', () => {
  it('shows the same, exact', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'First purchaseCustomers012',
      'Jan 20182,000100.0%0.50%0.0%',
      'Feb 20181,000100.0%0.20%',
      'Mar 2018500100.0%',
    ]);
  });

  it('chooses a cell', async () => {
    const onChoose = jest.fn();
    render(<Page options={{ view: 'table' }} onChoose={onChoose} />);
    await userEvent.click(screen.getByRole('button', { name: '0.20%' }));
    await userEvent.click(screen.getByRole('button', { name: '0.20%' }));
    await userEvent.click(screen.getByRole('button', { name: '500' }));
    expect(onChoose.mock.calls).toEqual([
      [{ cohort: '2018-02-01', period: '2018-03-01' }],
      [null],
      [{ cohort: '2018-03-01', period: '' }],
    ]);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page options={{ view: 'table' }} />);
    await expectAccessible(container);
  });
});

it('can be downloaded as it came', async () => {
  const create = jest.fn(() => 'blob:of-the-test');
  Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
  expect(create).toHaveBeenCalledTimes(1);
  expect(click.mock.instances).toMatchObject([{ download: 'cohorts-2018-03-20.csv' }]);
  click.mockRestore();
});

describe('one customer, many cohorts, a million customers', () => {
  it('draws one customer who never came back', () => {
    const row = { cohort: '2018-01-01', period: 0, cohort_customers: 1, customers: 1, revenue: 9.9 };
    render(<Page data={loaded([cohortFrame([row])])} />);
    expect(screen.getByText(/^1 customer; none of the later periods is over yet/)).toBeVisible();
    expect(reached()).toHaveAccessibleName(/^Jan 2018: First purchase/);
  });

  it('draws a handful of elements for thousands of cells', () => {
    const { container } = render(<Page data={loaded([cohortFrame(manyRows(120, 1_000_000))])} />);
    expect(container.querySelectorAll('*').length).toBeLessThan(1_000);
    expect(screen.getByText('Oct 2024')).toBeVisible();
    expect(container.textContent).toContain('1,000,000');
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (state) => {
    render(<Page data={{ series: [], state }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the cohorts');
  });

  it('says what went wrong in the words of the backend', () => {
    const errors = [{ message: 'The warehouse is being built, 60%' }];
    render(<Page data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The warehouse is being built, 60%');
  });

  it('says that nobody fits', () => {
    render(<Page data={loaded([])} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customers');
  });

  it('names missing fields and what to ask instead', () => {
    render(<Page data={loaded([toDataFrame({ fields: [{ name: 'cohort', values: [1] }] })])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer lacks: period, cohort_customers');
    expect(screen.getByRole('alert')).toHaveTextContent('leave the measure empty');
  });
});

describe('in little room', () => {
  it('says the answer alone where no picture can be read', () => {
    render(<Page width={180} height={200} />);
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    expect(screen.getByText(/^Of 3,500 new customers/)).toBeVisible();
  });

  it('leaves out what goes around the picture where it is low', () => {
    render(<Page height={140} />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(picture()).toBeVisible();
  });
});
