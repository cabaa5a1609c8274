import { toDataFrame } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { backtestFrame, loaded } from '../testing/frames';
import { View } from '../testing/View';

const STATES = ['SP', 'Other', 'RJ'];
const picture = (name: string | RegExp = 'Actual and expected over time') => screen.getByRole('slider', { name });

describe('past forecasts', () => {
  it('are asked for when they are wanted, and judged in words', async () => {
    const ask = jest.fn(async () => [backtestFrame()]);
    render(<View askBacktest={ask} />);
    expect(ask).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('radio', { name: 'Past forecasts' }));
    expect(
      await screen.findByText(
        /^After Jul 30, 2018, R\$ 50.6k was forecast and R\$ 46.0k came; 10.0% too high; 30 of 30 days inside the range \(100.0%\)\.$/,
      ),
    ).toBeVisible();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('can be gone through by their origins', async () => {
    render(<View askBacktest={async () => [backtestFrame()]} options={{ view: 'backtest' }} />);
    await screen.findByText(/^After Jul 30, 2018/);
    expect(screen.getByRole('button', { name: 'Later forecast' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Earlier forecast' }));
    expect(screen.getByText(/^After Jun 30, 2018/)).toBeVisible();
    expect(picture('past forecasts over what happened')).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('Forecast after Jun 30, 2018'),
    );
  });

  it('have a table', async () => {
    render(<View askBacktest={async () => [backtestFrame()]} options={{ view: 'backtest', asTable: true }} />);
    const table = await screen.findByRole('group', { name: 'Past forecasts as a table' });
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      /^Sun, Jul 1, 2018Jun 30, 2018R\$ [\d,.]+R\$ [\d,.]+R\$ [\d,.]+R\$ [\d,.]+Inside its range$/,
    );
  });

  it('of several series are drawn side by side', async () => {
    render(<View askBacktest={async () => [backtestFrame(STATES)]} options={{ view: 'backtest' }} />);
    expect(await screen.findAllByText('10.0% too high')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'RJ, on its own' }));
    expect(picture('RJ: past forecasts over what happened')).toBeVisible();
  });

  it('say why they failed, and can be tried again', async () => {
    const ask = jest
      .fn()
      .mockRejectedValueOnce(new Error('It took longer than 30 s.'))
      .mockResolvedValue([backtestFrame()]);
    render(<View askBacktest={ask} options={{ view: 'backtest' }} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('It took longer than 30 s.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^After Jul 30, 2018/)).toBeVisible();
  });

  it.each([
    ['no origins', backtestFrame([], []), 'No past forecasts'],
    ['something else', toDataFrame({ fields: [{ name: 'x', values: [1] }] }), 'The answer holds no forecast over time'],
  ])('with %s: is said', async (_name, frame, title) => {
    render(<View askBacktest={async () => [frame]} options={{ view: 'backtest' }} />);
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('are on their way at first, and taken back when the panel goes', async () => {
    let signal: AbortSignal | undefined;
    const ask = (given: AbortSignal) => {
      signal = given;
      return new Promise<never>(() => undefined);
    };
    const { unmount } = render(<View askBacktest={ask} options={{ view: 'backtest' }} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading past forecasts…');
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it("are all there is where the panel's own query asks for them", () => {
    render(<View data={loaded([backtestFrame()])} />);
    expect(screen.getByText(/^After Jul 30, 2018/)).toBeVisible();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('are not offered where they cannot be asked for', () => {
    render(<View options={{ view: 'backtest' }} />);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(picture()).toBeVisible();
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = render(<View askBacktest={async () => [backtestFrame()]} options={{ view: 'backtest' }} />);
    await screen.findByText(/^After Jul 30, 2018/);
    await expectAccessible(container);
  });
});
