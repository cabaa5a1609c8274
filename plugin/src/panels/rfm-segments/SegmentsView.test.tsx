import { LoadingState } from '@grafana/data';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { DEFAULT_OPTIONS, type SegmentsOptions } from './options';
import { SegmentsView, type SegmentsViewProps } from './SegmentsView';
import { frameOf, loaded, SHOP, shopFrames } from './testing/frames';

type Overrides = Partial<Omit<SegmentsViewProps, 'options'>> & { options?: Partial<SegmentsOptions> };

/** The view on a page that keeps what was chosen, as a dashboard does. */
function Page({ options, onSelect, ...props }: Overrides) {
  const [selected, setSelected] = useState<string[]>([]);
  const select = (segment: string | null) => {
    setSelected(segment === null ? [] : [segment]);
    onSelect?.(segment);
  };
  return (
    <SegmentsView
      data={loaded(shopFrames())}
      options={{ ...DEFAULT_OPTIONS, ...options }}
      width={800}
      height={500}
      selected={selected}
      onSelect={select}
      {...props}
    />
  );
}

const picture = () => screen.getByRole('group', { name: /RFM segments|recency and frequency/ });
const tile = (name: RegExp) => within(picture()).getByRole('button', { name });

describe('the treemap', () => {
  it('has a button for each segment that says everything', () => {
    render(<Page />);
    expect(within(picture()).getAllByRole('button')).toHaveLength(3);
    expect(
      tile(/^New: Bought for the first time.*Customers 300 \(30.0%\); Revenue R\$ 100,000.50 \(50.0%\)/),
    ).toBeVisible();
  });

  it('draws names and numbers', () => {
    const { container } = render(<Page />);
    const texts = [...container.querySelectorAll('svg text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Lost', '600', '60.0% of customers', '100.0% churned']));
  });

  it('counts revenue when asked', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Revenue' }));
    expect(screen.getByRole('group', { name: 'RFM segments, areas by revenue' })).toBeVisible();
    expect(screen.getByRole('list', { name: 'Segments and their share of revenue' })).toHaveTextContent('New 50.0%');
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page />);
    await expectAccessible(container);
  });
});

describe('choosing a segment', () => {
  it('by a click, and taking it back by a second one', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    await userEvent.click(tile(/^Lost/));
    expect(tile(/^Lost/)).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(tile(/^Lost/));
    expect(onSelect.mock.calls).toEqual([['Lost'], [null]]);
    expect(tile(/^Lost/)).toHaveAttribute('aria-pressed', 'false');
  });

  it.each(['{Enter}', ' '])('by the keyboard: %s', async (key) => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    act(() => tile(/^New/).focus());
    await userEvent.keyboard(key);
    expect(onSelect.mock.calls).toEqual([['New']]);
  });

  it('in the legend, where small segments are easier to hit', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} />);
    await userEvent.click(within(screen.getByRole('list')).getByRole('button', { name: 'Champions 10.0%' }));
    expect(onSelect).toHaveBeenCalledWith('Champions');
  });

  it('changes the choice when another segment is chosen', async () => {
    const onSelect = jest.fn();
    render(<Page onSelect={onSelect} selected={['Lost', 'New']} />);
    await userEvent.click(tile(/^Lost/));
    expect(onSelect.mock.calls).toEqual([['Lost']]);
  });

  it('is not offered where nothing listens', () => {
    const options: SegmentsOptions = { ...DEFAULT_OPTIONS, view: 'grid' };
    render(<SegmentsView data={loaded(shopFrames())} options={options} width={800} height={500} selected={[]} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(within(picture()).getAllByRole('img')).toHaveLength(3);
  });
});

describe('what is pointed at', () => {
  it('shows its exact figures and meaning under the pointer', async () => {
    render(<Page />);
    await userEvent.hover(tile(/^Lost/));
    expect(screen.getByText('R$ 60,000.00 (30.0%)')).toBeVisible();
    expect(screen.getByText('Bought once or twice, longest ago')).toBeVisible();
    await userEvent.unhover(tile(/^Lost/));
    expect(screen.queryByText('R$ 60,000.00 (30.0%)')).not.toBeInTheDocument();
  });

  it('follows figures that change under a pointer that rests', async () => {
    const { rerender } = render(<Page />);
    await userEvent.hover(tile(/^Lost/));
    const halved = SHOP.map((row) => ({ ...row, revenue: Number(row.revenue) / 2 }));
    rerender(<Page data={loaded([frameOf('rfm_segments', halved)])} />);
    expect(screen.getByText('R$ 30,000.00 (30.0%)')).toBeVisible();
    rerender(
      <Page
        data={loaded([
          frameOf(
            'rfm_segments',
            SHOP.filter((row) => row.segment !== 'Lost'),
          ),
        ])}
      />,
    );
    expect(screen.queryByText('Bought once or twice, longest ago')).not.toBeInTheDocument();
  });

  it('shows them for the keyboard, too, and says what choosing does', async () => {
    render(<Page selected={['Lost']} />);
    act(() => screen.getByRole('radio', { name: 'Customers' }).focus());
    await userEvent.tab();
    expect(screen.getByText('Click to show all segments')).toBeVisible();
  });
});

describe('the grid of scores', () => {
  it('has a button for each pair of scores that somebody has', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Scores' }));
    expect(within(picture()).getAllByRole('button')).toHaveLength(3);
    expect(tile(/^Champions:.*Recency score 5 of 5; Frequency score 5 of 5; Customers 100 \(10.0%\)/)).toBeVisible();
  });

  it('chooses the segment of a cell', async () => {
    const onSelect = jest.fn();
    render(<Page options={{ view: 'grid' }} onSelect={onSelect} />);
    await userEvent.click(tile(/^Champions/));
    expect(onSelect).toHaveBeenCalledWith('Champions');
  });

  it('says what is missing when there are no scores', () => {
    render(<Page options={{ view: 'grid' }} data={loaded([frameOf('rfm_segments', SHOP)])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The scores are missing');
    expect(screen.getByRole('radio', { name: 'Segments' })).toBeEnabled();
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page options={{ view: 'grid' }} />);
    await expectAccessible(container);
  });
});

describe('the table', () => {
  const cells = () => screen.getAllByRole('row').map((row) => row.textContent);

  it('shows the same figures', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('radio', { name: 'Table' }));
    expect(cells()[1]).toBe('Champions10010.0%R$ 40.0k20.0%0.0%120.51.25R$ 400.00');
    expect(screen.getByTitle('R$ 40,000.00')).toBeVisible();
  });

  it('is sorted by the column whose head is used', async () => {
    render(<Page options={{ view: 'table' }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Customers' }));
    expect(screen.getByRole('columnheader', { name: 'Customers' })).toHaveAttribute('aria-sort', 'descending');
    expect(
      cells()
        .slice(1)
        .map((text) => text?.slice(0, 3)),
    ).toEqual(['Los', 'New', 'Cha']);
  });

  it('chooses a segment by its name', async () => {
    const onSelect = jest.fn();
    render(<Page options={{ view: 'table' }} onSelect={onSelect} />);
    await userEvent.click(screen.getByRole('button', { name: 'New' }));
    expect(onSelect).toHaveBeenCalledWith('New');
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page options={{ view: 'table' }} />);
    await expectAccessible(container);
  });
});

describe('when there is nothing to draw', () => {
  it.each([LoadingState.Loading, LoadingState.NotStarted])('says that it is loading (%s)', (state) => {
    render(<Page data={{ series: [], state }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the segments');
  });

  it('keeps the segments while newer ones are loaded', () => {
    render(<Page data={{ series: shopFrames(), state: LoadingState.Loading }} />);
    expect(tile(/^Lost/)).toBeVisible();
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
    render(<Page data={loaded([frameOf('rfm_segments', [{ segment: 'Lost', churned_share: 1 }])])} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The answer lacks: customers, revenue');
    expect(screen.getByRole('alert')).toHaveTextContent('leave the measure empty');
  });
});

describe('in little room', () => {
  it('lists the segments where no picture can be read', () => {
    render(<Page width={150} height={200} />);
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('leaves out toolbar and legend where it is low', () => {
    render(<Page height={120} />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(picture()).toBeVisible();
  });

  it('says as of which day where that fits', () => {
    const { rerender } = render(<Page />);
    expect(screen.getByText(/^As of /)).toBeVisible();
    rerender(<Page width={400} />);
    expect(screen.queryByText(/^As of /)).not.toBeInTheDocument();
  });
});
