import { LoadingState, toDataFrame, type DataFrame } from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { expectAccessible } from '../../testing/accessibility';
import type { Choice } from './choice';
import { LifecycleView, type LifecycleViewProps } from './LifecycleView';
import { DEFAULT_OPTIONS, type LifecycleOptions } from './options';
import { lifecycleFrame, loaded, manyWeeks, SHOP } from './testing/frames';

type Overrides = Partial<Omit<LifecycleViewProps, 'options'>> & { options?: Partial<LifecycleOptions> };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onChoose, chosen = null, ...props }: Overrides) {
  const [kept, setKept] = useState<Choice | null>(chosen);
  const choose = (choice: Choice | null) => {
    setKept(choice);
    onChoose?.(choice);
  };
  return (
    <LifecycleView
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

const picture = () => screen.getByRole('group', { name: /^Customers by/ });
const reached = () => within(picture()).getByRole('button');
const press = (keys: string) => userEvent.keyboard(keys);

describe('the chart', () => {
  it('says first what the last whole month brought', () => {
    render(<Page />);
    expect(
      screen.getByText(
        'Feb 2018: 800 new customers, 30 returned, 5 came back from dormancy, 1,200 went dormant. ' +
          'The shop has 395 fewer active customers than before.',
      ),
    ).toBeVisible();
  });

  it('writes every figure below its bar', () => {
    const { container } = render(<Page />);
    const texts = [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Mar 2018', '1.0k', '1.2k', 'Reactivated', '+202', '−395']));
  });

  it('adds the stages up over the time range', () => {
    render(<Page />);
    const entries = within(screen.getByRole('list', { name: 'Stages, and their sums' })).getAllByRole('listitem');
    expect(entries.map((entry) => entry.textContent)).toEqual([
      'New 2,100',
      'Returning 60',
      'Reactivated 7',
      'Dormant 1,300',
      'Change of active customers +807',
    ]);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page chosen={{ stage: 'dormant', day: '2018-02-01' }} />);
    await expectAccessible(container);
  });
});

describe('the keyboard', () => {
  it('reaches the latest step by Tab, and stages and steps by the arrows', async () => {
    render(<Page />);
    act(() => reached().focus());
    expect(reached()).toHaveAccessibleName(
      'Mar 2018: New, 300: Bought for the first time. This period still runs: counted until Mar 20, 2018. ' +
        'New 300; Returning 10; Reactivated 2; Dormant 100; Change of active customers +202',
    );
    await press('{ArrowLeft}{ArrowDown}');
    expect(reached()).toHaveFocus();
    expect(reached()).toHaveAccessibleName(/^Feb 2018: Dormant, 1,200/);
    await press('{Home}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(reached()).toHaveAccessibleName(/^Jan 2018: Reactivated, 0/);
  });

  it('chooses a stage of a step, and takes it back', async () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    act(() => reached().focus());
    await press('{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('Mar 2018: New, 300');
    await press(' ');
    expect(onChoose.mock.calls).toEqual([[{ stage: 'new', day: '2018-03-01' }], [null]]);
  });
});

describe('the pointer', () => {
  it('shows exact figures, and chooses by the figures below the bars, too', () => {
    const onChoose = jest.fn();
    const { container } = render(<Page onChoose={onChoose} />);
    const figure = [...container.querySelectorAll('svg text')].find(({ textContent }) => textContent === '1.2k')!;
    const place = { clientX: Number(figure.getAttribute('x')), clientY: Number(figure.getAttribute('y')) };
    fireEvent.mouseMove(picture(), place);
    expect(screen.getByText('Feb 2018: Dormant, 1,200')).toBeVisible();
    fireEvent.click(within(picture()).getAllByRole('button', { hidden: true }).at(-1)!);
    expect(onChoose).toHaveBeenCalledWith({ stage: 'dormant', day: '2018-02-01' });
    fireEvent.mouseMove(picture(), { clientX: 0, clientY: 0 });
    expect(screen.queryByText('Click to show all customers')).not.toBeInTheDocument();
  });
});

describe('what is chosen', () => {
  it('leads to its customers by the links of its row', () => {
    const [origin] = lifecycleFrame().fields;
    const getLinks = ({ valueRowIndex }: { valueRowIndex?: number }) => [
      { href: `/d/list?row=${valueRowIndex}`, title: 'Customers', target: '_self' as const, origin: origin! },
    ];
    const data = loaded([lifecycleFrame(SHOP, { getLinks })]);
    render(<Page data={data} chosen={{ stage: 'dormant', day: '2018-02-01' }} />);
    expect(screen.getByRole('link', { name: 'Customers' })).toHaveAttribute('href', '/d/list?row=1');
  });

  it('says so when it lies outside the time range', () => {
    render(<Page chosen={{ stage: 'new', day: '2015-01-01' }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Jan 2015: not in this time range');
  });
});

describe('the customers behind a bar', () => {
  const chosen: Choice = { stage: 'dormant', day: '2018-02-01' };
  const list = toDataFrame({
    fields: [
      { name: 'customer', values: ['a1'] },
      { name: 'monetary', values: [9.5] },
    ],
  });

  it('are asked for as the bar counts them, and lead to each of them', async () => {
    const ask = jest.fn<Promise<DataFrame[]>, Parameters<AskList>>(async () => [list]);
    render(<Page chosen={chosen} ask={ask} height={600} />);
    expect(await screen.findByRole('link', { name: 'a1' })).toHaveAttribute('href', '/customer/a1');
    expect(screen.getByRole('heading', { name: /^Feb 2018: Dormant/ })).toHaveTextContent(
      'the first 1 of 1,200 customers',
    );
    expect(ask.mock.calls).toEqual([
      [
        expect.objectContaining({
          kind: 'customers',
          activity: 'dormant',
          during: '2018-02-01',
          period: 'month',
          limit: 100,
        }),
        expect.anything(),
      ],
    ]);
    expect(picture()).toBeVisible();
  });

  it('are not asked for where there is nobody, or no list is wanted', () => {
    const ask = jest.fn(() => new Promise<never>(() => undefined));
    render(<Page chosen={{ stage: 'dormant', day: '2018-01-01' }} ask={ask} />);
    render(<Page chosen={chosen} ask={ask} options={{ showList: false }} />);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('the table', () => {
  it('shows the same, the latest first', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'MonthNewReturningReactivatedDormantChange of active customers',
      'Mar 2018 (still running)300102100+202',
      'Feb 20188003051,200−395',
      'Jan 20181,0002000+1,000',
    ]);
  });

  it('chooses a figure', async () => {
    const onChoose = jest.fn();
    render(<Page options={{ view: 'table' }} onChoose={onChoose} />);
    await userEvent.click(screen.getByRole('button', { name: '1,200' }));
    await userEvent.click(screen.getByRole('button', { name: '1,200' }));
    expect(onChoose.mock.calls).toEqual([[{ stage: 'dormant', day: '2018-02-01' }], [null]]);
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
  expect(click.mock.instances).toMatchObject([{ download: 'lifecycle-2018-03-20.csv' }]);
  click.mockRestore();
});

describe('zero values, one customer, a million customers', () => {
  const none = { new: 0, returning: 0, reactivated: 0, dormant: 0 };

  it('draws a month in which nothing happened', () => {
    render(<Page data={loaded([lifecycleFrame([{ day: '2018-01-01', ...none }])])} />);
    expect(screen.getByText(/The number of active customers stayed the same/)).toBeVisible();
    expect(reached()).toHaveAccessibleName(/^Jan 2018: New, 0/);
  });

  it('draws one customer', () => {
    render(<Page data={loaded([lifecycleFrame([{ day: '2018-01-01', ...none, new: 1 }])])} />);
    expect(screen.getByText(/has 1 more active customer than before/)).toBeVisible();
  });

  it('draws a million customers in many weeks', () => {
    const weeks = lifecycleFrame(manyWeeks(520, 1_000_000), { grain: 'week', asOf: '2030-01-01' });
    const { container } = render(<Page data={loaded([weeks])} />);
    expect([...container.querySelectorAll('svg text')].map((text) => text.textContent)).toContain('1.0M');
    expect(screen.getByText(/^Week of /)).toBeVisible();
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (state) => {
    render(<Page data={{ series: [], state }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the lifecycle');
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
    render(<Page data={loaded([toDataFrame({ fields: [{ name: 'new', values: [1] }] })])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer lacks: time, returning');
    expect(screen.getByRole('alert')).toHaveTextContent('“Customer lifecycle”');
  });
});

describe('in little room', () => {
  it('says the answer alone where no picture can be read', () => {
    render(<Page width={180} height={200} />);
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    expect(screen.getByText(/^Feb 2018: 800 new customers/)).toBeVisible();
  });

  it('leaves out what goes around the picture where it is low', () => {
    render(<Page height={120} />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(picture()).toBeVisible();
  });
});
