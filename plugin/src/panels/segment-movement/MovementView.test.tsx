import { LoadingState, type LinkModel } from '@grafana/data';
import { NOT_YET } from '@contract';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { AskList } from '../../components/customers/listTarget';
import { customersFrame } from '../../components/customers/testing';
import { expectAccessible } from '../../testing/accessibility';
import type { Choice } from './data/model';
import { MovementView, type MovementViewProps } from './MovementView';
import { DEFAULT_OPTIONS, type MovementOptions } from './options';
import { loaded, moveRow, movesFrame, SHOP } from './testing/frames';

type Overrides = Partial<Omit<MovementViewProps, 'options'>> & { options?: Partial<MovementOptions> };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onChoose, choice: first = { from: '', to: '' }, ...props }: Overrides) {
  const [choice, setChoice] = useState<Choice>(first);
  const choose = (one: Choice) => {
    setChoice(one);
    onChoose?.(one);
  };
  return (
    <MovementView
      data={loaded(movesFrame())}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={900}
      height={500}
      choice={choice}
      onChoose={choose}
      customerLink={() => undefined}
      {...props}
    />
  );
}

const picture = () => screen.getByRole('group', { name: 'Movement between segments' });
const part = (name: RegExp) => within(picture()).getByRole('button', { name });
const asking = (): jest.MockedFunction<AskList> =>
  jest.fn<ReturnType<AskList>, Parameters<AskList>>(() => Promise.resolve([customersFrame(2)]));

describe('the flow', () => {
  it('has a part for each flow and each segment then and now that says everything', () => {
    render(<Page />);
    // Six flows between four segments then, nobody among them, and four now.
    expect(within(picture()).getAllByRole('button')).toHaveLength(6 + 4 + 4);
    expect(
      part(
        /^About to sleep → Lost: Down. Customers 190 \(19.0%\); Of About to sleep then 50.0%; Of Lost now 44.2%; Stopped buying 150; Came back 0; Paid so far R\$ 19,095.00$/,
      ),
    ).toBeVisible();
    expect(part(/^From New: .*Customers 301 \(30.1%\); Up 1 \(0.3%\); Down 300 \(99.7%\)$/)).toBeVisible();
    expect(part(/^Into New: .*Customers 269 \(26.9%\); Up 19 \(7.1%\); New 250 \(92.9%\)$/)).toBeVisible();
  });

  it('says in a sentence how many stayed, moved and left', () => {
    render(<Page />);
    expect(
      screen.getByText(
        'Since Jun 2, 2018, of 1,000 customers 49.0% moved down, 2.0% up, 24.0% stayed and 25.0% are new; 150 stopped buying, 19 came back.',
      ),
    ).toBeVisible();
  });

  it('draws the names and numbers of both days', () => {
    const { container } = render(<Page />);
    const texts = [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Then', 'Now', 'Lost 259', 'Lost 430', `${NOT_YET} 250`]));
  });

  it('counts those who moved in one way when asked', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Gone 150' }));
    expect(within(picture()).getAllByRole('button')).toHaveLength(1 + 1 + 1);
    expect(part(/^About to sleep → Lost: Down. Gone 150; Customers 190/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Gone 150' }));
    expect(within(picture()).getAllByRole('button')).toHaveLength(14);
    expect(screen.getByRole('button', { name: 'Up 20' })).toHaveAttribute('title', 'In a better segment than then');
  });

  it('shows exact figures under the pointer and for the keyboard', async () => {
    render(<Page />);
    await userEvent.hover(part(/^Lost → Lost/));
    expect(screen.getByText('R$ 24,120.00')).toBeVisible();
    await userEvent.unhover(part(/^Lost → Lost/));
    expect(screen.queryByText('R$ 24,120.00')).not.toBeInTheDocument();
    act(() => part(/^Lost → Lost/).focus());
    expect(screen.getByText('R$ 24,120.00')).toBeVisible();
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page choice={{ from: 'Lost', to: '' }} ask={asking()} />);
    await screen.findByRole('region', { name: 'From Lost' });
    await expectAccessible(container);
  });
});

describe('choosing', () => {
  it('a flow by a click, and taking it back by a second one', async () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    await userEvent.click(part(/^Lost → New/));
    expect(part(/^Lost → New/)).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(part(/^Lost → New/));
    expect(onChoose.mock.calls).toEqual([[{ from: 'Lost', to: 'New' }], [{ from: '', to: '' }]]);
  });

  it('a segment then or now', async () => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    await userEvent.click(part(/^From Lost/));
    await userEvent.click(part(/^Into New/));
    expect(onChoose.mock.calls).toEqual([[{ from: 'Lost', to: '' }], [{ from: '', to: 'New' }]]);
  });

  it.each(['{Enter}', ' '])('by the keyboard: arrows and %j', async (key) => {
    const onChoose = jest.fn();
    render(<Page onChoose={onChoose} />);
    act(() => part(/^New → Promising/).focus());
    await userEvent.keyboard(`{ArrowRight}${key}`);
    expect(onChoose.mock.calls).toEqual([[{ from: NOT_YET, to: 'New' }]]);
  });

  it('is not offered where nothing listens', () => {
    render(<Page onChoose={undefined} />);
    const common = { data: loaded(movesFrame()), options: DEFAULT_OPTIONS, width: 700, height: 400 };
    const { container } = render(
      <MovementView {...common} choice={{ from: '', to: '' }} customerLink={() => undefined} />,
    );
    expect(container.querySelectorAll('svg [role=button]')).toHaveLength(0);
    expect(container.querySelectorAll('svg [role=img]')).toHaveLength(14);
  });
});

describe('the customers behind a flow', () => {
  it('are listed below it, and put away', async () => {
    const ask = asking();
    const onChoose = jest.fn();
    render(<Page ask={ask} onChoose={onChoose} height={700} />);
    expect(ask).not.toHaveBeenCalled();
    await userEvent.click(part(/^About to sleep → Lost/));
    await screen.findByRole('region', { name: 'About to sleep → Lost' });
    expect(screen.getByText('the first 2 of 190 customers')).toBeVisible();
    expect(ask.mock.calls.map(([query]) => query)).toEqual([
      {
        kind: 'customers',
        movedFrom: ['About to sleep'],
        movedTo: ['Lost'],
        movedDays: 90,
        sort: 'monetary',
        descending: true,
        limit: 100,
      },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Close the list' }));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(onChoose).toHaveBeenLastCalledWith({ from: '', to: '' });
  });

  it('are all who moved in the way that is counted, too', async () => {
    const ask = asking();
    render(<Page ask={ask} height={700} />);
    await userEvent.click(screen.getByRole('button', { name: 'Back 19' }));
    await screen.findByRole('region', { name: 'Back' });
    expect(ask.mock.calls[0]?.[0]).toMatchObject({ moved: ['back'], movedDays: 90 });
    await userEvent.click(part(/^Into New/));
    await screen.findByRole('region', { name: 'Into New · Back' });
    expect(ask).toHaveBeenLastCalledWith(
      expect.objectContaining({ moved: ['back'], movedTo: ['New'] }),
      expect.any(AbortSignal),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Close the list' }));
    expect(within(picture()).getAllByRole('button')).toHaveLength(14);
  });

  it('take the place of the picture where both do not fit', async () => {
    render(<Page ask={asking()} height={350} choice={{ from: 'New', to: '' }} />);
    expect(screen.queryByRole('group', { name: 'Movement between segments' })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Close the list' }));
    expect(picture()).toBeVisible();
  });

  it('are not asked for where nobody moved so, or the options say so', () => {
    const ask = asking();
    render(<Page ask={ask} choice={{ from: 'Champions', to: 'Lost' }} />);
    render(<Page ask={ask} choice={{ from: 'New', to: '' }} options={{ showList: false }} />);
    expect(ask).not.toHaveBeenCalled();
    expect(screen.getByText('No customers')).toBeVisible();
  });
});

describe('the table', () => {
  const cells = () => screen.getAllByRole('row').map((row) => row.textContent);

  it('shows the same figures, sorted by the column whose head is used', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(cells()[1]).toBe('NewPromisingDown30030.0%50.0%00R$ 30.2k');
    await userEvent.click(screen.getByRole('button', { name: 'From' }));
    expect(
      cells()
        .slice(1)
        .map((text) => text?.slice(0, 9)),
    ).toEqual(['NewChampi', 'NewPromis', 'About to ', 'LostNewUp', 'LostLostS', 'Not yet a']);
    await userEvent.click(screen.getByRole('button', { name: 'To' }));
    expect(cells()[1]).toMatch(/^NewChampions/);
    await userEvent.click(screen.getByRole('button', { name: 'Gone' }));
    expect(cells()[1]).toMatch(/^About to sleepLost/);
  });

  it('chooses a flow by its end, and shows the links of the panel', async () => {
    const onChoose = jest.fn();
    const link: LinkModel = { href: '/d/x', title: 'More', target: undefined, origin: {} };
    const frame = movesFrame(SHOP, ({ valueRowIndex }) => (valueRowIndex === 0 ? [link] : []));
    render(<Page options={{ view: 'table' }} onChoose={onChoose} data={loaded(frame)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Lost → New' }));
    expect(onChoose).toHaveBeenCalledWith({ from: 'Lost', to: 'New' });
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
    expect(screen.getByRole('status')).toHaveTextContent('Loading the movement');
  });

  it('says what went wrong in the words of the backend', () => {
    const errors = [{ data: { message: 'days must be a whole number from 1 to 3650, not 0.' } }];
    render(<Page data={{ series: [], state: LoadingState.Error, errors }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('days must be a whole number');
  });

  it('says that nobody fits', () => {
    render(<Page data={loaded(movesFrame([moveRow('New', 'Lost', 0)]))} />);
    expect(screen.getByRole('status')).toHaveTextContent('No customers');
  });

  it('names missing fields and what to ask instead', () => {
    render(<Page data={loaded(movesFrame([{ from_segment: 'New', customers: 3 }]))} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer lacks to_segment');
    expect(screen.getByRole('alert')).toHaveTextContent('Segment movement');
  });
});

describe('at the edges', () => {
  it('shows one customer, and answers without who is gone', () => {
    const rows = [{ from_segment: NOT_YET, to_segment: 'New', customers: 1 }];
    const { container } = render(<Page data={loaded(movesFrame(rows))} />);
    expect(part(/^Not yet a customer → New: New. Customers 1 \(100.0%\)/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Gone 0' })).toBeDisabled();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('shows a million customers, and segments that it does not know', () => {
    const rows = [moveRow('New', 'Wanderers', 1_234_567), moveRow('Wanderers', 'Lost', 1)];
    const { container } = render(<Page data={loaded(movesFrame(rows))} />);
    expect(part(/^New → Wanderers: Down. Customers 1,234,567/)).toBeVisible();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('says the sentence alone where no flow can be told from another', () => {
    render(<Page width={200} />);
    expect(screen.queryByRole('group', { name: 'Movement between segments' })).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('of 1,000 customers');
  });

  it('leaves out buttons and sentence where it is low', () => {
    render(<Page height={150} />);
    expect(screen.queryByRole('button', { name: 'Table' })).not.toBeInTheDocument();
    expect(picture()).toBeVisible();
  });
});
