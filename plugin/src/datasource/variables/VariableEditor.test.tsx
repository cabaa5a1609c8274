import { getDefaultTimeRange } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { giveElementsSize } from '../../testing/layout';
import type { WarehouseDataSource } from '../datasource';
import { datasourceWith } from '../testing/datasources';
import type { WarehouseQuery } from '../types';
import { VariableEditor } from './VariableEditor';

interface Props {
  saved: string;
  datasource?: WarehouseDataSource;
  onChange?: (query: WarehouseQuery) => void;
}

const range = getDefaultTimeRange();

function Page({ saved, datasource = listing(), onChange }: Props) {
  const [query, setQuery] = useState<WarehouseQuery>(JSON.parse(saved));
  const change = (changed: WarehouseQuery) => {
    setQuery(changed);
    onChange?.(changed);
  };
  return (
    <VariableEditor datasource={datasource} query={query} range={range} onChange={change} onRunQuery={jest.fn()} />
  );
}

/** A data source whose values are these. */
function listing(options = [{ text: 'High risk', value: 'high' }], state?: string): WarehouseDataSource {
  const datasource = datasourceWith(state === undefined ? {} : { state });
  jest.spyOn(datasource, 'listOptions').mockResolvedValue(options);
  return datasource;
}

beforeEach(() => giveElementsSize(400, 800));
afterEach(() => jest.restoreAllMocks());

describe('the editor of a variable', () => {
  it('begins with the states, says what is asked, and shows the first values', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ text: `S${i}`, value: `S${i}` }));
    render(<Page saved="{}" datasource={listing(many)} />);
    expect(screen.getByText('Values of state')).toBeVisible();
    expect(await screen.findByText('12 values: S0; S1; S2; S3; S4; S5; S6; S7; …')).toBeVisible();
  });

  it('shows a value beside its text where they differ', async () => {
    render(<Page saved='{ "kind": "values", "dimension": "band" }' />);
    expect(await screen.findByText('1 value: High risk (high)')).toBeVisible();
  });

  it('lists customers, of the time range if it shall, and asks anew after each change', async () => {
    const onChange = jest.fn();
    const datasource = listing([{ text: 'abc · sao paulo, SP · Lost', value: 'abc' }], 'SP');
    render(<Page saved="{}" datasource={datasource} onChange={onChange} />);
    await userEvent.click(screen.getByLabelText('Values of'));
    await userEvent.click(await screen.findByRole('option', { name: 'Customer' }));
    await userEvent.click(screen.getByLabelText('Of'));
    await userEvent.click(await screen.findByRole('option', { name: 'Time range' }));
    const query = { refId: 'variable', kind: 'values', dimension: 'customer', within: 'time_range' };
    expect(onChange).toHaveBeenLastCalledWith(query);
    expect(datasource.listOptions).toHaveBeenLastCalledWith(query, range);
    expect(await screen.findByText('1 value: abc · sao paulo, SP · Lost')).toBeVisible();
  });

  it('says what to do where there are no values', async () => {
    render(<Page saved="{}" datasource={listing([])} />);
    expect(await screen.findByText(/^No values\. Look at the time range/)).toBeVisible();
  });

  it('says why the values cannot be listed', async () => {
    const datasource = datasourceWith();
    jest.spyOn(datasource, 'listOptions').mockRejectedValue(new Error('The warehouse is being built, 60%'));
    render(<Page saved="{}" datasource={datasource} />);
    expect(await screen.findByText('The warehouse is being built, 60%')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('The values cannot be listed');
  });

  it('takes SQL', async () => {
    const onChange = jest.fn();
    render(<Page saved='{ "refId": "v", "kind": "sql" }' onChange={onChange} />);
    await userEvent.type(screen.getByLabelText('SQL'), 'SELECT city FROM dim_customers');
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledWith({ refId: 'v', kind: 'sql', rawSql: 'SELECT city FROM dim_customers' });
  });

  it('understands what old dashboards saved', async () => {
    render(<Page saved='"values(city)"' />);
    expect(await screen.findByText('Values of city')).toBeVisible();
  });

  it('is free of violations of accessibility rules', async () => {
    const { container } = render(<Page saved="{}" />);
    await screen.findByText(/^1 value/);
    await expectAccessible(container);
  });
});
