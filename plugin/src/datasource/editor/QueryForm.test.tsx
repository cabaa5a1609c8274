import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { BUILDER_KINDS } from '../query/parameters';
import { datasourceWith } from '../testing/datasources';
import type { WarehouseQuery } from '../types';
import { QueryForm } from './QueryForm';

/** A query as a dashboard keeps it, where variables stand in the places of typed values. */
const saved = (query: object): WarehouseQuery => ({ refId: 'A', kind: 'kpis', ...query });

/** The form on a page that keeps the query, as Grafana does; what it makes of it is handed to `onChange`. */
function Page({ initial, onChange }: { initial: object; onChange?: (query: WarehouseQuery) => void }) {
  const [query, setQuery] = useState(saved(initial));
  const [datasource] = useState(() => datasourceWith({ state: 'SP' }));
  const change = (changed: WarehouseQuery) => {
    setQuery(changed);
    onChange?.(changed);
  };
  return <QueryForm kinds={BUILDER_KINDS} query={query} datasource={datasource} onChange={change} />;
}

async function choose(label: string, option: string | RegExp) {
  await userEvent.click(screen.getByLabelText(label, { selector: 'input' }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

beforeEach(() => giveElementsSize(400, 800));
afterEach(() => jest.restoreAllMocks());

describe('the operator of a filter', () => {
  const operator = 'Segment: one or none of the values';

  it('says for an empty filter where its values will go', async () => {
    const onChange = jest.fn();
    render(<Page initial={{}} onChange={onChange} />);
    await choose(operator, 'is none of');
    expect(onChange).not.toHaveBeenCalled();
    await choose('Segment', /^Lost/);
    expect(onChange).toHaveBeenLastCalledWith(saved({ exclude: { segment: ['Lost'] } }));
    expect(screen.getByText('Key figures: all eight · segment not Lost')).toBeVisible();
  });

  it('moves the values to the other list', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ filters: { segment: ['Lost', '$segment'], state: ['SP'] } }} onChange={onChange} />);
    await choose(operator, 'is none of');
    const moved = { filters: { state: ['SP'] }, exclude: { segment: ['Lost', '$segment'] } };
    expect(onChange).toHaveBeenLastCalledWith(saved(moved));
    await choose(operator, 'is one of');
    expect(onChange).toHaveBeenLastCalledWith(saved({ filters: { state: ['SP'], segment: ['Lost', '$segment'] } }));
  });

  it('stands twice where a query both keeps values and leaves some out', async () => {
    const onChange = jest.fn();
    const both = { filters: { segment: ['Lost', 'New'] }, exclude: { segment: ['New'] } };
    render(<Page initial={both} onChange={onChange} />);
    expect(screen.getByLabelText(operator, { selector: 'input' })).toHaveValue('is one of');
    const second = 'Segment (none of): one or none of the values';
    expect(screen.getByLabelText(second, { selector: 'input' })).toHaveValue('is none of');
    await choose(second, 'is one of');
    expect(onChange).toHaveBeenLastCalledWith(saved({ filters: { segment: ['Lost', 'New'] } }));
  });

  it('is not asked for where filters change nothing, unless there are some to take out', () => {
    const { unmount } = render(<Page initial={{ kind: 'model_quality' }} />);
    expect(screen.queryByLabelText('Segment')).not.toBeInTheDocument();
    unmount();
    render(<Page initial={{ kind: 'model_quality', exclude: { segment: ['Lost'] } }} />);
    expect(screen.getByLabelText('Segment')).toBeInTheDocument();
  });
});

describe('conditions on numbers', () => {
  it('begin with one that keeps everything, and are changed part by part', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ kind: 'customers' }} onChange={onChange} />);
    await userEvent.click(screen.getByRole('button', { name: 'Add condition' }));
    const added = { field: 'recency_days', operator: '>=', value: 0 };
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'customers', where: [added] }));
    await choose('Condition 1: number', 'Monetary value');
    await choose('Condition 1: comparison', '<');
    const value = screen.getByLabelText('Condition 1: value');
    await userEvent.clear(value);
    await userEvent.type(value, '99.5{Enter}');
    const where = [{ field: 'monetary', operator: '<', value: 99.5 }];
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'customers', where }));
    expect(screen.getByText(/^Customers by monetary value.*, monetary value < 99.5$/)).toBeVisible();
  });

  it('take a variable, and name a value that is no number while it is written', async () => {
    const onChange = jest.fn();
    const where = [{ field: 'frequency', operator: '=', value: 2 }];
    render(<Page initial={{ kind: 'churn_scores', where }} onChange={onChange} />);
    const value = screen.getByLabelText('Condition 1: value');
    await userEvent.clear(value);
    await userEvent.type(value, 'two');
    expect(screen.getByText('Write a number.')).toBeVisible();
    await userEvent.clear(value);
    await userEvent.type(value, '$least{Enter}');
    expect(screen.queryByText('Write a number.')).not.toBeInTheDocument();
    const kept = [{ field: 'frequency', operator: '=', value: '$least' }];
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'churn_scores', where: kept }));
  });

  it('are removed one by one, and altogether with the last', async () => {
    const onChange = jest.fn();
    const [one, other] = ['>', '<'].map((operator) => ({ field: 'frequency', operator, value: 2 }));
    render(<Page initial={{ kind: 'customers', where: [one, other] }} onChange={onChange} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'customers', where: [other] }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove condition 1' }));
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'customers' }));
  });

  it('are at most twenty', () => {
    const where = Array(20).fill({ field: 'frequency', operator: '>', value: 0 });
    render(<Page initial={{ kind: 'customers', where }} />);
    expect(screen.getByRole('button', { name: 'Add condition' })).toHaveAttribute('aria-disabled', 'true');
  });
});

describe('fields that need another', () => {
  it('come with it', async () => {
    render(<Page initial={{ kind: 'sales' }} />);
    expect(screen.queryByLabelText('Limit')).not.toBeInTheDocument();
    await choose('Split by', 'State');
    expect(screen.getByLabelText('Limit')).toBeVisible();
  });

  it('stay where they are set', () => {
    render(<Page initial={{ kind: 'sales', limit: 3 }} />);
    expect(screen.getByLabelText('Limit')).toHaveValue('3');
  });
});

describe('the order of a breakdown', () => {
  it('begins with A by name, and with the largest by value', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ kind: 'breakdown' }} onChange={onChange} />);
    await choose('Sort by', 'Name');
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'breakdown', sort: 'name', descending: false }));
    await choose('Sort by', 'Value');
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'breakdown', sort: 'value' }));
  });

  it('is compared with the period before at a switch', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ kind: 'breakdown', by: 'category' }} onChange={onChange} />);
    await userEvent.click(screen.getByLabelText('Compare'));
    expect(onChange).toHaveBeenLastCalledWith(saved({ kind: 'breakdown', by: 'category', compare: true }));
    expect(screen.getByText('Revenue by category, compared with the period before')).toBeVisible();
  });
});

it('is free of violations of accessibility rules, with all kinds of fields', async () => {
  const where = [{ field: 'frequency', operator: '>', value: 'x' }];
  const query = { kind: 'customers', where, filters: { state: ['SP'] }, exclude: { state: ['RJ'], band: ['low'] } };
  const { container } = render(<Page initial={query} />);
  expect(within(container).getByText('Write a number.')).toBeVisible();
  await expectAccessible(container);
});
