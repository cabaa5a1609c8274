import { LoadingState, type LinkModel } from '@grafana/data';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { customersFrame } from '../../components/customers/testing';
import { expectAccessible } from '../../testing/accessibility';
import { keyOf } from './data/model';
import { DEFAULT_OPTIONS, type ValueOptions } from './options';
import { loaded, SHOP, valueFrame } from './testing/frames';
import { ValueView, type ValueViewProps } from './ValueView';

type Overrides = Partial<Omit<ValueViewProps, 'options'>> & { options?: Partial<ValueOptions> };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onSelect, ...props }: Overrides) {
  const [selected, setSelected] = useState('/');
  const select = (value: string, band: string) => {
    setSelected(keyOf(value, band));
    onSelect?.(value, band);
  };
  return (
    <ValueView
      data={loaded(valueFrame())}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={1000}
      height={500}
      selected={selected}
      onSelect={select}
      customerLink={() => undefined}
      {...props}
    />
  );
}

const matrix = () => screen.getByRole('table', { name: 'Value by churn risk' });
const cell = (name: RegExp) => within(matrix()).getByRole('button', { name });
const asking = (): jest.MockedFunction<AskList> =>
  jest.fn<ReturnType<AskList>, Parameters<AskList>>(() => Promise.resolve([customersFrame(2)]));

describe('the matrix', () => {
  it('has a cell for each class of value and risk band that says everything', () => {
    render(<Page />);
    expect(within(matrix()).getAllByRole('button')).toHaveLength(9);
    expect(
      cell(
        /^High value, high risk: R\$ 200.00 and more. Customers 10 \(3.3%\); At stake R\$ 1,000.00 \(3.3%\); Paid so far R\$ 1,500.00 \(3.3%\); Expected all the same R\$ 20.00; .* To act on number 1/,
      ),
    ).toHaveTextContent('R$ 1.0k10 customersAct first');
    expect(cell(/^Low value, low risk: below R\$ 100.00. Customers 0.*nothing at stake/)).toHaveTextContent(
      'R$ 0.000 customers',
    );
  });

  it('names the cell to act on first', () => {
    render(<Page />);
    expect(
      screen.getByText(
        'Act first: High value, high risk – R$ 1.0k at stake in the next 180 days (3.3% of all), 10 customers with R$ 100.00 each.',
      ),
    ).toBeVisible();
  });

  it('counts customers or what they paid when asked', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Customers' }));
    expect(cell(/^Low value, medium/)).toHaveTextContent('90R$ 9.0k at stake');
    await userEvent.click(screen.getByRole('radio', { name: 'Paid so far' }));
    expect(cell(/^Low value, medium/)).toHaveTextContent('R$ 13.5k90 customers');
  });

  it('shows exact figures under the pointer', async () => {
    render(<Page />);
    await userEvent.hover(cell(/^Medium value, low/));
    expect(screen.getByText('R$ 1,500.00 (5.0%)')).toBeVisible();
    await userEvent.unhover(cell(/^Medium value, low/));
    expect(screen.queryByText('R$ 1,500.00 (5.0%)')).not.toBeInTheDocument();
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page ask={asking()} />);
    await screen.findByRole('region', { name: /^Act first/ });
    await expectAccessible(container);
  });
});

describe('choosing a cell', () => {
  it('by a click, and taking it back by a second one', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    await userEvent.click(cell(/^Medium value, high/));
    expect(cell(/^Medium value, high/)).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(cell(/^Medium value, high/));
    expect(onSelect.mock.calls).toEqual([
      ['medium_value', 'high'],
      ['', ''],
    ]);
  });

  it('by the keyboard, which goes through rows and columns', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    act(() => cell(/^High value, high/).focus());
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{ArrowDown}{Home}{End}{ArrowUp}{ArrowLeft}{Enter}');
    expect(onSelect.mock.calls).toEqual([['medium_value', 'medium']]);
  });

  it('is not offered where nothing listens', () => {
    const common = { data: loaded(valueFrame()), options: DEFAULT_OPTIONS, width: 800, height: 400, selected: '/' };
    render(<ValueView {...common} customerLink={() => undefined} />);
    expect(within(matrix()).queryAllByRole('button')).toEqual([]);
    expect(within(matrix()).getAllByRole('img')).toHaveLength(9);
  });
});

describe('the customers of a cell', () => {
  it('are those of the cell to act on first until another is chosen', async () => {
    const ask = asking();
    render(<Page ask={ask} />);
    expect(screen.getByRole('heading', { name: /^Act first: High value, high risk/ })).toBeVisible();
    await screen.findByRole('region', { name: /^Act first/ });
    await userEvent.click(cell(/^Medium value, low/));
    await screen.findByRole('region', { name: 'Medium value, low risk' });
    expect(ask.mock.calls.map(([query]) => query)).toEqual([
      expect.objectContaining({
        filters: { band: ['high'] },
        where: [{ field: 'monetary', operator: '>=', value: 200 }],
      }),
      {
        kind: 'churn_scores',
        filters: { band: ['low'] },
        where: [
          { field: 'monetary', operator: '>=', value: 100 },
          { field: 'monetary', operator: '<', value: 200 },
        ],
        sort: 'revenue_at_risk',
        descending: true,
        limit: 100,
      },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Close the list' }));
    expect(await screen.findByRole('heading', { name: /^Act first/ })).toBeVisible();
  });

  it('are not asked for where the cell is empty', async () => {
    const ask = asking();
    render(<Page ask={ask} />);
    await userEvent.click(cell(/^Low value, low/));
    expect(screen.getByText('No customers')).toBeVisible();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('take the place of the matrix where both do not fit, once a cell is chosen', async () => {
    render(<Page ask={asking()} width={400} height={360} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    await userEvent.click(cell(/^High value, high/));
    expect(screen.queryByRole('table', { name: 'Value by churn risk' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Close the list' }));
    expect(matrix()).toBeVisible();
  });

  it('are left out when the options say so', () => {
    const ask = asking();
    render(<Page ask={ask} options={{ showList: false }} />);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('the table', () => {
  it('shows the same figures, sorted by the column whose head is used', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    const cells = () => screen.getAllByRole('row').map((row) => row.textContent);
    expect(cells()[1]).toBe('▲ High value, high risk1103.3%R$ 1.0k3.3%R$ 1.5k3.3%R$ 20.0098.00%');
    await userEvent.click(screen.getByRole('button', { name: 'Customers' }));
    expect(cells()[1]).toMatch(/Low value, medium risk/);
    await userEvent.click(screen.getByRole('button', { name: 'To act on' }));
    expect(cells()[1]).toMatch(/High value, high risk/);
    expect(cells().at(-1)).toMatch(/Low value, low risk/);
  });

  it('chooses a cell by its name, and shows the links of the panel', async () => {
    const onSelect = jest.fn();
    const link: LinkModel = { href: '/d/x', title: 'More', target: undefined, origin: {} };
    const frame = valueFrame(SHOP, ({ valueRowIndex }) => (valueRowIndex === 0 ? [link] : []));
    render(<Page options={{ view: 'table' }} onSelect={onSelect} data={loaded(frame)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Low value, high risk' }));
    expect(onSelect).toHaveBeenCalledWith('low_value', 'high');
    expect(screen.getAllByRole('link', { name: 'More' })).toHaveLength(1);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page options={{ view: 'table' }} />);
    await expectAccessible(container);
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (state) => {
    render(<Page data={{ series: [], state }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading value at risk');
  });

  it('says what went wrong in the words of the backend', () => {
    const errors = [{ message: 'No churn model has been trained yet, so there are no scores.' }];
    render(<Page data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('No churn model has been trained yet');
  });

  it('says that nobody fits', () => {
    render(<Page data={loaded()} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customers');
    expect(screen.getByRole('status')).toHaveTextContent('remove a filter');
  });

  it('names missing fields and what to ask instead', () => {
    render(<Page data={loaded(valueFrame([{ value_class: 'high_value', band: 'high', customers: 3 }]))} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer lacks revenue_at_risk');
    expect(screen.getByRole('alert')).toHaveTextContent('leave the measure empty');
  });
});

describe('at the edges', () => {
  it('says that nothing is at stake where nobody is worth anything', () => {
    const rows = SHOP.map((row) => ({ ...row, revenue_at_risk: 0, revenue: 0, priority: null }));
    const { container } = render(<Page data={loaded(valueFrame(rows))} ask={asking()} />);
    expect(screen.getByText('Nothing is at stake among these customers.')).toBeVisible();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('shows a shop of one customer', () => {
    const [first] = SHOP;
    render(<Page data={loaded(valueFrame([{ ...first, customers: 1 }]))} />);
    expect(screen.getByText(/at stake in the next 180 days .*, one customer\.$/)).toBeVisible();
    expect(cell(/^High value, high/)).toHaveTextContent('1 customer');
    expect(within(matrix()).getAllByRole('button')).toHaveLength(9);
  });

  it('shows a million customers', () => {
    const rows = SHOP.map((row) => ({ ...row, customers: 1_000_000, revenue_at_risk: 2.5e9 }));
    render(<Page data={loaded(valueFrame(rows))} />);
    expect(cell(/^High value, high/)).toHaveTextContent('R$ 2.5B1,000,000 customers');
  });

  it('says the sentence alone where no matrix can be read', () => {
    render(<Page width={180} height={200} />);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Act first: High value, high risk');
  });

  it('leaves out toolbar and sentence where it is low', () => {
    render(<Page height={140} />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByText(/^Act first: /)).not.toBeInTheDocument();
    expect(matrix()).toBeVisible();
  });
});
