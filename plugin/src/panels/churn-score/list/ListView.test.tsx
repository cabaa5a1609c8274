import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { readList, type ListModel } from '../data/readList';
import { frameOf, listFrames } from '../testing/frames';
import { scoreRow } from '../testing/rows';
import { rowsToCsv } from './exportRows';
import { ListView } from './ListView';

function modelOf(frames = listFrames()): ListModel {
  const reading = readList(frames);
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

interface Props {
  model?: ListModel;
  width?: number;
  height?: number;
}

function View({ model = modelOf(), width = 1200, height = 500 }: Props) {
  return <ListView model={model} width={width} height={height} customerLink={(id) => `/c/${id}`} />;
}

const rows = () => screen.getAllByRole('row').slice(1);
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('the list', () => {
  it('shows what matters of each customer, in the order of the answer', () => {
    render(<View />);
    expect(heads()).toEqual([
      'Customer',
      'Risk',
      'Odds',
      'At risk',
      'Last order',
      'Segment',
      'Main reason',
      'Recommended action',
    ]);
    expect(rows()[1]).toHaveTextContent(
      '00000001…▲High risk0.70×R$ 999.0031 daysAt riskThe last order was 31 days ago',
    );
    expect(screen.getByText('8 customers as of Aug 22, 2018')).toBeVisible();
  });

  it('is sorted by the column whose head is used, and the other way round by a second use', async () => {
    render(<View />);
    await userEvent.click(screen.getByRole('button', { name: 'Last order' }));
    expect(rows()[0]).toHaveTextContent('37 days');
    expect(screen.getByRole('columnheader', { name: 'Last order' })).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(screen.getByRole('button', { name: 'Last order' }));
    expect(rows()[0]).toHaveTextContent('30 days');
  });

  it('sorts bands by risk, and puts what is not known last', async () => {
    const some = [scoreRow(3), scoreRow(2), scoreRow(1, { band: 'unheard', relative_odds: null }), scoreRow(0)];
    render(<View model={modelOf([frameOf('churn_scores', some)])} />);
    await userEvent.click(screen.getByRole('button', { name: 'Risk' }));
    expect(rows().map((row) => row.textContent?.slice(0, 8))).toEqual(['00000000', '00000002', '00000003', '00000001']);
    await userEvent.click(screen.getByRole('button', { name: 'Odds' }));
    expect(rows().at(-1)).toHaveTextContent('00000001');
  });

  it('is narrowed to bands', async () => {
    render(<View />);
    await userEvent.click(screen.getByRole('button', { name: 'Low risk 2' }));
    expect(rows()).toHaveLength(2);
    expect(screen.getByText(/^2 of 8 customers/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Medium risk 2' }));
    expect(rows()).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: 'Low risk 2' }));
    await userEvent.click(screen.getByRole('button', { name: 'Medium risk 2' }));
    expect(rows()).toHaveLength(8);
  });

  it('leads to the customer', () => {
    render(<View />);
    expect(screen.getByRole('link', { name: '00000000…' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/c\/0{8}df/),
    );
  });

  it('draws of very many only those in sight, and says how many there are', () => {
    render(<View model={modelOf(listFrames(5000))} />);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '2');
  });

  it('keeps the most important columns where it is narrow, and the table alone where it is low', () => {
    const { rerender } = render(<View width={380} />);
    expect(heads()).toEqual(['Customer', 'Risk', 'At risk']);
    rerender(<View width={380} height={120} />);
    expect(screen.queryByRole('button', { name: 'Download as CSV' })).not.toBeInTheDocument();
  });

  it('leaves out columns that hold nothing', () => {
    const bare = [{ customer_id: 'a', churn_probability: 0.9 }];
    render(<View model={modelOf([frameOf('churn_scores', bare)])} />);
    expect(heads()).toEqual(['Customer']);
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<View />);
    await expectAccessible(container);
  });
});

describe('the export', () => {
  it('holds every column of the answer, for the rows shown in their order', () => {
    const model = modelOf();
    const csv = rowsToCsv(
      model,
      [model.rows[2], model.rows[0]].filter((row) => row !== undefined),
    );
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?customer_id,band,churn_probability,relative_odds/);
    expect(lines.slice(1).map((line) => line.slice(0, 8))).toEqual(['00000002', '00000000']);
  });

  it('is handed to the browser under a name that says what and when', async () => {
    const create = jest.fn((_blob: Blob) => 'blob:x');
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: jest.fn() });
    const names: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    render(<View />);
    await userEvent.click(within(document.body).getByRole('button', { name: 'Download as CSV' }));
    expect(names).toEqual(['churn-scores-2018-08-22.csv']);
    jest.restoreAllMocks();
  });
});
