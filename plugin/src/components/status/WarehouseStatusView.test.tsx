import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { generation, ready } from '../../testing/status';
import { WarehouseStatusView } from './WarehouseStatusView';

describe('what a data source serves', () => {
  it('is shown with its days and freshness', () => {
    render(<WarehouseStatusView state={{ phase: 'known', status: ready() }} />);
    expect(screen.getByText('/srv/olist')).toBeVisible();
    expect(screen.getByText('1,550,922 read, 12 rejected')).toBeVisible();
    expect(screen.getByText(/^Sep 4, 2016 to Sep 3, 2018$/)).toBeVisible();
    expect(screen.getByText(/^Jan 5, 2017 to Aug 22, 2018$/)).toBeVisible();
  });

  it('names what each total counts', () => {
    render(<WarehouseStatusView state={{ phase: 'known', status: ready() }} />);
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual([
      'CountedOrdersCustomersPayments',
      'All orders99,44196,096R$ 16,008,872.12',
      'Purchases98,20794,990R$ 15,739,137.01',
    ]);
  });

  it('says when it is sample data, and only then', () => {
    const { rerender } = render(<WarehouseStatusView state={{ phase: 'known', status: ready() }} />);
    expect(screen.queryByText('This is generated sample data')).not.toBeInTheDocument();
    rerender(<WarehouseStatusView state={{ phase: 'known', status: ready({ sample: true }) }} />);
    expect(screen.getByText('This is generated sample data')).toBeVisible();
    expect(screen.getByText('Generated sample')).toBeVisible();
  });

  it('is free of violations of accessibility rules', async () => {
    const progress = { step: 'orders', share: 0.5 };
    const status = { ...ready({ sample: true }), state: 'building', progress } as const;
    const { container } = render(<WarehouseStatusView state={{ phase: 'known', status }} />);
    await expectAccessible(container);
  });
});

describe('while the warehouse is built', () => {
  it('shows step and share', () => {
    const status = { state: 'building', progress: { step: 'loading order items', share: 0.604 } } as const;
    render(<WarehouseStatusView state={{ phase: 'known', status }} />);
    expect(screen.getByRole('status')).toHaveTextContent('The warehouse is being built: 60%, loading order items');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '60');
    expect(screen.getByText('Dashboards answer as soon as it is done.')).toBeVisible();
  });

  it('counts on for how long, though no answer says that anything has moved', () => {
    jest.useFakeTimers();
    const state = (seconds: number) =>
      ({ phase: 'known', status: { state: 'building', progress: { step: 'starting', share: 0, seconds } } }) as const;
    const { rerender } = render(<WarehouseStatusView state={state(57)} />);
    expect(screen.getByRole('timer')).toHaveTextContent('57 s');
    act(() => jest.advanceTimersByTime(5_000));
    expect(screen.getByRole('timer')).toHaveTextContent('1 min 2 s');
    rerender(<WarehouseStatusView state={state(60)} />);
    expect(screen.getByRole('timer')).toHaveTextContent('1 min 2 s');
    rerender(<WarehouseStatusView state={state(75)} />);
    expect(screen.getByRole('timer')).toHaveTextContent('1 min 15 s');
    rerender(<WarehouseStatusView state={state(0)} />);
    expect(screen.getByRole('timer')).toHaveTextContent('0 s');
    jest.useRealTimers();
  });

  it('says no time where an older backend tells none', () => {
    const status = { state: 'building', progress: { step: 'starting', share: 0 } } as const;
    render(<WarehouseStatusView state={{ phase: 'known', status }} />);
    expect(screen.getByRole('status')).toHaveTextContent('0%, starting');
    expect(screen.queryByRole('timer')).not.toBeInTheDocument();
  });

  it('says that the data before is served meanwhile', () => {
    const status = { state: 'building', generation: generation() } as const;
    render(<WarehouseStatusView state={{ phase: 'known', status }} />);
    expect(screen.getByText('Dashboards keep answering from the data before.')).toBeVisible();
    expect(screen.getByText('/srv/olist')).toBeVisible();
  });

  it('keeps a share that cannot be within its bounds', () => {
    const status = { state: 'building', progress: { step: 'x', share: 7 } } as const;
    render(<WarehouseStatusView state={{ phase: 'known', status }} />);
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '100');
  });
});

describe('when something went wrong', () => {
  const error = 'olist_orders_dataset.csv is missing. Put it into the data folder.';

  it('says what, and that there is nothing to show', () => {
    render(<WarehouseStatusView state={{ phase: 'known', status: { state: 'failed', error } }} />);
    expect(screen.getByRole('alert', { name: 'The warehouse could not be built' })).toHaveTextContent(error);
  });

  it('says that the last good data is still served', () => {
    render(
      <WarehouseStatusView state={{ phase: 'known', status: { state: 'failed', error, generation: generation() } }} />,
    );
    expect(screen.getByText('The last build failed; the data before it is still served')).toBeVisible();
    expect(screen.getByText('/srv/olist')).toBeVisible();
  });

  it('says that the data source does not answer', () => {
    render(<WarehouseStatusView state={{ phase: 'unreachable', message: 'Plugin unavailable' }} />);
    expect(screen.getByRole('alert', { name: 'The data source does not answer' })).toHaveTextContent(
      'Plugin unavailable',
    );
  });

  it('asks for patience until it is known', () => {
    render(<WarehouseStatusView state={{ phase: 'loading' }} />);
    expect(screen.getByText('Asking the data source…')).toBeVisible();
  });
});
