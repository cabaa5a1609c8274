import type { SchemaBody } from '@contract';
import { CoreApp, LoadingState, toDataFrame, type PanelData } from '@grafana/data';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { expectAccessible } from '../../../testing/accessibility';
import { giveElementsSize } from '../../../testing/layout';
import type { WarehouseDataSource } from '../../datasource';
import { datasourceWith } from '../../testing/datasources';
import { hovers, providers } from '../../testing/FakeCodeEditor';
import { panelData } from '../../testing/panelData';
import { schemaWith } from '../../testing/schema';
import type { WarehouseQuery } from '../../types';
import { QueryEditor } from '../QueryEditor';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: jest.requireActual('../../testing/FakeCodeEditor').FakeCodeEditor,
}));

const BUILDER: WarehouseQuery = { refId: 'A', kind: 'sales', measure: 'orders', filters: { state: ['SP'] } };
const SQL: WarehouseQuery = { refId: 'A', kind: 'sql', rawSql: 'SELECT 1', format: 'table' };
const GENERATED = 'SELECT day, orders FROM fct_orders';

interface Props {
  initial: WarehouseQuery;
  datasource?: WarehouseDataSource;
  data?: PanelData;
  app?: CoreApp;
}

/** A data source whose resource `schema` answers this, or fails. */
function sourceWith(answer: SchemaBody | Error | Promise<SchemaBody> = schemaWith()) {
  const datasource = datasourceWith({ state: ['SP'] });
  const ask = jest.spyOn(datasource, 'getResource').mockImplementation(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { datasource, ask };
}

const forbidden = schemaWith({ allowed: false, reason: 'SQL on this data source is for editors and admins.' });

/** The editor on a page that keeps the query, as Grafana does, with what it told that page. */
function show({ initial, datasource = sourceWith().datasource, data, app }: Props) {
  const [onChange, onRunQuery] = [jest.fn(), jest.fn()];
  function Page() {
    const [query, setQuery] = useState(initial);
    const change = (changed: WarehouseQuery) => {
      onChange(changed);
      setQuery(changed);
    };
    return (
      <QueryEditor
        datasource={datasource}
        query={query}
        data={data}
        app={app}
        onChange={change}
        onRunQuery={onRunQuery}
      />
    );
  }
  return { ...render(<Page />), onChange, onRunQuery };
}

const code = () => screen.findByRole('textbox', { name: /^SQL statement/ });
const choose = (mode: string) => userEvent.click(screen.getByRole('radio', { name: mode }));
const answered = (sql: string, type = 'timeseries-wide') =>
  panelData([toDataFrame({ refId: 'A', fields: [], meta: JSON.parse(JSON.stringify({ type, custom: { sql } })) })]);

beforeEach(() => {
  giveElementsSize(400, 800);
  localStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

describe('from the builder to SQL', () => {
  it('takes the statement and the format of the answer, and runs it', async () => {
    const { onChange, onRunQuery } = show({ initial: { ...BUILDER, asOf: '2018-06-30' }, data: answered(GENERATED) });
    await choose('SQL');
    expect(await code()).toHaveValue(GENERATED);
    await screen.findByRole('button', { name: 'Run query' });
    expect(onChange.mock.calls).toEqual([
      [{ refId: 'A', kind: 'sql', rawSql: GENERATED, format: 'time_series', asOf: '2018-06-30' }],
    ]);
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('shows the statement at once, and the query stays as it is until it is known that SQL may be run', async () => {
    const { onChange } = show({
      initial: BUILDER,
      data: answered(GENERATED),
      datasource: sourceWith(new Promise<never>(() => undefined)).datasource,
    });
    await choose('SQL');
    expect(await code()).toHaveValue(GENERATED);
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.getByText('Loading tables and columns')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run query' })).not.toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does not ask what SQL may use before somebody looks at SQL', async () => {
    const { datasource, ask } = sourceWith();
    show({ initial: BUILDER, datasource });
    expect(ask).not.toHaveBeenCalled();
    await choose('SQL');
    await waitFor(() => expect(ask).toHaveBeenCalledWith('schema'));
  });
});

describe('from SQL to the builder', () => {
  it('goes back to the query of before when the statement was not changed', async () => {
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED) });
    await choose('SQL');
    await screen.findByRole('button', { name: 'Run query' });
    await choose('Builder');
    expect(onChange.mock.lastCall).toEqual([BUILDER]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByLabelText('Question')).toBeVisible();
  });

  it('asks first when a statement would be lost, and says what the builder will ask', async () => {
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED) });
    await choose('SQL');
    await screen.findByRole('button', { name: 'Run query' });
    await userEvent.type(await code(), ' WHERE true');
    await choose('Builder');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The builder then asks: Orders over time · state SP.');
    expect(screen.getByRole('radio', { name: 'SQL' })).toBeChecked();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard the statement' }));
    expect(onChange.mock.lastCall).toEqual([BUILDER]);
  });

  it('keeps the statement when that is what the writer wants', async () => {
    const { onChange } = show({ initial: SQL });
    await screen.findByRole('button', { name: 'Run query' });
    await choose('Builder');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep SQL' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await code()).toHaveValue('SELECT 1');
    expect(onChange).not.toHaveBeenCalled();
  });

  it.each([
    [CoreApp.Dashboard, 'sales'],
    [CoreApp.UnifiedAlerting, 'rfm_segments'],
  ])('begins anew when there was no query before: %s', async (app, kind) => {
    const { onChange } = show({ initial: { ...SQL, rawSql: ' ' }, app });
    await choose('Builder');
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ refId: 'A', kind });
    expect(onChange.mock.lastCall?.[0]).not.toHaveProperty('rawSql');
  });
});

describe('writing a statement', () => {
  it('keeps it when the editor is left, and runs nothing', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.type(await code(), ' + 1');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[{ ...SQL, rawSql: 'SELECT 1 + 1' }]]);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('runs what is written with Ctrl and Enter', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.type(await code(), ' + 2{Control>}{Enter}{/Control}');
    expect(onChange).toHaveBeenCalledWith({ ...SQL, rawSql: 'SELECT 1 + 2' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('runs with the button, changed or not', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.click(await screen.findByRole('button', { name: 'Run query' }));
    expect(onChange).not.toHaveBeenCalled();
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('breaks its lines', async () => {
    const { onChange, onRunQuery } = show({ initial: { ...SQL, rawSql: 'select 1 from t where $__timeFilter(x)' } });
    await code();
    await userEvent.click(await screen.findByRole('button', { name: 'Format' }));
    const formatted = 'select\n  1\nfrom\n  t\nwhere\n  $__timeFilter(x)';
    await waitFor(() => expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', formatted));
    expect(await code()).toHaveValue(formatted);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('says why it cannot break the lines, until the statement is changed', async () => {
    show({ initial: { ...SQL, rawSql: 'select (' } });
    await code();
    await userEvent.click(await screen.findByRole('button', { name: 'Format' }));
    expect(await screen.findByText(/^This statement cannot be formatted/)).toBeVisible();
    expect(await code()).toHaveValue('select (');
    await userEvent.type(await code(), '1)');
    await userEvent.tab();
    expect(screen.queryByText(/^This statement cannot be formatted/)).not.toBeInTheDocument();
  });

  it('writes a name from the schema at the cursor', async () => {
    const { onChange } = show({ initial: { ...SQL, rawSql: 'SELECT 1 FROM' } });
    const area = await code();
    await userEvent.click(area);
    await userEvent.click(await screen.findByRole('button', { name: 'fct_orders' }));
    expect(area).toHaveValue('SELECT 1 FROM fct_orders');
    expect(area).toHaveFocus();
    await userEvent.tab();
    expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', 'SELECT 1 FROM fct_orders');
  });
});

describe('what stands beside a statement', () => {
  it('takes a format and runs, and asks for the time column of time series only', async () => {
    const { onChange, onRunQuery } = show({ initial: SQL });
    await userEvent.click(await screen.findByLabelText('Format as'));
    expect(screen.queryByLabelText('Time column')).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('option', { name: /^Time series/ }));
    expect(onChange).toHaveBeenCalledWith({ ...SQL, format: 'time_series' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    await userEvent.type(screen.getByLabelText('Time column'), 'day{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ ...SQL, format: 'time_series', timeColumn: 'day' });
    await userEvent.clear(screen.getByLabelText('Time column'));
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith({ ...SQL, format: 'time_series' });
  });

  it('asks for the as-of day of statements that use it, and names a mistake in it', async () => {
    const initial: WarehouseQuery = { ...SQL, rawSql: 'SELECT $__asOf()' };
    const { onChange } = show({ initial });
    await userEvent.type(await screen.findByLabelText('As of'), '30/06');
    expect(screen.getByText('Write a day such as 2018-06-30.')).toBeVisible();
    await userEvent.clear(screen.getByLabelText('As of'));
    await userEvent.type(screen.getByLabelText('As of'), '2018-06-30{Enter}');
    expect(onChange).toHaveBeenCalledWith({ ...initial, asOf: '2018-06-30' });
  });

  it('does not ask statements without it', async () => {
    show({ initial: SQL });
    await screen.findByRole('button', { name: 'Run query' });
    expect(screen.queryByLabelText('As of')).not.toBeInTheDocument();
  });

  it('leaves nothing behind in the code editor that all editors of the page share', async () => {
    const { unmount } = show({ initial: SQL });
    await code();
    expect([providers.size, hovers.size]).toEqual([1, 1]);
    unmount();
    expect([providers.size, hovers.size]).toEqual([0, 0]);
  });

  it('folds the schema away, for the next editor too', async () => {
    const { unmount } = show({ initial: SQL });
    await userEvent.click(await screen.findByRole('button', { name: 'Schema' }));
    expect(screen.queryByRole('region', { name: 'Tables, macros and functions' })).not.toBeInTheDocument();
    unmount();
    show({ initial: SQL });
    expect(await screen.findByRole('button', { name: 'Schema' })).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('a caller who may not run SQL', () => {
  it('sees the statement of the builder and why it is not run, and keeps the query', async () => {
    const { onChange, container } = show({
      initial: BUILDER,
      data: answered(GENERATED),
      datasource: sourceWith(forbidden).datasource,
    });
    await choose('SQL');
    expect(await screen.findByText('SQL on this data source is for editors and admins.')).toBeVisible();
    expect(await code()).toHaveValue(GENERATED);
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'fct_orders' })).not.toBeInTheDocument();
    expect(screen.getByText('fct_orders')).toBeVisible();
    await expectAccessible(container);
    await choose('Builder');
    expect(screen.getByLabelText('Question')).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('can read a saved statement', async () => {
    show({ initial: SQL, datasource: sourceWith(forbidden).datasource });
    await screen.findByText('This statement can be read but not run');
    expect(await code()).toHaveAttribute('readonly');
    expect(screen.queryByRole('button', { name: 'Run query' })).not.toBeInTheDocument();
  });
});

describe('when the schema cannot be loaded', () => {
  it('a saved statement can be changed and run all the same, and loading can be tried again', async () => {
    const { datasource, ask } = sourceWith(new Error('The warehouse is being built'));
    const { onRunQuery } = show({ initial: SQL, datasource });
    expect(await screen.findByText('The warehouse is being built')).toBeVisible();
    expect(await code()).not.toHaveAttribute('readonly');
    await userEvent.click(screen.getByRole('button', { name: 'Run query' }));
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    ask.mockResolvedValue(schemaWith());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'fct_orders' })).toBeVisible();
  });

  it('the builder is not left, though its statement is shown', async () => {
    const { datasource, ask } = sourceWith(new Error('No connection'));
    const { onChange } = show({ initial: BUILDER, data: answered(GENERATED), datasource });
    await choose('SQL');
    expect(await screen.findByText('No connection')).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
    ask.mockResolvedValue(schemaWith());
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(onChange.mock.lastCall?.[0]).toHaveProperty('rawSql', GENERATED));
  });
});

it('is free of violations of accessibility rules', async () => {
  const { container } = show({ initial: { ...SQL, format: 'time_series' }, data: panelData([], LoadingState.Loading) });
  await screen.findByRole('button', { name: 'fct_orders' });
  await expectAccessible(container);
});
