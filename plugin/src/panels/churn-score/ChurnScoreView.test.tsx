import { LoadingState } from '@grafana/data';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { ChurnScoreView, type ChurnScoreViewProps } from './ChurnScoreView';
import { DEFAULT_OPTIONS, type ChurnScoreOptions } from './options';
import { frameOf, loaded, scoreFrames, whatIfFrames } from './testing/frames';
import { CUSTOMER, REASONS } from './testing/rows';

type Overrides = Partial<Omit<ChurnScoreViewProps, 'options'>> & { options?: Partial<ChurnScoreOptions> };

function View({ options, ...props }: Overrides) {
  return (
    <ChurnScoreView
      data={loaded(scoreFrames())}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={1000}
      height={800}
      customerLink={() => undefined}
      {...props}
    />
  );
}

const part = (name: RegExp | string) => screen.getByRole('region', { name });
const spot = (name: RegExp) => screen.getByRole('img', { name });

beforeEach(() => localStorage.clear());

describe('one customer', () => {
  it('says the answer first, then who it is about', () => {
    render(<View />);
    expect(screen.getByText(/^Of 1,000 customers like this one, 9 will buy again/)).toBeVisible();
    expect(part('Churn score')).toHaveTextContent('High risk5a1c0f5e…At risk · São Paulo, SP · churned');
    expect(screen.getByTitle('5a1c0f5e3b7d4926a8e0c1f2d3b4a596')).toBeVisible();
  });

  it('places the customer on the scale, with exact values', () => {
    render(<View />);
    expect(spot(/^This customer: High risk. Will buy again 0.86%; Churn probability 99.14%/)).toBeVisible();
    expect(spot(/^Average customer: Will buy again 1.38%; Churn probability 98.62%/)).toBeVisible();
    expect(part('Against the average customer')).toHaveTextContent('Churn probability within 180 days 99.14%');
  });

  it('tells the reasons one by one, the rest as a sum', () => {
    render(<View />);
    expect(spot(/^Delivery delay: Parcels came 9 days late.*\+0.24 points/)).toBeVisible();
    expect(spot(/^All 3 others: 3 features that weigh less, together\. .*\+0.05 points/)).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Reasons in words' })).getAllByRole('listitem')).toHaveLength(6);
  });

  it('shows the exact figures under the pointer', async () => {
    render(<View />);
    await userEvent.hover(spot(/^Delivery delay/));
    expect(screen.getByText('-11 days')).toBeVisible();
    await userEvent.unhover(spot(/^Delivery delay/));
    expect(screen.queryByText('-11 days')).not.toBeInTheDocument();
  });

  it('says where the customer stands with R, F and M', () => {
    render(<View />);
    const rfm = part('Recency, frequency, monetary value');
    expect(rfm).toHaveTextContent('Bought more recently than 38% of all customers; than 60% of the segment.');
    expect(within(rfm).getByRole('img', { name: /^180 to 240 days ago: This customer is here/ })).toBeVisible();
  });

  it('says what hangs on it and what to do', () => {
    render(<View />);
    expect(part('Value in 180 days')).toHaveTextContent('Revenue at riskR$ 161.80');
    expect(part('Recommended action')).toHaveTextContent('Win back with a voucher');
  });

  it('shows past scores and orders', () => {
    render(<View />);
    expect(within(part('Past scores')).getAllByRole('img')).toHaveLength(14);
    expect(within(part('Orders (3)')).getByRole('img', { name: /Status canceled/ })).toBeVisible();
  });

  it('has a table in place of each picture', async () => {
    render(<View />);
    for (const name of ['Against the average customer', 'Why this score', 'Past scores', 'Orders (3)'])
      await userEvent.click(screen.getByRole('button', { name: `Show table: ${name}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Show table: Recency, frequency, monetary value' }));
    expect(screen.getAllByRole('table')).toHaveLength(5);
    const reasons = within(part('Reasons as a table')).getAllByRole('row');
    expect(reasons.map((row) => row.textContent).slice(0, 3)).toEqual([
      'FeatureCustomerTypicalPoints',
      'Average customer98.62%',
      'Days since the last order210 days155 days+0.31',
    ]);
    expect(part('Orders as a table')).toHaveTextContent('9 days late');
  });

  it('leaves out the parts that are switched off or that the answer holds nothing for', () => {
    const { rerender } = render(<View options={{ sections: ['reasons'] }} />);
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Why this score']);
    rerender(<View data={loaded([frameOf('churn_score', [{ ...CUSTOMER, action: '' }])])} />);
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'Against the average customer',
      'Recency, frequency, monetary value',
      'Value in 180 days',
    ]);
  });

  it('leads where the option says, else where the field says', () => {
    const { rerender } = render(<View customerLink={(id) => `/customer/${id}`} />);
    const link = () => screen.getByRole('link', { name: '5a1c0f5e…' });
    expect(link()).toHaveAttribute('href', '/customer/5a1c0f5e3b7d4926a8e0c1f2d3b4a596');
    const [frame, ...others] = scoreFrames();
    const field = frame?.fields[0];
    if (!frame || !field) throw new Error('The frame has no fields.');
    field.getLinks = () => [{ href: '/d/x', title: 'Profile', target: '_blank', origin: field }];
    rerender(<View data={loaded([frame, ...others])} />);
    expect(link()).toHaveAttribute('href', '/d/x');
  });

  it.each([1000, 360])('is free of violations of accessibility rules at %d px', async (width) => {
    const { container } = render(<View width={width} runWhatIf={async () => whatIfFrames()} />);
    await expectAccessible(container);
  });
});

describe('going through a picture with the keyboard', () => {
  it('is one stop for Tab; arrows go on from there', async () => {
    render(<View options={{ sections: ['reasons'] }} />);
    const spots = within(screen.getByRole('group')).getAllByRole('img');
    expect(spots.filter((one) => one.tabIndex === 0)).toHaveLength(1);
    act(() => spots[0]?.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(spots[2]).toHaveFocus();
    expect(screen.getByText('Delivery delay')).toBeVisible();
    await userEvent.keyboard('{End}');
    expect(spots.at(-1)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(spots.at(-1)).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowUp}x');
    expect(spots[0]).toHaveFocus();
  });
});

describe('an answer to a what-if', () => {
  it('shows the score before and after', () => {
    render(<View data={loaded(whatIfFrames())} />);
    expect(part('What the change does')).toHaveTextContent('99.14% → 98.01%');
    expect(part('What the change does')).toHaveTextContent('−1.13 points: lowers the risk');
    expect(screen.getByText('A customer described by features alone')).toBeVisible();
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (state) => {
    render(<View data={{ series: [], state }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the churn score');
  });

  it('keeps the score while a newer one is loaded', () => {
    render(<View data={{ series: scoreFrames(), state: LoadingState.Loading }} />);
    expect(part('Why this score')).toBeVisible();
  });

  it('says what went wrong in the words of the backend', () => {
    const errors = [{ message: 'No model yet: run churnwatch train.' }];
    render(<View data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('No model yet: run churnwatch train.');
  });

  it('asks for a customer', () => {
    render(<View data={loaded([])} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customer chosen');
  });

  it('says that nobody fits, in a list', () => {
    render(<View data={loaded([])} options={{ mode: 'list' }} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customers');
  });

  it('names missing fields and what to ask', () => {
    const { churn_probability, sentence } = CUSTOMER;
    const rows = [{ churn_probability: churn_probability ?? 0, sentence: sentence ?? '' }];
    render(<View data={loaded([frameOf('churn_score', rows)])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('churn_score lacks: base_rate, high_from, low_to');
    expect(screen.getByRole('alert')).toHaveTextContent('"Churn score of one customer"');
  });

  it.each<[ChurnScoreOptions['mode'], string]>([
    ['auto', 'The answer holds no churn score'],
    ['list', 'The answer holds no list of scores'],
  ])('says what to ask instead of something else (%s)', (mode, title) => {
    render(<View data={loaded([frameOf('sales', [{ time: 1, revenue: 2 }])])} options={{ mode }} />);
    expect(screen.getByRole('alert')).toHaveTextContent(title);
  });
});

describe('in little room', () => {
  it('shows the band and the scale, then the band alone', () => {
    const { rerender } = render(<View width={200} height={180} />);
    expect(screen.getByText('High risk')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Risk compared with the average customer' })).toBeVisible();
    rerender(<View width={120} height={60} />);
    expect(screen.getByText('High risk')).toBeVisible();
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
  });

  it('stands in one column where it is narrow, the action first', () => {
    render(<View width={380} />);
    const heads = screen.getAllByRole('heading').map((heading) => heading.textContent);
    expect(heads.slice(0, 3)).toEqual(['Against the average customer', 'Recommended action', 'Why this score']);
  });
});

describe('what if', () => {
  const days = () => screen.getByRole('spinbutton', { name: /^Days since the last order/ });
  const write = async (input: HTMLElement, text: string) => {
    await userEvent.clear(input);
    await userEvent.type(input, text);
  };
  const outcome = () => within(part('What if?')).findByText('98.01%');

  it('is not offered where nothing can be asked', () => {
    render(<View />);
    expect(screen.queryByRole('region', { name: 'What if?' })).not.toBeInTheDocument();
  });

  it('offers recency, frequency and monetary value first, and only what may be changed', async () => {
    render(<View runWhatIf={jest.fn()} />);
    const names = () => screen.getAllByRole('slider').map((slider) => slider.getAttribute('aria-label'));
    expect(names().slice(0, 3)).toEqual([
      'Days since the last order, slider',
      'Days with an order, slider',
      'Total spent, slider',
    ]);
    expect(names()).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'All 7 features' }));
    expect(names()).toHaveLength(7);
    expect(names()).not.toContain('Days between orders, slider');
  });

  it('asks once the changes rest, and shows before and after', async () => {
    const run = jest.fn(async () => whatIfFrames());
    render(<View runWhatIf={run} />);
    await write(days(), '30');
    expect(await outcome()).toBeVisible();
    expect(run).toHaveBeenCalledTimes(1);
    expect(run).toHaveBeenCalledWith({ recency_days: 30 }, expect.any(AbortSignal));
    expect(part('What if?')).toHaveTextContent('was 210 days');
    expect(part('What if?')).toHaveTextContent('R$ 161.80 → R$ 159.90');
  });

  it('takes back a request when the changes go on', async () => {
    const signals: AbortSignal[] = [];
    const run = jest.fn((_changes: object, signal: AbortSignal) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise<never>(() => undefined) : Promise.resolve(whatIfFrames());
    });
    render(<View runWhatIf={run} />);
    await write(days(), '3');
    await waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    await userEvent.type(days(), '0');
    expect(await outcome()).toBeVisible();
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  });

  it('says why there is no answer', async () => {
    render(<View runWhatIf={() => Promise.reject(new Error('recency_days must be at most 402.'))} />);
    await write(days(), '700');
    expect(await screen.findByText('recency_days must be at most 402.')).toBeVisible();
  });

  it('says so when the answer holds no score', async () => {
    render(<View runWhatIf={async () => []} />);
    await write(days(), '70');
    expect(await screen.findByText(/The answer holds no score/)).toBeVisible();
  });

  it('goes back to the customer as it is', async () => {
    render(<View runWhatIf={async () => whatIfFrames()} />);
    expect(screen.getByRole('button', { name: 'Reset' })).toBeDisabled();
    await write(days(), '30');
    await outcome();
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(days()).toHaveValue(210);
    expect(within(part('What if?')).queryByText('98.01%')).not.toBeInTheDocument();
  });

  it('keeps what was tried, tries it again, and forgets it when asked', async () => {
    const run = jest.fn(async () => whatIfFrames());
    const { unmount } = render(<View runWhatIf={run} />);
    await write(days(), '30');
    await outcome();
    unmount();
    render(<View runWhatIf={run} />);
    expect(screen.getByText('Your what-ifs')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Days since the last order 210 days → 30 days' }));
    expect(days()).toHaveValue(30);
    await outcome();
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.queryByText('Your what-ifs')).not.toBeInTheDocument();
    expect(localStorage.getItem('churnwatch.what-ifs')).toBe('[]');
  });

  it('is free of violations of accessibility rules with an answer', async () => {
    const { container } = render(
      <View
        runWhatIf={async () => whatIfFrames()}
        data={loaded([...scoreFrames().slice(0, 1), frameOf('reasons', REASONS)])}
      />,
    );
    await write(days(), '30');
    await outcome();
    await expectAccessible(container);
  });
});
