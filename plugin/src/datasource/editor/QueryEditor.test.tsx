import { FILTER_SPECS, KIND_SPECS, SEGMENTS, type QueryKind } from '@contract';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import { datasourceWith } from '../testing/datasources';
import { BUILDER_KINDS, changeKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';
import type { WarehouseDataSource } from '../datasource';
import { QueryEditor } from './QueryEditor';

interface Props {
  initial: WarehouseQuery;
  datasource?: WarehouseDataSource;
  onChange?: (query: WarehouseQuery) => void;
  onRunQuery?: () => void;
}

/** The editor on a page that keeps the query, as Grafana does. */
function Page({ initial, datasource = datasourceWith(), onChange, onRunQuery = jest.fn() }: Props) {
  const [query, setQuery] = useState(initial);
  const change = (changed: WarehouseQuery) => {
    setQuery(changed);
    onChange?.(changed);
  };
  return <QueryEditor datasource={datasource} query={query} onChange={change} onRunQuery={onRunQuery} />;
}

/** The texts of the labels of all fields; a switch has a second one without text. The mode switch is none of them. */
const labels = () =>
  [...document.querySelectorAll('label:not([for^="option-"])')].map((label) => label.textContent).filter(Boolean);

beforeEach(() => giveElementsSize(400, 800));
afterEach(() => jest.restoreAllMocks());

describe('the fields of the query editor', () => {
  it.each(BUILDER_KINDS)('%s: the parameters that it knows, the as-of day and the filters', (kind) => {
    render(<Page initial={changeKind({ refId: 'A', kind: 'headline' }, kind)} />);
    const { parameters, takesFilters = true, ignoresFilters = false } = KIND_SPECS[kind];
    const shown = parameters.filter(({ needs }) => needs === undefined).map((spec) => spec.label);
    const filters = takesFilters && !ignoresFilters ? FILTER_SPECS.map((spec) => spec.label) : [];
    expect(labels().sort()).toEqual(['Question', ...shown, 'As of', ...filters].sort());
  });

  it('asks for a question when none is chosen', () => {
    render(<Page initial={JSON.parse('{ "refId": "A" }')} />);
    expect(screen.getByPlaceholderText('Choose a question')).toBeVisible();
    expect(screen.getByText('Nothing chosen yet')).toBeVisible();
  });

  it('say in one line what is asked', () => {
    render(<Page initial={{ refId: 'A', kind: 'sales', by: 'state', filters: { category: ['toys'] } }} />);
    expect(screen.getByText('Revenue over time, split by state · category toys')).toBeVisible();
  });

  it('are free of violations of accessibility rules', async () => {
    const { container } = render(<Page initial={{ refId: 'A', kind: 'customers', status: ['churned'] }} />);
    await expectAccessible(container);
  });
});

describe('changing a query', () => {
  it('takes another question, keeps what means the same and runs', async () => {
    const [onChange, onRunQuery] = [jest.fn(), jest.fn()];
    const initial: WarehouseQuery = { refId: 'A', kind: 'sales', measure: 'orders', grain: 'week' };
    render(<Page initial={initial} onChange={onChange} onRunQuery={onRunQuery} />);
    await userEvent.click(screen.getByLabelText('Question'));
    await userEvent.click(await screen.findByRole('option', { name: /^Breakdown/ }));
    expect(onChange).toHaveBeenCalledWith({ refId: 'A', kind: 'breakdown', measure: 'orders' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('takes a choice, and a variable in its place', async () => {
    const onChange = jest.fn();
    render(
      <Page
        initial={{ refId: 'A', kind: 'breakdown' }}
        onChange={onChange}
        datasource={datasourceWith({ by: 'city' })}
      />,
    );
    await userEvent.click(screen.getByLabelText('By'));
    await userEvent.click(await screen.findByRole('option', { name: 'Category' }));
    await userEvent.click(screen.getByLabelText('By'));
    await userEvent.click(await screen.findByRole('option', { name: /^\$by/ }));
    expect(onChange.mock.calls.map(([query]) => query.by)).toEqual(['category', '$by']);
  });

  it('takes a switch', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'kpis' }} onChange={onChange} />);
    await userEvent.click(screen.getByLabelText('Trend'));
    expect(onChange).toHaveBeenCalledWith({ refId: 'A', kind: 'kpis', trend: true });
  });

  it('takes a number when the field is left, as a number', async () => {
    const [onChange, onRunQuery] = [jest.fn(), jest.fn()];
    render(<Page initial={{ refId: 'A', kind: 'breakdown' }} onChange={onChange} onRunQuery={onRunQuery} />);
    await userEvent.type(screen.getByLabelText('Limit'), '10');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledWith({ refId: 'A', kind: 'breakdown', limit: 10 });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('takes a number with a fraction as a number, and horizons as whole ones', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'forecast_shortfall' }} onChange={onChange} />);
    expect(screen.getByLabelText('Horizon')).toHaveAttribute('placeholder', '30');
    await userEvent.type(screen.getByLabelText('Target'), '1250000.5{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ refId: 'A', kind: 'forecast_shortfall', target: 1250000.5 });
  });

  it('takes numbers by name as an object, and shows them as they were written', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'what_if', changes: { frequency: 2 } }} onChange={onChange} />);
    expect(screen.getByLabelText('Values')).toHaveValue('frequency = 2');
    await userEvent.type(screen.getByLabelText('Values'), ', recency_days = 30{Enter}');
    expect(onChange).toHaveBeenCalledWith({
      refId: 'A',
      kind: 'what_if',
      changes: { frequency: 2, recency_days: 30 },
    });
  });

  it('does not run when nothing was changed', async () => {
    const onRunQuery = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'breakdown', limit: 10 }} onRunQuery={onRunQuery} />);
    await userEvent.click(screen.getByLabelText('Limit'));
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('takes a parameter back when its field is emptied', async () => {
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'kpis', asOf: '2018-06-30' }} onChange={onChange} />);
    await userEvent.clear(screen.getByLabelText('As of'));
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledWith({ refId: 'A', kind: 'kpis' });
  });
});

const KIND_WITH: Readonly<Record<string, QueryKind>> = { Values: 'what_if', Target: 'sales_forecast' };

describe('mistakes', () => {
  it.each([
    ['Limit', '0', 'Write a whole number from 1 to 10,000.'],
    ['Limit', 'ten', 'Write a whole number from 1 to 10,000.'],
    ['Target', '-5', 'Write a number of at least 0.'],
    ['Target', 'a lot', 'Write a number of at least 0.'],
    ['As of', '30/06/2018', 'Write a day such as 2018-06-30.'],
    ['Values', 'recency_days = soon', 'recency_days must be a number, not "soon".'],
  ])('%s "%s" is named while it is written', async (label, text, problem) => {
    render(<Page initial={changeKind({ refId: 'A', kind: 'headline' }, KIND_WITH[label] ?? 'breakdown')} />);
    await userEvent.type(screen.getByLabelText(label), text);
    expect(screen.getByText(problem)).toBeVisible();
    await userEvent.clear(screen.getByLabelText(label));
    expect(screen.queryByText(problem)).not.toBeInTheDocument();
  });

  it('a variable is none', async () => {
    render(<Page initial={{ refId: 'A', kind: 'breakdown' }} />);
    await userEvent.type(screen.getByLabelText('Limit'), '$top');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('filters', () => {
  it('load their values when they are opened', async () => {
    const datasource = datasourceWith({ state: 'SP' });
    const list = jest
      .spyOn(datasource, 'listValues')
      .mockResolvedValue(['MG', 'RJ', 'SP'].map((value) => ({ value, text: value })));
    const onChange = jest.fn();
    render(<Page initial={{ refId: 'A', kind: 'kpis' }} datasource={datasource} onChange={onChange} />);
    expect(list).not.toHaveBeenCalled();
    await userEvent.click(screen.getByLabelText('State'));
    await userEvent.click(await screen.findByRole('option', { name: 'RJ' }));
    await userEvent.click(await screen.findByRole('option', { name: /^\$state/ }));
    expect(onChange.mock.lastCall?.[0].filters).toEqual({ state: ['RJ', '$state'] });
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('offer the segments with their meaning, without asking the backend', async () => {
    const datasource = datasourceWith();
    const list = jest.spyOn(datasource, 'listValues');
    render(<Page initial={{ refId: 'A', kind: 'kpis' }} datasource={datasource} />);
    await userEvent.click(screen.getByLabelText('Segment'));
    const options = await screen.findAllByRole('option');
    expect(options).toHaveLength(SEGMENTS.length);
    expect(options[0]).toHaveTextContent('ChampionsBought very recently, and most often');
    expect(list).not.toHaveBeenCalled();
  });

  it('ask again after the values could not be loaded', async () => {
    // Grafana's own field writes the failure to the console besides showing it.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const datasource = datasourceWith();
    const list = jest.spyOn(datasource, 'listValues').mockRejectedValueOnce(new Error('being built'));
    list.mockResolvedValue([{ value: 'SP', text: 'SP' }]);
    render(<Page initial={{ refId: 'A', kind: 'kpis' }} datasource={datasource} />);
    await userEvent.click(screen.getByLabelText('State'));
    expect(await screen.findByText('An error occurred while loading options.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('State'), 'S');
    expect(await screen.findByRole('option', { name: 'SP' })).toBeVisible();
  });

  it('show what is chosen', () => {
    render(<Page initial={{ refId: 'A', kind: 'kpis', filters: { state: ['$state', 'SP'] } }} />);
    expect(screen.getByText('Key figures: all eight · state $state or SP')).toBeVisible();
  });
});
