import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { CustomersBehind } from './CustomersBehind';
import type { AskList } from './listTarget';
import { customersFrame } from './testing';
import { useList } from './useList';

const QUERY = { kind: 'customers', movedFrom: ['Loyal'] } as const;

interface Props {
  ask: AskList | undefined;
  customers?: number;
  width?: number;
  wanted?: boolean;
  onClose?: () => void;
}

function List({ ask, customers = 3, width = 1200, wanted = true, onClose }: Props) {
  const list = useList(ask, wanted ? { ...QUERY } : undefined);
  const customerLink = (id: string) => (id.startsWith('00000000') ? `/c/${id}` : undefined);
  return <CustomersBehind title="From Loyal" height={300} {...{ customers, list, width, customerLink, onClose }} />;
}

const answering = (count: number): jest.MockedFunction<AskList> =>
  jest.fn<ReturnType<AskList>, Parameters<AskList>>(() => Promise.resolve(count > 0 ? [customersFrame(count)] : []));
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('the customers behind a number', () => {
  it('are asked for once, and shown with what is known of them', async () => {
    const ask = answering(3);
    const { rerender } = render(<List ask={ask} />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the customers');
    expect(await screen.findAllByRole('row')).toHaveLength(4);
    rerender(<List ask={ask} width={1201} />);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask).toHaveBeenCalledWith(QUERY, expect.any(AbortSignal));
    expect(screen.getAllByRole('row')[1]).toHaveTextContent(
      /00000000…LoyalAt risk▲ High riskR\$ 12.3k.*Feb 3, 2018200 daysOne last offer/,
    );
    expect(screen.getByRole('link', { name: '00000000…' })).toHaveAttribute('href', '/c/00000000abcdef');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('say how many there are beyond the list', async () => {
    const { rerender } = render(<List ask={answering(3)} customers={12_034} />);
    expect(await screen.findByText('the first 3 of 12,034 customers')).toBeVisible();
    rerender(<List ask={answering(1)} customers={1} />);
    expect(await screen.findByText('1 customer')).toBeVisible();
  });

  it('keep the columns that matter most where it is narrow', async () => {
    render(<List ask={answering(2)} width={400} />);
    await screen.findAllByRole('row');
    expect(heads()).toEqual(['Customer', 'Paid', 'Ago']);
  });

  it('are handed out as CSV', async () => {
    const create = jest.fn((_blob: Blob) => 'blob:x');
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<List ask={answering(2)} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Download the list as CSV' }));
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  it('are asked for again when that failed', async () => {
    const ask = answering(1).mockRejectedValueOnce(new Error('The query took too long.'));
    render(<List ask={ask} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The query took too long.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('row')).toHaveLength(2);
  });

  it('are nobody where the answer is empty, and not asked for where nobody wants them', async () => {
    const ask = answering(0);
    const { rerender } = render(<List ask={ask} />);
    expect(await screen.findByText('No customers')).toBeVisible();
    rerender(<List ask={ask} wanted={false} />);
    expect(ask).toHaveBeenCalledTimes(1);
    rerender(<List ask={undefined} />);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('are no longer waited for when the list is left', async () => {
    let signal: AbortSignal | undefined;
    const ask: AskList = (_, given) => {
      signal = given;
      return new Promise(() => undefined);
    };
    const { unmount } = render(<List ask={ask} />);
    await act(() => Promise.resolve());
    expect(signal?.aborted).toBe(false);
    unmount();
    expect(signal?.aborted).toBe(true);
  });

  it('can be closed, where that is possible', async () => {
    const onClose = jest.fn();
    const { rerender } = render(<List ask={answering(1)} onClose={onClose} />);
    await userEvent.click(screen.getByRole('button', { name: 'Close the list' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    rerender(<List ask={answering(1)} />);
    await screen.findAllByRole('row');
    expect(screen.queryByRole('button', { name: 'Close the list' })).not.toBeInTheDocument();
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = render(<List ask={answering(3)} onClose={jest.fn()} />);
    await screen.findAllByRole('row');
    await expectAccessible(container);
  });
});
